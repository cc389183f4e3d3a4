#include "tests/bench/http_text.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <system_error>

namespace bench {

namespace {

constexpr std::string_view length_header = "content-length:";
constexpr std::size_t status_at = 9; // "HTTP/1.1 201 Created"
constexpr std::size_t head_limit_bytes = 16'384;

bool is_length_header(std::string_view line) {
    if (line.size() < length_header.size()) return false;
    for (std::size_t i = 0; i < length_header.size(); ++i) {
        if (std::tolower(static_cast<unsigned char>(line[i])) != length_header[i]) return false;
    }
    return true;
}

template <typename Number>
Number to_number(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    Number number{};
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
        throw std::runtime_error("no number: " + std::string(text));
    return number;
}

std::size_t body_bytes(std::string_view head) {
    while (!head.empty()) {
        const std::size_t end = head.find("\r\n");
        const std::string_view line = head.substr(0, end);
        if (is_length_header(line))
            return to_number<std::size_t>(line.substr(length_header.size()));
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 2);
    }
    throw std::runtime_error("a reply without Content-Length");
}

void send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0) throw std::system_error(errno, std::generic_category(), "send");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

struct Closing {
    int socket;

    explicit Closing(int owned) : socket(owned) {}

    ~Closing() { close(socket); }

    Closing(const Closing&) = delete;
    Closing& operator=(const Closing&) = delete;
};

} // namespace

std::optional<Reply> parse_reply(std::string_view bytes) {
    const std::size_t head_end = bytes.find("\r\n\r\n");
    if (head_end == std::string_view::npos) {
        if (bytes.size() > head_limit_bytes) throw std::runtime_error("a reply without an end");
        return std::nullopt;
    }
    const std::string_view head = bytes.substr(0, head_end);
    if (!head.starts_with("HTTP/1.1 ")) throw std::runtime_error("no reply of HTTP/1.1");
    const std::size_t body = head_end + 4;
    const std::size_t size = body + body_bytes(head);
    if (bytes.size() < size) return std::nullopt;
    return Reply{to_number<int>(head.substr(status_at)), bytes.substr(body, size - body), size};
}

std::string make_request(std::string_view method,
                         std::string_view path,
                         const Headers& headers,
                         std::string_view body) {
    std::string text =
        std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
    if (!body.empty()) {
        text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n";
    } else if (method != "GET") {
        text += "Content-Length: 0\r\n";
    }
    return text + "\r\n" + std::string(body);
}

Headers bearer(const std::string& token) { return {{"Authorization", "Bearer " + token}}; }

std::string_view json_text(std::string_view json, std::string_view name) {
    const std::string mark = "\"" + std::string(name) + "\":\"";
    const std::size_t at = json.find(mark);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + mark.size();
    return json.substr(begin, json.find('"', begin) - begin);
}

int connect_to(std::uint16_t port) {
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0) throw std::system_error(errno, std::generic_category(), "socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) < 0) {
        const int error = errno;
        close(made);
        throw std::system_error(error, std::generic_category(), "connect");
    }
    const int on = 1;
    setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return made;
}

Answer ask(std::uint16_t port, const std::string& request) {
    const Closing connection(connect_to(port));
    send_all(connection.socket, request);
    std::string bytes;
    std::array<char, 16'384> block{};
    for (;;) {
        if (const auto reply = parse_reply(bytes)) {
            return {reply->status, bytes.substr(0, reply->size - reply->body.size()),
                    std::string(reply->body)};
        }
        const ssize_t length = recv(connection.socket, block.data(), block.size(), 0);
        if (length <= 0) throw std::runtime_error("no answer to " + request.substr(0, 60));
        bytes.append(block.data(), static_cast<std::size_t>(length));
    }
}

std::string ask_for(std::uint16_t port, const std::string& request, int status) {
    Answer answer = ask(port, request);
    if (answer.status == status) return std::move(answer.body);
    throw std::runtime_error(request.substr(0, request.find("\r\n")) + " was answered " +
                             std::to_string(answer.status) + " " + answer.body);
}

} // namespace bench
