#include "core/domain/act.hpp"

namespace core {

std::string_view to_text(Act act) { return dossier_acts.text(act); }

std::optional<Act> parse_act(std::string_view text) { return dossier_acts.parse(text); }

} // namespace core
