#include "core/domain/dossier.hpp"

#include "core/domain/enum_text.hpp"

#include <cassert>

namespace core {

namespace {

constexpr auto channel_words = enum_text<Channel>(
    {{Channel::online, "online"}, {Channel::in_person, "in_person"}, {Channel::postal, "postal"}});
constexpr auto state_words = enum_text<DossierState>({{DossierState::submitted, "submitted"},
                                                      {DossierState::in_progress, "in_progress"},
                                                      {DossierState::suspended, "suspended"},
                                                      {DossierState::resolved, "resolved"},
                                                      {DossierState::returned, "returned"},
                                                      {DossierState::refused, "refused"},
                                                      {DossierState::withdrawn, "withdrawn"},
                                                      {DossierState::stopped, "stopped"}});
constexpr auto decision_words =
    enum_text<Decision>({{Decision::approved, "approved"}, {Decision::rejected, "rejected"}});
constexpr auto shown_states =
    enum_text<DossierState>({{DossierState::submitted, "Mới nộp"},
                             {DossierState::in_progress, "Đang giải quyết"},
                             {DossierState::suspended, "Tạm dừng"},
                             {DossierState::resolved, "Đã có kết quả"},
                             {DossierState::returned, "Đã trả kết quả"},
                             {DossierState::refused, "Từ chối tiếp nhận"},
                             {DossierState::withdrawn, "Đã rút"},
                             {DossierState::stopped, "Dừng giải quyết"}});
constexpr auto shown_channels = enum_text<Channel>({{Channel::online, "Trực tuyến"},
                                                    {Channel::in_person, "Trực tiếp"},
                                                    {Channel::postal, "Bưu chính"}});
constexpr auto shown_levels = enum_text<OnlineLevel>({{OnlineLevel::none, "Không trực tuyến"},
                                                      {OnlineLevel::partial, "Một phần"},
                                                      {OnlineLevel::full, "Toàn trình"}});

} // namespace

std::optional<Instant> Dossier::due_at() const {
    if (clock.empty()) return std::nullopt;
    return clock.back().due_at;
}

std::vector<Pause> Dossier::pauses() const {
    std::vector<Pause> pauses;
    for (const ClockChange& change : clock) {
        const bool open = !pauses.empty() && !pauses.back().to;
        if (change.running && open) pauses.back().to = change.at;
        if (!change.running && !open) pauses.push_back({change.at, std::nullopt});
    }
    return pauses;
}

int national_status(const Dossier& dossier) {
    switch (dossier.state) {
    case DossierState::submitted:
        return 1;
    case DossierState::in_progress:
        return dossier.step == 0 ? 2 : 4;
    case DossierState::suspended:
        return dossier.paid_vnd < dossier.fee_vnd ? 6 : 5;
    case DossierState::refused:
        return 3;
    case DossierState::withdrawn:
        return 7;
    case DossierState::stopped:
        return 8;
    case DossierState::resolved:
        return 9;
    case DossierState::returned:
        return 10;
    }
    assert(false && "every state has its number");
    return 0;
}

std::string_view to_text(Channel channel) { return channel_words.text(channel); }

std::optional<Channel> parse_channel(std::string_view text) { return channel_words.parse(text); }

std::string_view to_text(DossierState state) { return state_words.text(state); }

std::optional<DossierState> parse_dossier_state(std::string_view text) {
    return state_words.parse(text);
}

std::string_view to_text(Decision decision) { return decision_words.text(decision); }

std::optional<Decision> parse_decision(std::string_view text) { return decision_words.parse(text); }

std::string_view show(DossierState state) { return shown_states.text(state); }

std::string_view show(Channel channel) { return shown_channels.text(channel); }

std::string_view show(OnlineLevel level) { return shown_levels.text(level); }

} // namespace core
