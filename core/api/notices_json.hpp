#pragma once

#include "core/domain/notice.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <span>

namespace api {

/// Tells them in the object's `notices`; without any it has no such member.
void put_notices(boost::json::object& object,
                 std::span<const core::Notice> notices,
                 words::Language language);

} // namespace api
