// From a touch to a ticket: the page's requests, the printer.

#include "kiosk/kiosk.hpp"
#include "kiosk/ticket_json.hpp"

#include <spdlog/spdlog.h>

namespace kiosk {

namespace {

net::HttpResponse json(int status, std::string body, const char* type = "application/json") {
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", type}, {"Cache-Control", "no-store"}};
    response.body = std::move(body);
    return response;
}

net::HttpResponse touch_used_otherwise() {
    return agent::problem(422, "key-used", "The touch belongs to another wish",
                          "Lần chạm này đã dùng cho yêu cầu khác: hãy chọn lại từ đầu");
}

net::HttpResponse not_kept() {
    return agent::problem(507, "disk", "Nothing can be kept",
                          "Kiosk không ghi được dữ liệu: mời lấy số tại quầy, và báo người quản "
                          "trị kiểm tra ổ đĩa");
}

} // namespace

void Kiosk::take_ticket(const net::HttpRequest& request, const net::Responder& respond) {
    std::string why_not;
    const auto touch = read_touch(request.body, why_not);
    if (!touch) return respond(agent::problem(422, "invalid-input", "This is no touch", why_not));
    const Touch* const known = book_.find(touch->touch);
    if (known && known->request != *touch) return respond(touch_used_otherwise());
    if (!wait_for(touch->touch, respond)) return;
    safely(touch->touch, [&] { flow_.begin(*touch, now()); });
}

void Kiosk::act_on_touch(const std::string& touch, bool reprint, const net::Responder& respond) {
    const Touch* const known = book_.find(touch);
    if (!known) {
        return respond(agent::problem(404, "not-found", "There is no such touch",
                                      "Không tìm thấy lần lấy số này: hãy lấy số mới"));
    }
    if (!known->ticket) return respond(answer_of(touch));
    if (!wait_for(touch, respond)) return;
    safely(touch, [&] { reprint ? flow_.reprint(touch) : flow_.taken(touch); });
}

/// False when too many wait already; the one at hand is then answered.
bool Kiosk::wait_for(const std::string& touch, const net::Responder& respond) {
    if (waiting_.size() >= most_waiting_touches) {
        respond(agent::problem(503, "busy", "Too much at once",
                               "Kiosk đang bận: hãy chờ giây lát rồi chạm lại"));
        return false;
    }
    waiting_.emplace(touch, respond);
    return true;
}

/// What cannot be put on disk has not happened: whoever waits is told so.
void Kiosk::safely(const std::string& touch, const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& failure) {
        spdlog::error("a touch: {}", failure.what());
        const auto [first, last] = waiting_.equal_range(touch);
        for (auto each = first; each != last; ++each) each->second(not_kept());
        waiting_.erase(first, last);
    }
}

void Kiosk::answer(const std::string& touch) {
    const auto [first, last] = waiting_.equal_range(touch);
    for (auto each = first; each != last; ++each) each->second(answer_of(touch));
    waiting_.erase(first, last);
}

net::HttpResponse Kiosk::answer_of(const std::string& touch) const {
    const Touch& known = *book_.find(touch);
    switch (known.state) {
    case TouchState::printed:
        return json(201, ticket_answer(known));
    case TouchState::failed:
    case TouchState::unknown:
        return json(409, printer_problem(known, show(printer_health_)), "application/problem+json");
    default:
        break;
    }
    CoreRefusal refusal;
    switch (flow_.why_none(touch, refusal)) {
    case NoNumber::by_core:
        return json(refusal.status, refusal.body, "application/problem+json");
    case NoNumber::given_back:
        return agent::problem(410, "given-back", "The number was given back",
                              "Số này đã trả lại vì phiếu không được in: hãy lấy số mới");
    case NoNumber::none_offline:
        break;
    }
    return agent::problem(503, "no-numbers", "The core is away and no leased number is left",
                          "Mất kết nối máy chủ và đã hết số dự phòng: mời gặp cán bộ tại quầy");
}

void Kiosk::print(const Touch& touch, bool reprint) {
    const std::string name = touch.request.touch;
    PaperOrder order{touch.ticket->code, ticket_paper(touch, room_), reprint};
    printer_->print(std::move(order), [this, name](const printer::JobResult& result) {
        server_.post([this, name, result] {
            const PrintEnd end{result.outcome == printer::JobOutcome::printed,
                               result.outcome == printer::JobOutcome::unknown,
                               result.reached_printer};
            if (!end.is_printed) spdlog::warn("a ticket: {}", printer::show(result));
            safely(name, [&] { flow_.print_ended(name, end); });
            publish();
        });
    });
}

} // namespace kiosk
