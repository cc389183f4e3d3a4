#include "scanner/worker_messages.hpp"

#include "core/domain/utf8.hpp"
#include "core/words/words.hpp"
#include "scanner/picture_file.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <climits>
#include <cmath>
#include <cstring>
#include <type_traits>

namespace scanner {

namespace {

constexpr std::size_t symbols_limit = 256;
constexpr std::size_t text_limit_bytes = 8192;
constexpr double coordinate_limit = 1e6;
constexpr std::uint8_t facts_limit = 8;
constexpr std::size_t reason_limit_bytes = 200; // libpng's and libjpeg's own are as long at most

enum class FactKind : std::uint8_t { text, number };
constexpr auto last_format = static_cast<std::uint8_t>(Format::data_matrix);

class Writer {
public:
    template <typename Number>
    void number(Number value) {
        static_assert(std::is_arithmetic_v<Number> || std::is_enum_v<Number>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    void text(std::string_view text) {
        number(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }

    /// Of texts and whole numbers; a problem of a picture tells nothing else.
    void message(const core::Message& message) {
        text(message.code);
        number(static_cast<std::uint8_t>(message.facts.size()));
        for (const core::Fact& fact : message.facts) {
            text(fact.name);
            if (const auto* words = std::get_if<std::string>(&fact.value)) {
                number(FactKind::text);
                text(*words);
            } else {
                number(FactKind::number);
                number(std::get<std::int64_t>(fact.value));
            }
        }
    }

    void picture(const std::optional<Plane>& picture) {
        number(static_cast<std::int32_t>(picture ? picture->width() : 0));
        if (!picture) return;
        number(static_cast<std::int32_t>(picture->height()));
        bytes_.append(reinterpret_cast<const char*>(picture->row(0)), pixels_of(*picture));
    }

    static std::size_t pixels_of(const Plane& picture) {
        return static_cast<std::size_t>(picture.width()) *
               static_cast<std::size_t>(picture.height());
    }

    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Gives zeros once something was wrong; `is_sound` tells at the end.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    template <typename Number>
    Number number() {
        Number value{};
        if (bytes_.size() < sizeof value) {
            sound_ = false;
            return value;
        }
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_.remove_prefix(sizeof value);
        return value;
    }

    template <typename Number>
    Number number_up_to(Number limit) {
        const auto value = number<Number>();
        if (value >= Number{} && value <= limit) return value;
        sound_ = false;
        return Number{};
    }

    std::string text() {
        const auto size = number_up_to(static_cast<std::uint32_t>(text_limit_bytes));
        if (size > bytes_.size()) sound_ = false;
        if (!sound_) return {};
        std::string text(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        sound_ = core::is_utf8(text);
        return text;
    }

    /// A hostile picture must not say what it likes to people: the code is one of a scan's
    /// sentence, the facts are those of the sentence, and words are said in `reason` only, a few.
    /// None for a page that was read.
    core::Message message() {
        core::Message message(text());
        const auto known = words::facts_of(message.code);
        const bool is_of_a_scan = known && message.code.starts_with("scan-");
        if (!is_of_a_scan && !message.code.empty()) sound_ = false;
        const auto names = known.value_or(std::vector<std::string_view>());
        const auto facts = number_up_to(facts_limit);
        for (int i = 0; i < facts && sound_; ++i) {
            const std::string written = text();
            const bool is_text = number_up_to<std::uint8_t>(1) == 0;
            const auto name = std::ranges::find(names, written);
            if (name == names.end() || is_text != (written == "reason")) sound_ = false;
            if (!sound_) return {};
            core::Fact fact;
            fact.name = *name;
            if (is_text) {
                std::string reason = text();
                if (reason.size() > reason_limit_bytes) sound_ = false;
                fact.value = std::move(reason);
            } else {
                fact.value = number<std::int64_t>();
            }
            message.facts.push_back(std::move(fact));
        }
        return message;
    }

    std::optional<Plane> picture() {
        const int width = number_up_to(preview_side_limit);
        if (width == 0) return std::nullopt;
        const int height = number_up_to(preview_side_limit);
        const auto pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        if (height == 0 || pixels > bytes_.size()) sound_ = false;
        if (!sound_) return std::nullopt;
        Plane picture(width, height);
        std::memcpy(picture.row(0), bytes_.data(), pixels);
        bytes_.remove_prefix(pixels);
        return picture;
    }

    double coordinate() {
        const double value = number<double>();
        if (std::abs(value) < coordinate_limit) return value;
        sound_ = false;
        return 0;
    }

    bool is_sound() const { return sound_; }

    bool is_at_end() const { return sound_ && bytes_.empty(); }

private:
    std::string_view bytes_;
    bool sound_ = true;
};

Symbol read_symbol(Reader& reader) {
    Symbol symbol;
    symbol.format = static_cast<Format>(reader.number_up_to(last_format));
    symbol.text = reader.text();
    symbol.guessed = reader.number_up_to<std::uint8_t>(1) == 1;
    for (Point& corner : symbol.corners) {
        corner.x = reader.coordinate();
        corner.y = reader.coordinate();
    }
    symbol.stage = reader.text();
    symbol.found_after = std::chrono::microseconds{reader.number<std::int64_t>()};
    return symbol;
}

} // namespace

std::string write_request(const WorkerRequest& request) {
    Writer writer;
    writer.number(static_cast<std::uint8_t>(request.source));
    writer.number(request.page);
    writer.number(request.width);
    writer.number(request.height);
    writer.number(static_cast<std::int64_t>(request.options.budget.count()));
    writer.number(static_cast<std::uint8_t>(request.options.every_stage));
    writer.number(static_cast<std::uint8_t>(request.options.first));
    writer.number(static_cast<std::uint32_t>(request.options.also.size()));
    for (const Format format : request.options.also)
        writer.number(static_cast<std::uint8_t>(format));
    writer.number(request.preview_side);
    return writer.take();
}

std::optional<WorkerRequest> read_request(std::string_view bytes) {
    Reader reader(bytes);
    WorkerRequest request;
    request.source = static_cast<WorkerRequest::Source>(reader.number_up_to<std::uint8_t>(1));
    request.page = reader.number_up_to<std::int32_t>(page_limit);
    request.width = reader.number_up_to<std::int32_t>(picture_limit_pixels);
    request.height = reader.number_up_to<std::int32_t>(picture_limit_pixels);
    request.options.budget =
        std::chrono::milliseconds{reader.number_up_to<std::int64_t>(std::int64_t{1} << 32)};
    request.options.every_stage = reader.number_up_to<std::uint8_t>(1) == 1;
    request.options.first = static_cast<Threshold>(reader.number_up_to<std::uint8_t>(1));
    const auto also = reader.number_up_to<std::uint32_t>(last_format + 1);
    for (std::uint32_t i = 0; i < also; ++i)
        request.options.also.push_back(static_cast<Format>(reader.number_up_to(last_format)));
    request.preview_side = reader.number_up_to<std::int32_t>(preview_side_limit);
    if (!reader.is_at_end()) return std::nullopt;
    return request;
}

std::string write_answer(const WorkerAnswer& answer) {
    Writer writer;
    writer.number(static_cast<std::uint8_t>(answer.has_value()));
    if (!answer) {
        writer.message(answer.error().message);
        return writer.take();
    }
    writer.number(static_cast<std::int32_t>(answer->pages));
    writer.number(static_cast<std::int32_t>(answer->width));
    writer.number(static_cast<std::int32_t>(answer->height));
    writer.number(static_cast<std::int64_t>(answer->reading.count()));
    writer.number(static_cast<std::int64_t>(answer->searching.count()));
    writer.message(answer->problem);
    writer.number(static_cast<std::uint32_t>(answer->symbols.size()));
    for (const Symbol& symbol : answer->symbols) {
        writer.number(static_cast<std::uint8_t>(symbol.format));
        writer.text(symbol.text);
        writer.number(static_cast<std::uint8_t>(symbol.guessed));
        for (const Point& corner : symbol.corners) {
            writer.number(corner.x);
            writer.number(corner.y);
        }
        writer.text(symbol.stage);
        writer.number(static_cast<std::int64_t>(symbol.found_after.count()));
    }
    writer.picture(answer->preview);
    return writer.take();
}

std::optional<WorkerAnswer> read_answer(std::string_view bytes) {
    Reader reader(bytes);
    if (reader.number_up_to<std::uint8_t>(1) == 0) {
        core::Message message = reader.message();
        if (!reader.is_at_end() || message.code.empty()) return std::nullopt;
        return core::Error{core::ErrorKind::invalid_input, std::move(message)};
    }
    PageCodes codes;
    codes.pages = reader.number_up_to<std::int32_t>(INT_MAX);
    codes.width = reader.number<std::int32_t>();
    codes.height = reader.number<std::int32_t>();
    codes.reading = std::chrono::microseconds{reader.number<std::int64_t>()};
    codes.searching = std::chrono::microseconds{reader.number<std::int64_t>()};
    codes.problem = reader.message();
    const auto symbols = reader.number_up_to(static_cast<std::uint32_t>(symbols_limit));
    for (std::uint32_t i = 0; i < symbols && reader.is_sound(); ++i)
        codes.symbols.push_back(read_symbol(reader));
    codes.preview = reader.picture();
    if (!reader.is_at_end()) return std::nullopt;
    return codes;
}

} // namespace scanner
