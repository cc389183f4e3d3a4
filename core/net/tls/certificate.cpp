#include "core/net/tls/certificate.hpp"

#include "core/domain/failure.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <stdexcept>

namespace net {

namespace {

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T* object) const {
        Free(object);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;

void check(bool is_done, const char* step) {
    if (is_done) return;
    char reason[256] = "unknown";
    ERR_error_string_n(ERR_get_error(), reason, sizeof reason);
    throw core::Failure(
        {"certificate-not-made", {{"reason", std::string(step) + ": " + std::string(reason)}}});
}

bool is_host_name(const std::string& name) {
    return !name.empty() && name.size() < 254 &&
           std::all_of(name.begin(), name.end(), [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                      (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '.' ||
                      letter == '*';
           });
}

bool is_address(const std::string& name) {
    in6_addr address{};
    return inet_pton(AF_INET, name.c_str(), &address) == 1 ||
           inet_pton(AF_INET6, name.c_str(), &address) == 1;
}

/// `DNS:server.lan,IP:192.168.1.10`
std::string alternative_names(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        const bool is_ip = is_address(name);
        if (!is_ip && !is_host_name(name))
            throw core::Failure({"certificate-name-malformed", {{"name", name}}});
        list += (list.empty() ? "" : ",") + std::string(is_ip ? "IP:" : "DNS:") + name;
    }
    return list;
}

void add_extension(X509* certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    check(extension != nullptr, "an extension");
    check(X509_add_ext(certificate, extension.get(), -1) == 1, "an extension");
}

void set_serial(X509* certificate) {
    unsigned char bytes[16];
    check(RAND_bytes(bytes, sizeof bytes) == 1, "the serial number");
    bytes[0] &= 0x7F; // it is positive
    const std::unique_ptr<BIGNUM, Deleter<BN_free>> number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    check(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)),
          "the serial number");
}

Certificate sign(EVP_PKEY* key, const std::vector<std::string>& names, std::chrono::days valid) {
    Certificate certificate(X509_new());
    check(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1, "the frame");
    set_serial(certificate.get());
    // Machines whose clock is a little behind shall trust it from the first minute.
    constexpr int a_day_ago = -1;
    check(X509_time_adj_ex(X509_getm_notBefore(certificate.get()), a_day_ago, 0, nullptr) &&
              X509_time_adj_ex(X509_getm_notAfter(certificate.get()),
                               static_cast<int>(valid.count()), 0, nullptr),
          "the time of validity");
    check(X509_set_pubkey(certificate.get(), key) == 1, "the key");

    X509_NAME* const subject = X509_get_subject_name(certificate.get());
    const std::string title = names.front().substr(0, 64); // longer is not allowed
    const auto* const bytes = reinterpret_cast<const unsigned char*>(title.data());
    check(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, bytes,
                                     static_cast<int>(title.size()), -1, 0) == 1 &&
              X509_set_issuer_name(certificate.get(), subject) == 1,
          "the name");

    add_extension(certificate.get(), NID_subject_alt_name, alternative_names(names));
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature,keyCertSign");
    add_extension(certificate.get(), NID_ext_key_usage, "serverAuth");
    add_extension(certificate.get(), NID_subject_key_identifier, "hash");
    check(X509_sign(certificate.get(), key, EVP_sha256()) > 0, "the signature");
    return certificate;
}

template <typename Write>
std::string pem_of(Write write) {
    const Bio memory(BIO_new(BIO_s_mem()));
    check(memory && write(memory.get()) == 1, "writing it down");
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

[[noreturn]] void throw_exists(const std::filesystem::path& path) {
    throw core::Failure({"file-exists", {{"file", path.string()}}});
}

/// Never replaces a file: it may be the one that all machines trust.
void write_new_file(const std::filesystem::path& path, const std::string& text, mode_t mode) {
    const auto fail = [&] {
        throw core::Failure(
            {"file-unwritable", {{"file", path.string()}, {"reason", core::system_reason(errno)}}});
    };
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0 && errno == EEXIST) throw_exists(path);
    if (file < 0) fail();
    const auto written = ::write(file, text.data(), text.size());
    const bool is_written = written == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    if (is_written) return;
    ::unlink(path.c_str());
    errno = error;
    fail();
}

} // namespace

void make_self_signed(const std::filesystem::path& certificate,
                      const std::filesystem::path& key,
                      const std::vector<std::string>& names,
                      std::chrono::days valid_for) {
    if (names.empty()) throw core::Failure(core::Message("certificate-names-missing"));
    if (std::filesystem::exists(certificate)) throw_exists(certificate);
    const Key pair(EVP_EC_gen("P-256"));
    check(pair != nullptr, "the key");
    const Certificate signed_one = sign(pair.get(), names, valid_for);
    const std::string certificate_text =
        pem_of([&](BIO* out) { return PEM_write_bio_X509(out, signed_one.get()); });
    const std::string key_text = pem_of([&](BIO* out) {
        return PEM_write_bio_PrivateKey(out, pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    write_new_file(key, key_text, S_IRUSR | S_IWUSR);
    try {
        write_new_file(certificate, certificate_text, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    } catch (...) {
        ::unlink(key.c_str());
        throw;
    }
}

} // namespace net
