#pragma once

#include "tests/support/served_ward.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <cstddef>
#include <string>
#include <utility>

/// What tests ask of the API and look at in its answers.
namespace asked {

/// An intake whose applicant has a member of that value.
inline boost::json::object intake_with(const char* member, const std::string& value) {
    boost::json::object body = intake();
    body["applicant"].as_object()[member] = value;
    return body;
}

/// How many items a list has.
inline std::size_t items(const ApiReply& reply) {
    INFO(reply.http.body);
    REQUIRE(reply.status == 200);
    return reply["items"].as_array().size();
}

/// The only field that a 422 names.
inline std::string refused_field(const ApiReply& reply) {
    INFO(reply.http.body);
    REQUIRE(reply.status == 422);
    REQUIRE(reply["errors"].as_array().size() == 1);
    return std::string(reply["errors"].at(0).at("field").as_string());
}

inline ApiReply
act(Api& who, const std::string& code, const std::string& name, boost::json::object body) {
    return who.post("/api/v1/dossiers/" + code + "/" + name, std::move(body));
}

} // namespace asked
