#include "core/api/notices_json.hpp"

#include <boost/json/value.hpp>

namespace api {

void put_notices(boost::json::object& object,
                 std::span<const core::Notice> notices,
                 words::Language language) {
    if (notices.empty()) return;
    boost::json::array told;
    for (const core::Notice& notice : notices)
        told.push_back({{"field", notice.field},
                        {"code", notice.message.code},
                        {"message", words::say(language, notice.message)}});
    object["notices"] = std::move(told);
}

} // namespace api
