#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

/// A piece of paper that came out: rows of dots, one byte a dot, 1 is black.
struct EmulatedSheet {
    int width = 0;
    std::vector<std::vector<std::uint8_t>> rows{};
    bool was_cut = false; ///< false: still hanging in the printer

    /// A PNG of eight bits a dot, written without the printer's own code.
    std::string png() const;
};

/// What goes wrong with it, and how it answers.
struct EmulatedFaults {
    std::optional<int> paper_rows{}; ///< the roll ends after so many
    bool cover_open = false;
    bool near_end = false;
    bool mute = false;             ///< answers nothing
    bool lies_ready = false;       ///< says that all is well, whatever is
    bool confirms_blindly = false; ///< confirms without having printed
    bool never_confirms = false;
    std::optional<std::size_t> hangs_after{};     ///< bytes: reads and answers no more
    std::optional<std::size_t> cuts_link_after{}; ///< bytes of the first connection
};

/// Reads an ESC/POS stream as strictly as a printer that does nothing beyond the commands it
/// knows. An interpreter of its own: it shares no code with what it checks.
class EscposInterpreter {
public:
    EscposInterpreter(int width, const EmulatedFaults& faults);

    /// Takes bytes; returns what the printer answers.
    std::string read(std::string_view bytes);

    bool is_stuck() const;

    std::size_t waiting_bytes() const { return waiting_.size(); }

    /// A new roll, a closed cover: goes on with what waits. Returns what it answers.
    std::string put_right();

    const std::vector<EmulatedSheet>& sheets() const { return sheets_; }

    const EmulatedSheet& unfinished() const { return sheet_; }

    /// What a printer would have stumbled over, in words.
    const std::vector<std::string>& violations() const { return violations_; }

private:
    struct Picture {
        std::size_t row_bytes = 0;
        int rows_left = 0;
    };

    void work();
    std::size_t command();
    std::size_t group_command();
    std::size_t real_time();
    bool print_row(std::string_view bytes);
    void cut();
    std::uint8_t status(int kind) const;
    std::string_view rest(std::size_t from) const;
    void take_real_time_commands();

    int width_;
    EmulatedFaults faults_;
    int printed_rows_ = 0;
    bool stopped_in_the_middle_ = false;
    std::string waiting_;
    std::string answers_;
    Picture picture_;
    EmulatedSheet sheet_;
    std::vector<EmulatedSheet> sheets_;
    std::vector<std::string> violations_;
};

/// A network printer on the loopback: one client at a time, a small buffer, a thread of its own.
class EmulatedPrinter {
public:
    explicit EmulatedPrinter(const EmulatedFaults& faults = {}, int width = 576, int port = 0);
    ~EmulatedPrinter();
    EmulatedPrinter(const EmulatedPrinter&) = delete;
    EmulatedPrinter& operator=(const EmulatedPrinter&) = delete;

    int port() const { return port_; }

    /// A new roll without end, the cover closed, no more faults.
    void put_right();

    std::vector<EmulatedSheet> sheets() const;

    /// Rows that have come out since the last cut.
    std::size_t unfinished_rows() const;
    std::vector<std::string> violations() const;

    int connections() const { return connections_; }

private:
    void serve();
    void serve_client(int client);

    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::atomic<int> connections_ = 0;
    mutable std::mutex mutex_; // guards what follows
    EmulatedFaults faults_;
    EscposInterpreter interpreter_;
    std::string answers_;
    std::thread thread_; // last: it uses all the others
};
