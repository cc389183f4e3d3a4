// Files are written by people, whose words are those that the pages and reports show them, and a
// few more. Each is compared folded: without marks, in small letters.

#include "core/domain/written_word.hpp"

#include "core/domain/dossier.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/register_entry.hpp"
#include "core/domain/text.hpp"
#include "core/domain/working_calendar.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace core {

namespace {

struct Synonym {
    std::string_view vocabulary;
    std::string_view words; ///< folded
    std::string_view name;
};

template <typename Table, typename Enum>
constexpr Synonym said(const Table& table, Enum value, std::string_view words) {
    return {table.vocabulary().name, words, table.text(value)};
}

// `ngày` and `giờ` alone are left out: nobody can tell whether they are working ones.
constexpr auto synonyms =
    std::to_array<Synonym>({said(channels, Channel::online, "truc tuyen"),
                            said(channels, Channel::online, "qua mang"),
                            said(channels, Channel::online, "nop truc tuyen"),
                            said(channels, Channel::online, "tra truc tuyen"),
                            said(channels, Channel::in_person, "truc tiep"),
                            said(channels, Channel::in_person, "nop truc tiep"),
                            said(channels, Channel::in_person, "nhan truc tiep"),
                            said(channels, Channel::in_person, "tai quay"),
                            said(channels, Channel::in_person, "tai bo phan mot cua"),
                            said(channels, Channel::postal, "buu chinh"),
                            said(channels, Channel::postal, "qua buu chinh"),
                            said(channels, Channel::postal, "buu chinh cong ich"),
                            said(channels, Channel::postal, "qua buu chinh cong ich"),
                            said(channels, Channel::postal, "buu dien"),
                            said(channels, Channel::postal, "qua buu dien"),
                            said(channels, Channel::postal, "bcci"),
                            said(channels, Channel::postal, "by post"),
                            said(endings, RegisterEntry::Ending::approved, "dong y"),
                            said(endings, RegisterEntry::Ending::approved, "chap thuan"),
                            said(endings, RegisterEntry::Ending::approved, "du dieu kien"),
                            said(endings, RegisterEntry::Ending::rejected, "khong du dieu kien"),
                            said(endings, RegisterEntry::Ending::rejected, "khong dong y"),
                            said(endings, RegisterEntry::Ending::rejected, "tu choi"),
                            said(endings, RegisterEntry::Ending::withdrawn, "rut"),
                            said(endings, RegisterEntry::Ending::withdrawn, "da rut"),
                            said(endings, RegisterEntry::Ending::withdrawn, "rut ho so"),
                            said(deadline_units, DeadlineUnit::working_day, "ngay lam viec"),
                            said(deadline_units, DeadlineUnit::working_day, "working days"),
                            said(deadline_units, DeadlineUnit::working_hour, "gio lam viec"),
                            said(deadline_units, DeadlineUnit::working_hour, "working hours"),
                            said(deadline_units, DeadlineUnit::calendar_day, "ngay lich"),
                            said(deadline_units, DeadlineUnit::calendar_day, "calendar days"),
                            said(deadline_units, DeadlineUnit::none, "khong quy dinh"),
                            said(deadline_units, DeadlineUnit::none, "no limit"),
                            said(online_levels, OnlineLevel::none, "khong truc tuyen"),
                            said(online_levels, OnlineLevel::none, "khong"),
                            said(online_levels, OnlineLevel::none, "not online"),
                            said(online_levels, OnlineLevel::partial, "mot phan"),
                            said(online_levels, OnlineLevel::partial, "truc tuyen mot phan"),
                            said(online_levels, OnlineLevel::partial, "partly online"),
                            said(online_levels, OnlineLevel::full, "toan trinh"),
                            said(online_levels, OnlineLevel::full, "truc tuyen toan trinh"),
                            said(online_levels, OnlineLevel::full, "fully online"),
                            said(sectors, Sector::ward, "cap xa"),
                            said(sectors, Sector::ward, "the ward s own"),
                            said(sectors, Sector::vertical, "nganh doc"),
                            said(sectors, Sector::vertical, "vertical agency"),
                            said(day_kinds, DayKind::holiday, "ngay nghi"),
                            said(day_kinds, DayKind::working, "ngay lam bu"),
                            said(day_kinds, DayKind::working, "made up working day")});

constexpr std::array<std::string_view, 8> true_words = {"1", "true", "dung", "co",
                                                        "x", "yes",  "y",    "1 0"};
constexpr std::array<std::string_view, 7> false_words = {"0",  "false", "sai", "khong",
                                                         "no", "n",     "0 0"};

std::string as_folded(std::string_view written) { return fold_for_search(typed_plainly(written)); }

} // namespace

std::optional<std::string_view> name_as_written(const Vocabulary& vocabulary,
                                                std::string_view written) {
    const auto exact = std::ranges::find(vocabulary.names, written);
    if (exact != vocabulary.names.end()) return *exact;
    const std::string words = as_folded(written);
    if (words.empty()) return std::nullopt;
    for (const std::string_view name : vocabulary.names) {
        if (fold_for_search(name) == words) return name;
    }
    const auto known = std::ranges::find_if(synonyms, [&](const Synonym& synonym) {
        return synonym.vocabulary == vocabulary.name && synonym.words == words;
    });
    return known == synonyms.end() ? std::nullopt : std::optional(known->name);
}

std::string plain_name(std::string_view written) {
    std::string name = as_folded(written);
    std::ranges::replace(name, ' ', '_');
    return name;
}

std::optional<bool> flag_as_written(std::string_view written) {
    if (written.empty() || written == "0") return false;
    if (written == "1") return true;
    const std::string words = as_folded(written);
    if (words.empty() && shows_nothing(written)) return false;
    if (std::ranges::find(true_words, words) != true_words.end()) return true;
    if (std::ranges::find(false_words, words) != false_words.end()) return false;
    return std::nullopt;
}

} // namespace core
