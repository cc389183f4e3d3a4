// The hash chain: hash := SHA-256( previous hash, seq, recorded_at, act_at, act, subject, who,
// place, reason, payload, previous_seq ), numbers as eight bytes (little-endian), texts behind
// their length. The first event follows 32 zero bytes.

#include "core/engine/journal/journal.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <stdexcept>
#include <string_view>

namespace core {

namespace {

/// Writes values so that no two events give the same bytes: numbers in eight bytes, texts
/// behind their length.
class Canonical {
public:
    explicit Canonical(std::size_t expected_bytes) { bytes_.reserve(expected_bytes); }

    void number(std::int64_t value) {
        auto rest = static_cast<std::uint64_t>(value);
        for (int i = 0; i < 8; ++i, rest >>= 8) bytes_.push_back(static_cast<char>(rest & 0xff));
    }

    void text(std::string_view text) {
        number(static_cast<std::int64_t>(text.size()));
        bytes_.append(text);
    }

    void hash(const Hash& hash) {
        bytes_.append(reinterpret_cast<const char*>(hash.data()), hash.size());
    }

    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

} // namespace

Hash sha256(std::string_view text) {
    Hash hash;
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() {
        if (!context || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1)
            throw std::runtime_error(
                "SHA-256 cannot be computed: check the installation of libssl");
    }

    ~State() { EVP_MD_CTX_free(context); }

    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
}

Hash Sha256::finish() {
    Hash hash;
    EVP_DigestFinal_ex(state_->context, reinterpret_cast<unsigned char*>(hash.data()), nullptr);
    return hash;
}

Hash chain_hash(const Hash& previous, std::int64_t seq, const NewEvent& event) {
    Canonical row(256 + event.payload.size());
    row.hash(previous);
    row.number(seq);
    row.number(event.recorded_at.time_since_epoch().count());
    row.number(event.act_at.time_since_epoch().count());
    row.text(event.act);
    row.text(event.subject);
    row.text(event.actor.who);
    row.text(event.actor.place);
    row.text(event.reason);
    row.text(event.payload);
    row.number(event.previous_seq);
    return sha256(row.bytes());
}

std::string to_hex(const Hash& hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : hash) {
        text.push_back(digits[std::to_integer<std::size_t>(byte >> 4)]);
        text.push_back(digits[std::to_integer<std::size_t>(byte & std::byte{15})]);
    }
    return text;
}

} // namespace core
