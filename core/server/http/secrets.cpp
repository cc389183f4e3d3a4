#include "core/server/http/secrets.hpp"

#include "core/domain/failure.hpp"

#include <sodium.h>

#include <array>
#include <string_view>

namespace server {

namespace {

void start_sodium() {
    if (sodium_init() < 0) throw core::Failure("libsodium-cannot-start");
}

constexpr int group_length = 4;

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
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string token(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(token.data(), token.size(), bytes.data(), bytes.size(), variant);
    token.pop_back(); // the terminating zero
    return token;
}

const std::string& decoy_hash() {
    static const std::string hash = SodiumHasher().hash(random_token());
    return hash;
}

} // namespace server
