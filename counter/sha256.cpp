#include "counter/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace counter {

std::string sha256_hex(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    if (EVP_Digest(text.data(), text.size(), hash.data(), &length, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("The SHA-256 of a text cannot be computed.");
    std::string hex;
    for (std::size_t at = 0; at < length; ++at) {
        hex += digits[hash[at] / 16];
        hex += digits[hash[at] % 16];
    }
    return hex;
}

} // namespace counter
