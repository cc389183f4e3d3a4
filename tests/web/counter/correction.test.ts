import { expect, test } from "vitest";

import type { Dossier } from "../../../counter/web/src/api";
import {
  bodyOfCorrection,
  onNewest,
  valuesOfCorrection,
} from "../../../counter/web/src/dossier/correction";

const paper = { name: "Tờ khai", originals: 1, certified: 0, copies: 0 };
const dossier = {
  applicant: {
    name: "An",
    id_number: "",
    phone: "1",
    address: "",
    email: "",
    birth_date: null,
    birth_year: 1948,
    sex: "man",
  },
  channel: "in_person",
  fee_vnd: 0,
  documents: [paper],
} as unknown as Dossier;
const base = valuesOfCorrection(dossier);

/** What others wrote meanwhile. */
const newest: Dossier = {
  ...dossier,
  applicant: { ...dossier.applicant, phone: "2", address: "Tổ 3" },
  fee_vnd: 8000,
};

test("a correction sends what was typed, and takes nothing back that others wrote meanwhile", () => {
  const correction = { ...base, applicant: { ...base.applicant, name: "Ân" } };
  const now = valuesOfCorrection(newest);
  const shown = onNewest({ correction, base }, now);
  expect(shown.correction).toEqual({ ...now, applicant: { ...now.applicant, name: "Ân" } });
  expect(bodyOfCorrection(shown.correction, newest)).toEqual({ applicant: { name: "Ân" } });
});

test("letters that are meant are said so, beside a name only", () => {
  const correction = {
    ...base,
    asWritten: true,
    applicant: { ...base.applicant, name: "Y Ñôn" },
  };
  const shown = onNewest({ correction, base }, valuesOfCorrection(newest));
  expect(bodyOfCorrection(shown.correction, newest)).toEqual({
    applicant: { name: "Y Ñôn", as_written: true },
  });
  expect(bodyOfCorrection({ ...base, asWritten: true }, dossier)).toBeUndefined();
});

test("what others corrected in the same way needs no correction", () => {
  const correction = { ...base, applicant: { ...base.applicant, phone: "2" } };
  const shown = onNewest({ correction, base }, valuesOfCorrection(newest));
  expect(bodyOfCorrection(shown.correction, newest)).toBeUndefined();
});

test("of a member that others corrected otherwise what was typed is sent", () => {
  const correction = { ...base, fee_vnd: 5000, documents: [paper, { ...paper, name: "Đơn" }] };
  const shown = onNewest({ correction, base }, valuesOfCorrection(newest));
  expect(bodyOfCorrection(shown.correction, newest)).toEqual({
    fee_vnd: 5000,
    documents: correction.documents,
  });
});

test("birth and sex are corrected as they are shown, and an empty one is taken away", () => {
  expect(base.applicant).toMatchObject({ birth_date: "1948", sex: "man" });
  const applicant = { ...base.applicant, birth_date: " 02/03/1949", sex: "" };
  expect(bodyOfCorrection({ ...base, applicant }, dossier)).toEqual({
    applicant: { birth_date: "02/03/1949", sex: "" },
  });
  expect(bodyOfCorrection(base, dossier)).toBeUndefined();
});
