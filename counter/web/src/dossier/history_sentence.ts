// An event of the journal as a sentence. Pure but for the language.

import { formatDate, formatMoment, formatMoney } from "@motcua/format";
import { defineTexts } from "@motcua/language";

import type { HistoryItem } from "../api";
import { actName } from "./act_names";

const t = defineTexts(
  {
    receive: (channel: string) => `tiếp nhận hồ sơ ${channel}`.trim(),
    forward: (to: string) => (to ? `chuyển bước cho ${to}` : "chuyển sang bước tiếp theo"),
    "hand-over": (agency: string, due: string) =>
      `chuyển cho ${agency}${due ? `, hẹn trả lời ${due}` : ""}`,
    acknowledge: (agency: string) => `ghi: ${agency} đã nhận`,
    answer: (agency: string) => `ghi: ${agency} đã trả lời`,
    reappoint: (to: string) => `xin lỗi và hẹn lại ngày ${to}`,
    return: (channel: string) => `trả kết quả ${channel}`.trim(),
    pay: (amount: string) => `thu ${amount}`,
    digitise: (name: string) => `gắn tệp ${name}`,
    "move-due": (to: string) => `dời hạn trả sang ${to} vì lịch làm việc thay đổi`,
    correct: (what: string) => `sửa ${what}`,
    applicant: "người nộp",
    channel: "cách nộp",
    fee_vnd: "phí",
    papers: "giấy tờ",
    from: (before: string, after: string) => `từ “${before}” thành “${after}”`,
    in_person: "trực tiếp",
    online: "trực tuyến",
    postal: "qua bưu chính",
    empty: "trống",
  },
  {
    receive: (channel: string) => `received the dossier ${channel}`.trim(),
    forward: (to: string) => (to ? `forwarded it to ${to}` : "forwarded it to the next step"),
    "hand-over": (agency: string, due: string) =>
      `handed it over to ${agency}${due ? `, answer due ${due}` : ""}`,
    acknowledge: (agency: string) => `noted: ${agency} has it`,
    answer: (agency: string) => `noted: ${agency} has answered`,
    reappoint: (to: string) => `apologised; new appointment ${to}`,
    return: (channel: string) => `returned the result ${channel}`.trim(),
    pay: (amount: string) => `took ${amount}`,
    digitise: (name: string) => `attached ${name}`,
    "move-due": (to: string) => `due date moved to ${to}, as the calendar changed`,
    correct: (what: string) => `corrected ${what}`,
    applicant: "the applicant",
    channel: "the channel",
    fee_vnd: "the fee",
    papers: "the papers",
    from: (before: string, after: string) => `from “${before}” to “${after}”`,
    in_person: "in person",
    online: "online",
    postal: "by post",
    empty: "empty",
  },
);

type Facts = Record<string, unknown>;

const text = (facts: Facts, name: string): string =>
  typeof facts[name] === "string" ? (facts[name] as string) : "";

function channelOf(facts: Facts, name: string): string {
  return (t() as unknown as Record<string, string>)[text(facts, name)] ?? "";
}

function shown(value: unknown): string {
  if (value === undefined || value === "") return t().empty;
  if (Array.isArray(value)) {
    return value.map((each) => (each as { name?: string }).name ?? String(each)).join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What a correction changed, as before and after. */
function corrections(facts: Facts): string {
  const texts = t();
  const after = (facts.correction ?? {}) as Facts;
  const before = (facts.said_before ?? {}) as Facts;
  const parts: string[] = [];
  for (const [name, value] of Object.entries(after)) {
    const label = (texts as unknown as Record<string, string>)[name] ?? name;
    if (name === "applicant") {
      const [was, is] = [(before.applicant ?? {}) as Facts, value as Facts];
      const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])]
        .filter((field) => was[field] !== is[field])
        .map((field) => texts.from(shown(was[field]), shown(is[field])));
      parts.push(`${label} ${changed.join(", ")}`.trim());
    } else {
      parts.push(`${label} ${texts.from(shown(before[name]), shown(value))}`);
    }
  }
  return parts.join("; ");
}

export function sentence(item: HistoryItem): string {
  const texts = t();
  const facts = (item.data ?? {}) as Facts;
  switch (item.act) {
    case "receive":
      return texts.receive(channelOf(facts, "channel"));
    case "forward":
      return texts.forward(text(facts, "assignee"));
    case "hand-over":
      return texts["hand-over"](
        text(facts, "agency"),
        facts.answer_due ? formatMoment(text(facts, "answer_due")) : "",
      );
    case "acknowledge":
    case "answer":
      return texts[item.act](text(facts, "agency"));
    case "reappoint":
      return texts.reappoint(formatMoment(text(facts, "new_appointment")));
    case "return":
      return texts.return(channelOf(facts, "return_channel"));
    case "pay":
      return texts.pay(formatMoney(Number(facts.paid_vnd ?? 0)));
    case "digitise":
      return texts.digitise(text((facts.attachment ?? {}) as Facts, "name"));
    case "move-due":
      return texts["move-due"](formatDate(text(facts, "new_due")));
    case "correct":
      return texts.correct(corrections(facts));
    default:
      return actName(item.act).toLocaleLowerCase();
  }
}
