// What a dossier's state means for the citizen: in words, and what to do.

import type { PublicDossier } from "../api";
import { formatDate, formatMoment } from "@motcua/format";
import { defineTexts } from "@motcua/language";

const t = defineTexts(
  {
    submitted: "Hồ sơ nộp trực tuyến đang chờ tiếp nhận",
    submittedDo: "Quý khách chưa cần đến. Cán bộ sẽ tiếp nhận hoặc báo lại.",
    inProgress: "Hồ sơ đang được giải quyết",
    come: (when: string) => `Mời đến nhận kết quả: ${when}`,
    noDate: "Cán bộ sẽ báo khi có kết quả.",
    overdue: "Hồ sơ đã quá ngày hẹn. Mời hỏi cán bộ tại quầy.",
    suspended: "Hồ sơ đang chờ quý khách bổ sung giấy tờ",
    suspendedDo: "Mời mang giấy tờ ghi trong phiếu yêu cầu bổ sung đến quầy đã nộp hồ sơ.",
    ready: "Đã có kết quả",
    readyDo: "Mời lấy số nhận kết quả; nhớ mang giấy tiếp nhận và căn cước.",
    returned: (date: string) => `Đã trả kết quả ngày ${date}`,
    returnedDo: "Quý khách không cần làm gì thêm.",
    refused: "Hồ sơ không được tiếp nhận hoặc bị từ chối",
    refusedDo: "Lý do ghi trong thông báo gửi quý khách. Mời hỏi cán bộ tại quầy nếu cần.",
    withdrawn: "Hồ sơ đã được rút theo yêu cầu",
    stopped: "Hồ sơ đã dừng giải quyết",
    stoppedDo: "Mời hỏi cán bộ tại quầy để biết lý do.",
  },
  {
    submitted: "Your online application waits to be received",
    submittedDo: "You need not come yet. An officer will receive it or write to you.",
    inProgress: "Your dossier is being processed",
    come: (when: string) => `Come to fetch the result: ${when}`,
    noDate: "You will be told when the result is there.",
    overdue: "Your dossier is past its appointment. Please ask at the counter.",
    suspended: "Your dossier waits for papers from you",
    suspendedDo: "Please bring the papers named in the request to the counter where you applied.",
    ready: "The result is ready",
    readyDo: "Take a number to fetch it; have your receipt and identity card with you.",
    returned: (date: string) => `The result was handed out on ${date}`,
    returnedDo: "There is nothing more to do.",
    refused: "The dossier was not accepted or was refused",
    refusedDo: "The reason is in the notice sent to you. Please ask at the counter if needed.",
    withdrawn: "The dossier was withdrawn on request",
    stopped: "Work on the dossier was stopped",
    stoppedDo: "Please ask at the counter for the reason.",
  },
);

export interface Told {
  look: "good" | "warn" | "bad" | "info";
  what: string;
  next: string;
}

export function tell(dossier: PublicDossier, now: Date): Told {
  const texts = t();
  if (dossier.ready) return { look: "good", what: texts.ready, next: texts.readyDo };
  switch (dossier.state) {
    case "submitted":
      return { look: "info", what: texts.submitted, next: texts.submittedDo };
    case "in_progress": {
      const when = dossier.appointment ?? dossier.due_at;
      if (when && new Date(when) < now)
        return { look: "bad", what: texts.inProgress, next: texts.overdue };
      const next = when ? texts.come(formatMoment(when)) : texts.noDate;
      return { look: "info", what: texts.inProgress, next };
    }
    case "suspended":
      return { look: "warn", what: texts.suspended, next: texts.suspendedDo };
    case "resolved":
      return { look: "good", what: texts.ready, next: texts.readyDo };
    case "returned":
      return {
        look: "good",
        what: texts.returned(formatDate(dossier.returned_at)),
        next: texts.returnedDo,
      };
    case "refused":
      return { look: "warn", what: texts.refused, next: texts.refusedDo };
    case "withdrawn":
      return { look: "info", what: texts.withdrawn, next: texts.returnedDo };
    case "stopped":
      return { look: "warn", what: texts.stopped, next: texts.stoppedDo };
  }
}

/** How far along: 1 received, 2 being processed, 3 result there, 4 handed out; 0: left the way. */
export function stepOf({ state, ready }: PublicDossier): number {
  if (state === "returned") return 4;
  if (ready || state === "resolved") return 3;
  if (state === "in_progress" || state === "suspended") return 2;
  return state === "submitted" ? 1 : 0;
}
