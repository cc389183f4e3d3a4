#pragma once

#include "core/engine/office/people.hpp"

#include <string>

/// Users and devices as the events that set them hold them; nobody reads them back but to compare.
namespace core::payload {

/// With a digest in place of the password's hash.
std::string write(const User& user);
std::string write(const Device& device);

} // namespace core::payload
