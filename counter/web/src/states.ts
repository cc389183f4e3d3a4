// Where dossiers and tickets stand, in the language of now: the core says it in Vietnamese only.

import { defineTexts } from "@motcua/language";

const t = defineTexts(
  {
    submitted: "Chờ tiếp nhận",
    in_progress: "Đang giải quyết",
    suspended: "Tạm dừng",
    resolved: "Đã có kết quả",
    returned: "Đã trả kết quả",
    refused: "Từ chối tiếp nhận",
    withdrawn: "Đã rút",
    stopped: "Dừng giải quyết",
    waiting: "Đang chờ gọi",
    called: "Đã gọi",
    serving: "Đang phục vụ",
    held: "Đang giữ",
    done: "Đã xong",
    no_show: "Vắng",
    expired: "Hết hạn",
  },
  {
    submitted: "Submitted",
    in_progress: "In progress",
    suspended: "Suspended",
    resolved: "Result is there",
    returned: "Returned",
    refused: "Refused",
    withdrawn: "Withdrawn",
    stopped: "Stopped",
    waiting: "Waiting",
    called: "Called",
    serving: "Being served",
    held: "Held",
    done: "Done",
    no_show: "No-show",
    expired: "Expired",
  },
);

export function stateName(state: string): string {
  return (t() as Record<string, string>)[state] ?? state;
}
