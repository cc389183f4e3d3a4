#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace printer {

enum class AnswerKind {
    real_time,    ///< one byte to DLE EOT
    in_order,     ///< one byte to GS r
    automatic,    ///< four bytes the printer sends by itself
    process_done, ///< GS ( H: the job of this id is printed
    cleared,      ///< what the printer held is thrown away
    noise         ///< a byte that no answer has
};

/// One thing a printer said.
struct PrinterAnswer {
    AnswerKind kind = AnswerKind::noise;
    std::uint8_t byte = 0; ///< of real_time, in_order and noise
    std::string id{};      ///< of process_done: four bytes
    /// Of automatic: paper end, cover open, offline or error.
    bool says_stopped = false;
};

/// Takes a printer's bytes apart, however they are cut into pieces. What kind of answer a byte is
/// follows from its fixed bits. Never holds more than the longest answer (seven bytes).
class StatusReader {
public:
    std::vector<PrinterAnswer> read(std::string_view bytes);

private:
    std::optional<PrinterAnswer> take();

    std::string held_;
};

/// What a printer says of itself in the four answers to `status_request`.
struct PrinterStatus {
    bool offline = false;
    bool cover_open = false;
    bool stopped_by_paper_end = false; ///< in the middle of printing
    bool error = false;
    bool paper_end = false;
    bool paper_near_end = false;

    bool is_ready() const {
        return !offline && !cover_open && !stopped_by_paper_end && !error && !paper_end;
    }
};

/// Requires four bytes, the answers to kinds 1 to 4 of DLE EOT.
PrinterStatus read_status(std::string_view four_answers);

} // namespace printer
