#include "core/domain/failure.hpp"

#include "core/domain/civil_time.hpp"

#include <cerrno>
#include <utility>
#include <variant>
#include <vector>

namespace core {

namespace {

struct Logged {
    std::string operator()(const std::string& text) const { return text; }

    std::string operator()(std::int64_t number) const { return std::to_string(number); }

    std::string operator()(Day day) const { return format_date(day); }

    std::string operator()(Instant instant) const { return format_instant(instant); }

    std::string operator()(const Term& term) const { return term.name; }

    template <typename Item>
    std::string operator()(const std::vector<Item>& items) const {
        std::string list;
        for (const Item& item : items) list += (list.empty() ? "" : "; ") + (*this)(item);
        return list;
    }

    std::string operator()(const Message& message) const { return log_text(message); }
};

struct SystemError {
    int number;
    const char* code;
};

/// Those that a person can do something about, and those that the network has every day.
constexpr SystemError system_errors[] = {
    {ENOSPC, "system-disk-full"},
    {EDQUOT, "system-quota-full"},
    {EFBIG, "system-file-size-limit"},
    {EIO, "system-disk-failed"},
    {EROFS, "system-read-only"},
    {ENOENT, "system-no-file"},
    {ENOTDIR, "system-no-folder"},
    {EISDIR, "system-is-folder"},
    {EEXIST, "system-file-exists"},
    {ENOTEMPTY, "system-folder-not-empty"},
    {ENAMETOOLONG, "system-name-too-long"},
    {EACCES, "system-not-permitted"},
    {EPERM, "system-not-permitted"},
    {EMFILE, "system-too-many-files"},
    {ENFILE, "system-too-many-files"},
    {ENOMEM, "system-no-memory"},
    {EBUSY, "system-in-use"},
    {ETXTBSY, "system-in-use"},
    {ENODEV, "system-no-device"},
    {ENXIO, "system-no-device"},
    {EXDEV, "system-other-disk"},
    {EADDRINUSE, "system-address-in-use"},
    {EADDRNOTAVAIL, "system-address-not-here"},
    {ECONNREFUSED, "system-connection-refused"},
    {ECONNRESET, "system-connection-reset"},
    {ECONNABORTED, "system-connection-reset"},
    {EPIPE, "system-connection-reset"},
    {EHOSTUNREACH, "system-no-way"},
    {ENETUNREACH, "system-no-way"},
    {ENETDOWN, "system-no-way"},
    {ETIMEDOUT, "system-timed-out"},
};

} // namespace

Failure::Failure(Message message)
    : std::runtime_error(log_text(message)), message_(std::move(message)) {}

std::string log_text(const Message& message) {
    std::string facts;
    for (const Fact& fact : message.facts) {
        facts += (facts.empty() ? "" : ", ") + std::string(fact.name) + ": " +
                 std::visit(Logged{}, fact.value);
    }
    return facts.empty() ? message.code : message.code + " (" + facts + ")";
}

std::vector<Message> reason_of(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const Failure*>(&failure)) return {known->message()};
    return {Message(failure.what())};
}

Message system_message(int error_number) {
    for (const SystemError& each : system_errors) {
        if (each.number == error_number) return each.code;
    }
    return {"system-says", {{"detail", std::generic_category().message(error_number)}}};
}

Message system_message(const std::error_code& error) {
    const bool is_errno =
        error.category() == std::generic_category() || error.category() == std::system_category();
    return is_errno ? system_message(error.value()) : Message(error.message());
}

std::vector<Message> system_reason(int error_number) { return {system_message(error_number)}; }

std::vector<Message> system_reason(const std::error_code& error) { return {system_message(error)}; }

Message message_of(const std::exception& failure) {
    if (const auto* known = dynamic_cast<const Failure*>(&failure)) return known->message();
    return {"cannot-be-read", {{"detail", std::string(failure.what())}}};
}

} // namespace core
