#pragma once

#include "core/domain/result.hpp"
#include "scanner/code_search.hpp"
#include "scanner/plane.hpp"
#include "scanner/symbol.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scanner {

/// What the program asks of its worker process; a file descriptor goes with it.
struct WorkerRequest {
    enum class Source : std::uint8_t { file, frame };

    Source source = Source::file;
    std::int32_t page = 1;  ///< of a file
    std::int32_t width = 0; ///< of a frame, rows without gaps
    std::int32_t height = 0;
    SearchOptions options{};
    /// Of a file: a preview with no side longer than this is wanted too; 0 for none.
    std::int32_t preview_side = 0;
};

/// One page, and what was found on it.
struct PageCodes {
    int pages = 1; ///< of the file
    int width = 0;
    int height = 0;
    std::chrono::microseconds reading{0}; ///< from the file's bytes to pixels
    std::chrono::microseconds searching{0};
    std::vector<Symbol> symbols;
    /// The page as a small grey picture, where one was asked for and can be made.
    std::optional<Plane> preview{};
    /// Why this page could not be read, where others of the file may; without a code when it was.
    core::Message problem{};
};

using WorkerAnswer = core::Result<PageCodes>;

/// The longest side of a preview: with its pixels a message stays well within its limit.
inline constexpr int preview_side_limit = 1'000;

/// A longer message is not from our worker. 256 symbols of the longest QR code fit.
inline constexpr std::size_t message_limit_bytes = std::size_t{2} << 20;

// As bytes, without their length. Both ends are the same program, so there is no version; the
// reader believes nothing, as a hostile picture may have taken the worker over.

std::string write_request(const WorkerRequest& request);
std::string write_answer(const WorkerAnswer& answer);

/// None when the bytes are no such message.
std::optional<WorkerRequest> read_request(std::string_view bytes);
std::optional<WorkerAnswer> read_answer(std::string_view bytes);

} // namespace scanner
