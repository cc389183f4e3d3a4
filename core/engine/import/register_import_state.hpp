#pragma once

#include "core/domain/enum_text.hpp"

#include <string_view>

namespace core {

/// Where a register stands that somebody sends: it is judged, and written once it is wanted.
enum class RegisterImportState {
    none,      ///< nothing was sent yet
    judging,   ///< read and judged, nothing is written
    judged,    ///< waits for a person's word
    importing, ///< being written
    imported,
    failed, ///< no register, too long, or what broke; nothing was stored
    cancelled
};

inline constexpr auto register_import_states =
    enum_text<RegisterImportState>("register_import_state",
                                   {{RegisterImportState::none, "none"},
                                    {RegisterImportState::judging, "judging"},
                                    {RegisterImportState::judged, "judged"},
                                    {RegisterImportState::importing, "importing"},
                                    {RegisterImportState::imported, "imported"},
                                    {RegisterImportState::failed, "failed"},
                                    {RegisterImportState::cancelled, "cancelled"}});

/// `judging`, as sent.
constexpr std::string_view to_text(RegisterImportState state) {
    return register_import_states.text(state);
}

/// Written or being written: it can be neither left nor replaced by a word that comes too late.
constexpr bool is_taken_in(RegisterImportState state) {
    return state == RegisterImportState::importing || state == RegisterImportState::imported;
}

/// Nothing else may begin meanwhile.
constexpr bool is_being_written(RegisterImportState state) {
    return state == RegisterImportState::importing;
}

/// It waits for the word to take it in.
constexpr bool waits_for_word(RegisterImportState state) {
    return state == RegisterImportState::judged;
}

} // namespace core
