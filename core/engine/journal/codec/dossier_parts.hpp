#pragma once

#include "core/domain/act_request.hpp"
#include "core/domain/dossier.hpp"
#include "core/domain/procedure.hpp"
#include "core/engine/journal/codec/json_members.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The parts that several payloads of a dossier hold.
namespace core::payload {

json::object applicant_json(const Applicant& applicant, const json::storage_ptr& storage = {});
Applicant read_applicant(const json::object& object);

json::array components_json(const std::vector<DossierComponent>& components,
                            const json::storage_ptr& storage = {});
void put(json::object& object,
         json::string_view key,
         const std::vector<DossierComponent>& components);

/// None for a member that is not there.
std::vector<DossierComponent> components_of(const json::value* value);

json::object correction_json(const Correction& correction);
Correction read_correction(const json::object& object);

json::object attachment_json(const Attachment& attachment);
Attachment read_attachment(const json::object& object);

/// What was decided when the dossier began, beside the facts it was decided from.
void put_decisions(json::object& object, const ProcedureVersion& version, const Dossier& made);

} // namespace core::payload
