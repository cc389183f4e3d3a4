import { beforeEach, expect, test, vi } from "vitest";

const asked = vi.hoisted(() => {
  vi.stubGlobal("location", { hash: "#/period?from=2023-01-01&to=2023-07-31" });
  return { cchc: 0 };
});

vi.mock("../../../core/web/office/src/api", () => ({
  getReport: async () => ({ groups: [] }),
  get06a: async () => ({}),
  getCchc: async () => {
    asked.cchc += 1;
    return {};
  },
}));

import { chooseLanguage } from "@motcua/language";

import { followPeriod } from "../../../core/web/office/src/period/period_state";
import cchcPart from "../../../core/web/office/src/period/cchc_part.tsx?raw";

beforeEach(() => {
  asked.cchc = 0;
});

test("the rows of the reform report are asked for anew in another language", () => {
  const end = followPeriod();
  expect(asked.cchc).toBe(1);
  chooseLanguage("en", { keep: false });
  expect(asked.cchc).toBe(2);
  chooseLanguage("vi", { keep: false });
  expect(asked.cchc).toBe(3);
  end();
  chooseLanguage("en", { keep: false });
  expect(asked.cchc).toBe(3);
  chooseLanguage("vi", { keep: false });
});

test("no language is named where the rows are shown: each is as the core says it", () => {
  expect(cchcPart).not.toMatch(/language\.value|row\.name_en|row\.source_en/);
});
