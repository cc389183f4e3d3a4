// An event of the journal as a sentence. Pure but for the language.

import { formatDate, formatMoment, formatMoney } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import type { HistoryItem } from "../api";

const t = wordsOf("counterHistorySentence");

type Facts = Record<string, unknown>;

const text = (facts: Facts, name: string): string =>
  typeof facts[name] === "string" ? (facts[name] as string) : "";

function channelOf(facts: Facts, name: string): string {
  return vocabulary.lower(vocabulary.channel.word(text(facts, name)));
}

function shown(value: unknown): string {
  if (value === undefined || value === "") return t().empty;
  if (Array.isArray(value)) {
    return value.map((each) => (each as { name?: string }).name ?? String(each)).join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A member of a dossier as people say it. */
function said(name: string, value: unknown): string {
  if (name === "channel" && typeof value === "string") {
    return vocabulary.lower(vocabulary.channel.word(value));
  }
  if (name === "fee_vnd" && typeof value === "number") return formatMoney(value);
  return shown(value);
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
      parts.push(`${label} ${texts.from(said(name, before[name]), said(name, value))}`);
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
    case "register-entry":
      return texts.entered;
    default:
      return vocabulary.lower(vocabulary.act.word(item.act));
  }
}
