// What is known of the dossier: who, what, when it is due and why, papers, agencies, pauses.

import { formatDate, formatMoment, formatMoney } from "@motcua/format";
import { defineTexts } from "@motcua/language";

import type { Deadline, Dossier } from "../api";
import { now } from "../clock";
import { nameOf } from "../work_list/work";
import { Steps } from "./deadline_steps";

const t = defineTexts(
  {
    applicant: "Người nộp",
    id_number: "Số căn cước",
    phone: "Điện thoại",
    address: "Địa chỉ",
    email: "Thư điện tử",
    received: "Tiếp nhận",
    submitted: "Nộp trực tuyến",
    channel: "Cách nộp",
    in_person: "trực tiếp",
    online: "trực tuyến",
    postal: "bưu chính",
    by: "Người nhận",
    assignee: "Đang làm",
    step: (step: number) => `bước ${step}`,
    nobody: "chưa giao",
    fee: "Phí",
    paid: (paid: string) => `đã thu ${paid}`,
    due: "Hạn trả",
    noLimit: "không quy định",
    suspended: "đang tạm dừng",
    late: "QUÁ HẠN",
    appointment: "Ngày hẹn người dân",
    resolved: "Có kết quả",
    early: "trước hạn",
    on_time: "đúng hạn",
    outcomeLate: "quá hạn",
    approved: "đồng ý",
    rejected: "không giải quyết",
    returned: "Đã trả",
    papers: "Giấy tờ nộp",
    noPapers: "Không ghi giấy tờ nào.",
    paper: "Tên giấy tờ",
    originals: "Bản chính",
    certified: "Chứng thực",
    copies: "Bản sao",
    agencies: "Cơ quan phối hợp",
    handed: (at: string) => `chuyển ${at}`,
    notAcknowledged: "chưa nhận",
    acknowledged: (at: string) => `nhận ${at}`,
    answerDue: (at: string) => `hẹn trả lời ${at}`,
    answered: (at: string) => `trả lời ${at}`,
    pauses: "Tạm dừng",
    pause: (from: string, to: string) => `${from} – ${to}`,
    stillPaused: "nay",
  },
  {
    applicant: "Applicant",
    id_number: "ID number",
    phone: "Phone",
    address: "Address",
    email: "E-mail",
    received: "Received",
    submitted: "Submitted online",
    channel: "Came",
    in_person: "in person",
    online: "online",
    postal: "by post",
    by: "Received by",
    assignee: "With",
    step: (step: number) => `step ${step}`,
    nobody: "nobody yet",
    fee: "Fee",
    paid: (paid: string) => `${paid} paid`,
    due: "Due",
    noLimit: "no limit",
    suspended: "suspended",
    late: "LATE",
    appointment: "Appointment",
    resolved: "Result",
    early: "early",
    on_time: "on time",
    outcomeLate: "late",
    approved: "approved",
    rejected: "rejected",
    returned: "Returned",
    papers: "Papers handed in",
    noPapers: "No papers are written down.",
    paper: "Paper",
    originals: "Originals",
    certified: "Certified",
    copies: "Copies",
    agencies: "Agencies",
    handed: (at: string) => `handed over ${at}`,
    notAcknowledged: "not acknowledged",
    acknowledged: (at: string) => `acknowledged ${at}`,
    answerDue: (at: string) => `answer due ${at}`,
    answered: (at: string) => `answered ${at}`,
    pauses: "Pauses",
    pause: (from: string, to: string) => `${from} – ${to}`,
    stillPaused: "now",
  },
);

function applicantFacts({ applicant }: Dossier): [string, string][] {
  const texts = t();
  return [
    [texts.applicant, applicant.name],
    [texts.id_number, applicant.id_number],
    [texts.phone, applicant.phone],
    [texts.address, applicant.address],
    [texts.email, applicant.email],
  ];
}

function courseFacts(dossier: Dossier): [string, string][] {
  const texts = t();
  const outcome =
    dossier.outcome === "late" ? texts.outcomeLate : dossier.outcome && texts[dossier.outcome];
  const result = [
    dossier.decision && texts[dossier.decision],
    dossier.resolved_at && formatMoment(dossier.resolved_at),
    outcome,
  ];
  const returned = dossier.returned_at
    ? `${formatMoment(dossier.returned_at)} ${dossier.return_channel ? texts[dossier.return_channel] : ""}`
    : "";
  const paid = dossier.fee_vnd > 0 ? ` (${texts.paid(formatMoney(dossier.paid_vnd))})` : "";
  return [
    [texts.submitted, dossier.submitted_at ? formatMoment(dossier.submitted_at) : ""],
    [texts.received, dossier.received_at ? formatMoment(dossier.received_at) : ""],
    [texts.channel, texts[dossier.channel]],
    [texts.by, nameOf(dossier.officer)],
    [texts.assignee, `${nameOf(dossier.assignee) || texts.nobody}, ${texts.step(dossier.step)}`],
    [texts.fee, `${formatMoney(dossier.fee_vnd)}${paid}`],
    [texts.resolved, result.filter(Boolean).join(", ")],
    [texts.returned, returned],
  ];
}

export function Facts({ dossier }: { dossier: Dossier }) {
  const facts = [...applicantFacts(dossier), ...courseFacts(dossier)].filter(([, value]) => value);
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function DueFacts({ dossier, deadline }: { dossier: Dossier; deadline: Deadline | null }) {
  const texts = t();
  const open = !dossier.closed_at;
  const late = open && dossier.due_at !== null && new Date(dossier.due_at) <= now.value;
  const due = dossier.due_at
    ? formatMoment(dossier.due_at)
    : dossier.state === "suspended"
      ? texts.suspended
      : texts.noLimit;
  const moved = dossier.appointment && dossier.appointment !== dossier.due_at;
  return (
    <section class={`card due ${late ? "late" : ""}`} aria-labelledby="dossier-due-title">
      <h2 id="dossier-due-title">{texts.due}</h2>
      <p class="due-at">
        <strong class="number">{due}</strong> {late && <span class="badge bad">{texts.late}</span>}
      </p>
      {moved && (
        <p>
          {texts.appointment}: <strong class="number">{formatMoment(dossier.appointment)}</strong>
        </p>
      )}
      {deadline && <Steps steps={deadline.steps} />}
    </section>
  );
}

export function PapersOf({ dossier }: { dossier: Dossier }) {
  const texts = t();
  return (
    <section class="card" aria-labelledby="dossier-papers-title">
      <h2 id="dossier-papers-title">
        {texts.papers} <span class="number">{dossier.documents.length}</span>
      </h2>
      {dossier.documents.length === 0 ? (
        <p class="hint">{texts.noPapers}</p>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{texts.paper}</th>
              <th scope="col" class="end">
                {texts.originals}
              </th>
              <th scope="col" class="end">
                {texts.certified}
              </th>
              <th scope="col" class="end">
                {texts.copies}
              </th>
            </tr>
          </thead>
          <tbody>
            {dossier.documents.map((paper, index) => (
              <tr key={index}>
                <td>{paper.name}</td>
                <td class="end">{paper.originals || ""}</td>
                <td class="end">{paper.certified || ""}</td>
                <td class="end">{paper.copies || ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function Course({ dossier }: { dossier: Dossier }) {
  const texts = t();
  if (dossier.hand_overs.length === 0 && dossier.pauses.length === 0) return null;
  return (
    <section class="card" aria-label={texts.agencies}>
      {dossier.hand_overs.length > 0 && (
        <>
          <h2>{texts.agencies}</h2>
          <ul class="hand-overs">
            {dossier.hand_overs.map((each, index) => {
              const lateAnswer =
                !each.answered_at && each.due_at && new Date(each.due_at) <= now.value;
              return (
                <li key={index}>
                  <strong>{each.agency}</strong>
                  {each.external_code && ` (${each.external_code})`}:{" "}
                  {texts.handed(formatMoment(each.handed_at))},{" "}
                  {each.acknowledged_at
                    ? texts.acknowledged(formatMoment(each.acknowledged_at))
                    : texts.notAcknowledged}
                  {each.due_at && (
                    <span class={lateAnswer ? "error" : ""}>
                      , {texts.answerDue(formatMoment(each.due_at))}
                    </span>
                  )}
                  {each.answered_at && `, ${texts.answered(formatMoment(each.answered_at))}`}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {dossier.pauses.length > 0 && (
        <>
          <h2>{texts.pauses}</h2>
          <ul>
            {dossier.pauses.map((each, index) => (
              <li key={index} class="number">
                {texts.pause(
                  formatDate(each.from),
                  each.to ? formatDate(each.to) : texts.stillPaused,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
