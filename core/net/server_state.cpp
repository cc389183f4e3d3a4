#include "core/net/server_state.hpp"

namespace net {

HttpResponse
ServerState::refuse(int status, const std::string& detail, std::string_view languages) {
    try {
        return handler.refuse(status, detail, languages);
    } catch (const std::exception&) {
        HttpResponse response;
        response.status = status;
        response.headers = {{"content-type", "text/plain; charset=utf-8"}};
        response.body = detail + "\n";
        return response;
    }
}

} // namespace net
