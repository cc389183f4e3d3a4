#pragma once

#include "tests/bench/intake_requests.hpp"
#include "tests/bench/load.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bench {

/// What the clients of a server that gets killed know of it: what they sent, and what they were
/// told. The first connections are counters that call, start and finish; the others receive
/// dossiers and now and then give a ticket. Every request has an Idempotency-Key of its own.
class KillBooks final : public RequestSource {
public:
    static constexpr int connections = 32;

    explicit KillBooks(const std::string& token);

    std::string_view next(int connection) override;

    /// Throws when the answer is none that a sound server gives.
    void answered(int connection, int status, std::string_view body) override;

    /// Something that the server said it has stored.
    struct Stored {
        std::string path;     ///< where it can be read
        std::string contains; ///< what must stand there
    };

    /// All that was acknowledged since the last call.
    std::vector<Stored> take_acknowledged();

    /// What was sent and not answered when the server died.
    struct Unanswered {
        int connection;
        std::string request;
    };

    std::vector<Unanswered> unanswered() const;

    /// Throws unless the codes of all dossiers, and the numbers of all tickets of a service, run
    /// from 1 on without gap or repeat. Everything must be answered by then.
    void check_numbers() const;

    std::size_t dossiers() const { return dossiers_.size(); }

    std::size_t tickets() const { return tickets_.size(); }

private:
    enum class Kind { intake, ticket, call, start, finish };

    struct Pending {
        Kind kind;
        std::string id_number; ///< of an intake
        std::string request;
    };

    Pending make(int connection);
    Pending make_intake(std::uint64_t number);
    Pending make_act(int connection, std::uint64_t number);

    const std::string token_;
    std::vector<NumberedText> intake_;
    std::vector<std::optional<Pending>> pending_; ///< by connection
    std::vector<Kind> next_act_;                  ///< by counter
    std::uint64_t number_ = 0;
    std::vector<std::string> dossiers_; ///< codes
    std::vector<std::string> tickets_;  ///< codes
    std::vector<Stored> acknowledged_;
};

} // namespace bench
