import { defineTexts } from "@motcua/language";

const t = defineTexts(
  {
    submit: "Nộp trực tuyến",
    receive: "Tiếp nhận",
    refuse: "Từ chối tiếp nhận",
    forward: "Chuyển bước",
    "request-supplement": "Yêu cầu bổ sung",
    resume: "Tiếp tục giải quyết",
    "hand-over": "Chuyển cơ quan khác",
    acknowledge: "Cơ quan đã nhận",
    answer: "Cơ quan đã trả lời",
    reappoint: "Xin lỗi, hẹn lại",
    resolve: "Có kết quả",
    reject: "Không giải quyết",
    return: "Trả kết quả",
    withdraw: "Người dân rút",
    stop: "Dừng giải quyết",
    correct: "Sửa thông tin",
    pay: "Thu phí",
    digitise: "Gắn tệp",
    "move-due": "Dời hạn theo lịch",
    "register-entry": "Nhập từ sổ",
  },
  {
    submit: "Submitted online",
    receive: "Receive",
    refuse: "Refuse",
    forward: "Forward",
    "request-supplement": "Ask for a supplement",
    resume: "Resume",
    "hand-over": "Hand over to an agency",
    acknowledge: "Agency has it",
    answer: "Agency has answered",
    reappoint: "Apologise, new appointment",
    resolve: "Result is there",
    reject: "Reject",
    return: "Return the result",
    withdraw: "Withdrawn by the citizen",
    stop: "Stop",
    correct: "Correct",
    pay: "Fee paid",
    digitise: "Attach a file",
    "move-due": "Due date moved by the calendar",
    "register-entry": "Imported from the register",
  },
);

export function actName(act: string): string {
  return (t() as Record<string, string>)[act] ?? act;
}
