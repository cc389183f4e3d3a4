import { expect, test } from "vitest";

import type { ProcedureVersion } from "../../../counter/web/src/api";
import { isYearAlone } from "../../../counter/web/src/birth";
import {
  addPaper,
  bodyOf,
  feeOf,
  isBlank,
  isOfSomebodyElse,
  newDraft,
  nextOfVisit,
  restored,
  tickAll,
  togglePaper,
  withCard,
  withLettersMeant,
  withProcedure,
} from "../../../counter/web/src/intake/draft";
import type { Card } from "../../../counter/web/src/scan/code";
import { inEnglish } from "../language";

const card: Card = {
  id_number: "019185001234",
  old_id_number: "",
  name: "Nguyễn Thị Hoa",
  birth_date: "1985-03-02",
  birth_year: 1985,
  sex: "woman",
  residence: "Tổ 3",
  issued_on: "2021-05-10",
  doubts: [],
};
const procedure = (part: Partial<ProcedureVersion> = {}): ProcedureVersion => ({
  code: "1.001193",
  name: "Thủ tục đăng ký khai sinh",
  field: "Hộ tịch",
  unit: "working_day",
  duration: "0",
  duration_text: "trong ngày làm việc",
  cutoff: "15:00",
  counting_cutoff: "15:00",
  fee_vnd: 8000,
  certifies_copies: false,
  online_level: "partial",
  online_level_text: "",
  sector: "ward",
  linked_agencies: [],
  documents: ["Tờ khai", "Giấy chứng sinh"],
  decision: "",
  effective_from: "2022-01-01",
  effective_to: null,
  ...part,
});
const draft = newDraft("a1", "2023-01-03T08:00:00+07:00");

test("a card fills the applicant and keeps the phone", () => {
  const filled = withCard({ ...draft, phone: "0912" }, card);
  expect(filled).toMatchObject({ name: card.name, id_number: card.id_number, phone: "0912" });
  expect(isBlank(draft)).toBe(true);
  expect(isBlank(filled)).toBe(false);
});

test("a card's birth and sex go with the applicant; a year alone leaves the day open", () => {
  const filled = withCard(draft, { ...card, birth_date: "1985-03-02", birth_year: 1985 });
  expect(bodyOf(filled, procedure()).applicant).toMatchObject({
    birth_date: "02/03/1985",
    sex: "woman",
  });
  const older = { ...card, birth_date: null, birth_year: 1948, sex: null };
  const open = withCard(filled, older);
  expect([open.birth_date, open.sex]).toEqual(["1948", ""]);
  expect(isYearAlone(open.birth_date)).toBe(true);
  expect(isYearAlone(filled.birth_date)).toBe(false);
  const sent = bodyOf(open, procedure()).applicant;
  expect(sent.birth_date).toBe("1948");
  expect(sent).not.toHaveProperty("sex");
  expect(nextOfVisit(filled, "b2", "2023-01-03T08:10:00+07:00")).toMatchObject({
    birth_date: "02/03/1985",
    sex: "woman",
  });
});

test("what the core says was read damaged is left to the officer", () => {
  const damaged_fields: Card["damaged_fields"] = ["full_name", "residence"];
  const damaged = { ...card, name: "NguyÔn ThÞ Hoa", residence: "Tæ 3", damaged_fields };
  const filled = withCard(draft, damaged);
  expect(filled).toMatchObject({ name: "", address: "", id_number: card.id_number });
  const typed = { ...filled, name: "Nguyễn Thị Hoa", address: "Tổ 3" };
  expect(withCard(typed, damaged)).toMatchObject({ name: "Nguyễn Thị Hoa", address: "Tổ 3" });
});

test("letters that may be meant are sent as written once the officer has looked at them", () => {
  const errors = { "applicant.name": "hỏng", "applicant.phone": "sai" };
  const refused = { ...draft, name: "Chau Keát", mayBeMeant: true, errors };
  expect(bodyOf(refused, procedure()).applicant).not.toHaveProperty("as_written");
  const meant = withLettersMeant(refused, true);
  expect(meant.errors).toEqual({ "applicant.phone": "sai" });
  expect(bodyOf(meant, procedure()).applicant).toMatchObject({ as_written: true });
  expect(withCard(meant, card).asWritten).toBe(false);
  expect(nextOfVisit(meant, "b", "").asWritten).toBe(true);
});

test("a birth date that is not on the card is the officer's", () => {
  const undated = { ...card, birth_date: null, birth_year: null };
  expect(withCard(draft, undated).birth_date).toBe("");
  expect(withCard({ ...draft, birth_date: "1985" }, undated).birth_date).toBe("1985");
});

test("another person's card never goes into a draft that is somebody's", () => {
  const filled = withCard(draft, card);
  expect(isOfSomebodyElse(filled, card)).toBe(false);
  expect(isOfSomebodyElse(filled, { ...card, id_number: "019085001234" })).toBe(true);
  expect(isOfSomebodyElse({ ...draft, name: "nguyễn thị hoa" }, card)).toBe(false);
  expect(isOfSomebodyElse({ ...draft, name: "Trần Văn B" }, card)).toBe(true);
});

test("papers are ticked as one copy, and only those handed in are sent", () => {
  const chosen = withProcedure(withCard(draft, card), procedure());
  const body = bodyOf(togglePaper(chosen, 1), procedure());
  expect(body.documents).toEqual([
    { name: "Giấy chứng sinh", originals: 0, certified: 0, copies: 1 },
  ]);
  expect(bodyOf(tickAll(addPaper(chosen, " Đơn ")), procedure()).documents).toHaveLength(3);
  expect(togglePaper(togglePaper(chosen, 0), 0).papers[0]?.copies).toBe(0);
});

test("certifying copies costs by the copy, until the officer says otherwise", () => {
  const copying = procedure({ certifies_copies: true, fee_vnd: 2000 });
  const rows = [
    { name: "Bằng đại học", pages: 1, copies: 5 },
    { name: "Căn cước", pages: 2, copies: 3 },
    { name: "", pages: 1, copies: 9 },
  ];
  const chosen = { ...withProcedure(draft, copying), rows };
  expect(feeOf(chosen, copying)).toBe(16_000);
  expect(feeOf({ ...chosen, feePerCopy: 1000 }, copying)).toBe(8_000);
  expect(feeOf({ ...chosen, fee: 0 }, copying)).toBe(0);
  const papers = inEnglish(() => bodyOf(chosen, copying).documents); // data: not the page's language
  expect(papers).toEqual(bodyOf(chosen, copying).documents);
  expect(papers).toEqual([
    { name: "Bằng đại học (1 trang × 5 bản)", originals: 1, certified: 5, copies: 0 },
    { name: "Căn cước (2 trang × 3 bản)", originals: 1, certified: 3, copies: 0 },
  ]);
});

test("the next dossier of a visit keeps the person and the ticket, and nothing else", () => {
  const first = {
    ...withProcedure(withCard(draft, card), procedure()),
    ticket: "T230103-A001",
    visit: ["x"],
  };
  const next = nextOfVisit(first, "b2", "2023-01-03T08:10:00+07:00");
  expect(next).toMatchObject({
    id: "b2",
    name: card.name,
    ticket: "T230103-A001",
    visit: ["x"],
    procedure: null,
  });
});

test("a stored draft of an older page is completed, what is no draft is none", () => {
  expect(restored({ id: "a1", startedAt: "2023", name: "An" })).toMatchObject({
    name: "An",
    rows: [{}],
  });
  expect(restored({ name: "An" })).toBeUndefined();
  expect(restored("x")).toBeUndefined();
});
