#include "core/server/http/secrets.hpp"

#include "core/domain/failure.hpp"

#include <sodium.h>

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace server {

namespace {

void start_sodium() {
    if (sodium_init() < 0) throw core::Failure("libsodium-cannot-start");
}

constexpr int group_length = 4;

constexpr int base64_variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

using Bytes = std::vector<unsigned char>;
using SealKey = std::array<unsigned char, crypto_secretbox_KEYBYTES>;

const SealKey& seal_key() {
    static const SealKey key = [] {
        start_sodium();
        SealKey made{};
        crypto_secretbox_keygen(made.data());
        return made;
    }();
    return key;
}

std::string to_base64(std::span<const unsigned char> bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), base64_variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), base64_variant);
    text.pop_back(); // the terminating zero
    return text;
}

} // namespace

std::string SodiumHasher::hash(const std::string& password) const {
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed =
        crypto_pwhash_str(text.data(), password.data(), password.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (failed != 0) throw core::Failure("password-no-memory");
    return text.data();
}

bool SodiumHasher::matches(const std::string& hash, const std::string& password) const {
    start_sodium();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string random_code(int groups) {
    constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    start_sodium();
    std::string code;
    for (int group = 0; group < groups; ++group) {
        if (group > 0) code += '-';
        for (int i = 0; i < group_length; ++i)
            code += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    }
    return code;
}

std::string random_token() {
    start_sodium();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return to_base64(bytes);
}

std::string sealed(std::string_view text) {
    const SealKey& key = seal_key();
    Bytes bytes(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size());
    randombytes_buf(bytes.data(), crypto_secretbox_NONCEBYTES);
    const auto* plain = reinterpret_cast<const unsigned char*>(text.data());
    crypto_secretbox_easy(bytes.data() + crypto_secretbox_NONCEBYTES, plain, text.size(),
                          bytes.data(), key.data());
    return to_base64(bytes);
}

std::optional<std::string> unsealed(std::string_view sealed) {
    Bytes bytes(sealed.size());
    std::size_t size = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), sealed.data(), sealed.size(), nullptr, &size,
                          nullptr, base64_variant) != 0)
        return std::nullopt;
    constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (size < around) return std::nullopt;
    std::string text(size - around, '\0');
    const int failed = crypto_secretbox_open_easy(
        reinterpret_cast<unsigned char*>(text.data()), bytes.data() + crypto_secretbox_NONCEBYTES,
        size - crypto_secretbox_NONCEBYTES, bytes.data(), seal_key().data());
    if (failed != 0) return std::nullopt;
    return text;
}

const std::string& decoy_hash() {
    static const std::string hash = SodiumHasher().hash(random_token());
    return hash;
}

} // namespace server
