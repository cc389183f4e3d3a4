// The rows of a dossier as lists of columns; see column.hpp for what comes of them. Instants are
// seconds since 1970, UTC; enumerations are the words of their tables; lists are one text, joined
// by ";"; the papers handed in are JSON, as in the journal. NULL is "has not happened" or "not
// known".

#include "db/common/dossier_columns.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/domain/utf8.hpp"
#include "core/engine/journal/codec/dossier_payload.hpp"
#include "db/error.hpp"

#include <array>
#include <string>

namespace db {

using core::Applicant;
using core::Dossier;
using core::HandOver;

namespace {

constexpr ColumnsOf<DossierSource, DossierTarget> of("dossier");
constexpr ColumnsOf<HandOverSource, HandOverTarget> hand_over_of("hand_over");

constexpr DossierColumn dossier_id =
    of.other("dossier_id",
             ColumnKind::integer,
             Written::never,
             nullptr,
             [](DossierTarget& to, const ColumnValue& value) { to.stored.id = number_in(value); });

constexpr DossierColumn agency_id = of.other(
    "agency_id",
    ColumnKind::integer,
    Written::once,
    [](const DossierSource& from) { return to_value(from.agency_id); },
    nullptr);

constexpr DossierColumn procedure_code = {"procedure_version",
                                          "code",
                                          ColumnKind::text,
                                          Written::never,
                                          nullptr,
                                          [](DossierTarget& to, const ColumnValue& value) {
                                              from_value(to.stored.dossier.procedure_code, value);
                                          }};

constexpr DossierColumn code_key = of.other(
    "code_key",
    ColumnKind::text,
    Written::once,
    [](const DossierSource& from) { return ColumnValue(stored_code_key(from.dossier.code)); },
    nullptr);

// Follows from the clock; a column of its own because lists are ordered and searched by it.
constexpr DossierColumn due_at = of.other(
    "due_at",
    ColumnKind::integer,
    Written::always,
    [](const DossierSource& from) { return to_value(from.dossier.due_at()); },
    [](DossierTarget& to, const ColumnValue& value) { from_value(to.due_at, value); });

constexpr DossierColumn linked_agencies = of.other(
    "linked_agencies",
    ColumnKind::text,
    Written::always,
    [](const DossierSource& from) { return ColumnValue(join_list(from.dossier.linked_agencies)); },
    [](DossierTarget& to, const ColumnValue& value) {
        to.stored.dossier.linked_agencies = split_stored_list(text_in(value));
    });

// The column has the name that the first journal gave it.
constexpr DossierColumn components = of.other(
    "papers",
    ColumnKind::text,
    Written::always,
    [](const DossierSource& from) {
        return ColumnValue(core::payload::write(from.dossier.components));
    },
    [](DossierTarget& to, const ColumnValue& value) {
        to.stored.dossier.components = core::payload::read_components(text_in(value));
    });

constexpr DossierColumn clock_changes = of.other(
    "clock_changes",
    ColumnKind::integer,
    Written::always,
    [](const DossierSource& from) { return to_value(stored_clock_changes(from.dossier)); },
    [](DossierTarget& to, const ColumnValue& value) { from_value(to.clock_changes, value); });

constexpr DossierColumn hand_overs = of.other(
    "hand_overs",
    ColumnKind::integer,
    Written::always,
    [](const DossierSource& from) { return to_value(from.dossier.hand_overs.size()); },
    [](DossierTarget& to, const ColumnValue& value) { from_value(to.hand_overs, value); });

ColumnValue event_seq(const DossierSource& from) { return to_value(from.event_seq); }

constexpr DossierColumn first_event = of.other(
    "first_event",
    ColumnKind::integer,
    Written::once,
    event_seq,
    [](DossierTarget& to, const ColumnValue& value) { from_value(to.stored.first_event, value); });

constexpr DossierColumn last_event = of.other(
    "last_event",
    ColumnKind::integer,
    Written::always,
    event_seq,
    [](DossierTarget& to, const ColumnValue& value) { from_value(to.stored.last_event, value); });

// The code comes first: it names the row that holds a word nobody knows.
constexpr std::array dossier_list = {
    of.text<&Dossier::code>("code", Written::once),
    code_key,
    dossier_id,
    agency_id,
    procedure_code,
    of.number<&Dossier::procedure_version>("version_id"),
    of.word<core::parse_dossier_state, &Dossier::state>("state"),
    of.word<core::parse_channel, &Dossier::channel>("channel"),
    of.text<&Dossier::officer>("officer"),
    of.text<&Dossier::applicant, &Applicant::name>("applicant_name"),
    of.text<&Dossier::applicant, &Applicant::id_number>("applicant_id"),
    of.text<&Dossier::applicant, &Applicant::phone>("phone"),
    of.text<&Dossier::applicant, &Applicant::address>("address"),
    of.text<&Dossier::applicant, &Applicant::email>("email"),
    of.word<core::parse_birth_date, &Dossier::applicant, &Applicant::birth>("birth_date"),
    of.word<core::parse_sex, &Dossier::applicant, &Applicant::sex>("sex"),
    of.instant<&Dossier::submitted_at>("submitted_at"),
    of.instant<&Dossier::received_at>("received_at"),
    due_at,
    of.instant<&Dossier::appointment>("appointment"),
    of.instant<&Dossier::closed_at>("closed_at"),
    of.word<core::parse_decision, &Dossier::decision>("decision"),
    of.word<core::parse_outcome, &Dossier::outcome>("outcome"),
    of.instant<&Dossier::returned_at>("returned_at"),
    of.word<core::parse_channel, &Dossier::return_channel>("return_channel"),
    linked_agencies,
    of.instant<&Dossier::linked_since>("linked_since"),
    of.instant<&Dossier::digitised_at>("digitised_at"),
    of.number<&Dossier::fee_vnd>("fee_vnd"),
    of.number<&Dossier::paid_vnd>("paid_vnd"),
    of.number<&Dossier::step>("step"),
    of.text<&Dossier::assignee>("assignee"),
    components,
    of.text<&Dossier::ticket>("ticket", Written::once),
    of.instant<&Dossier::last_act_at>("last_act_at"),
    of.number<&Dossier::version>("version"),
    clock_changes,
    hand_overs,
    first_event,
    last_event};

constexpr std::array hand_over_list = {
    hand_over_of.other(
        "agency_id",
        ColumnKind::integer,
        Written::once,
        [](const HandOverSource& from) { return to_value(from.agency_id); },
        nullptr),
    hand_over_of.other(
        "dossier_id",
        ColumnKind::integer,
        Written::once,
        [](const HandOverSource& from) { return to_value(from.dossier_id); },
        nullptr),
    hand_over_of.other(
        "position",
        ColumnKind::integer,
        Written::once,
        [](const HandOverSource& from) { return to_value(from.position); },
        nullptr),
    // The other agency: `agency` in the row, since `agency_id` is the office's own.
    hand_over_of.text<&HandOver::partner>("agency"),
    hand_over_of.instant<&HandOver::handed_at>("handed_at"),
    hand_over_of.instant<&HandOver::answered_at>("answered_at"),
    hand_over_of.instant<&HandOver::acknowledged_at>("acknowledged_at"),
    hand_over_of.instant<&HandOver::due_at>("due_at"),
    hand_over_of.text<&HandOver::external_code>("external_code")};

} // namespace

constinit const std::span<const Column<HandOverSource, HandOverTarget>> hand_over_columns =
    hand_over_list;

constinit const std::span<const DossierColumn> dossier_columns = dossier_list;

void DossierTarget::unknown_word(std::string_view word) const {
    throw_unknown_word({"place-dossier", {{"code", stored.dossier.code}}}, word);
}

void DossierTarget::complete() {
    Dossier& dossier = stored.dossier;
    if (dossier.received_at && clock_changes == 0)
        dossier.clock = {{*dossier.received_at, true, due_at}};
}

std::string stored_code_key(const std::string& code) {
    if (!core::is_utf8(code)) return {};
    std::string key = core::dossier_code_key(code);
    return key == code ? std::string() : key;
}

std::size_t stored_clock_changes(const Dossier& dossier) {
    return dossier.clock.size() == 1 ? 0 : dossier.clock.size();
}

} // namespace db
