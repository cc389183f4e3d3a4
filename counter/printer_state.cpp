#include "counter/printer_state.hpp"

namespace counter {

namespace {

using printer::Cause;

const char* word_of(Cause cause) {
    switch (cause) {
    case Cause::none:
        return "ok";
    case Cause::paper_out:
        return "paper_out";
    case Cause::cover_open:
        return "cover_open";
    case Cause::no_connection:
    case Cause::no_answer:
    case Cause::offline:
    case Cause::link_lost:
        return "offline";
    case Cause::printer_error:
    case Cause::stalled:
    case Cause::contradiction:
        return "error";
    }
    return "unknown";
}

PrinterState low_on_paper() {
    return {"paper_low", "Máy in sắp hết giấy: chuẩn bị cuộn mới (paper near end)"};
}

} // namespace

PrinterState state_of(const printer::PrinterState& said) {
    if (said.paper_end || said.stopped_by_paper_end)
        return {"paper_out", "Máy in hết giấy: lắp cuộn giấy mới (paper out)"};
    if (said.cover_open) return {"cover_open", "Nắp máy in đang mở: đóng nắp (cover open)"};
    if (said.error)
        return {"error", "Máy in báo lỗi: tắt, gỡ giấy kẹt rồi bật lại (printer error)"};
    if (said.offline) return {"offline", "Máy in ngoại tuyến: bật lại máy in (offline)"};
    if (said.paper_near_end) return low_on_paper();
    return {"ok", ""};
}

PrinterState state_of(const printer::JobResult& result) {
    if (result.outcome == printer::JobOutcome::printed)
        return result.paper_near_end ? low_on_paper() : PrinterState{"ok", ""};
    const bool is_vague = result.cause == Cause::none;
    return {is_vague ? "unknown" : word_of(result.cause), printer::show(result)};
}

} // namespace counter
