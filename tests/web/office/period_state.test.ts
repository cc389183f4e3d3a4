import { beforeEach, expect, test, vi } from "vitest";

const asked = vi.hoisted(() => {
  const location = { hash: "#/period?from=2023-01-01&to=2023-07-31" };
  vi.stubGlobal("location", location);
  vi.stubGlobal("history", {
    replaceState: (_data: unknown, _title: string, target: string) => {
      location.hash = target;
    },
  });
  return { cchc: 0, groups: 0, form06a: 0 };
});

vi.mock("../../../core/web/office/src/api", () => ({
  getReport: async (_: object, by?: string) => {
    if (by === "field") asked.groups += 1;
    return { groups: [] };
  },
  get06a: async () => {
    asked.form06a += 1;
    return {};
  },
  getCchc: async () => {
    asked.cchc += 1;
    return {};
  },
}));

import { chooseLanguage } from "@motcua/language";

import { followPeriod, show } from "../../../core/web/office/src/period/period_state";
import cchcPart from "../../../core/web/office/src/period/cchc_part.tsx?raw";

beforeEach(() => {
  Object.assign(asked, { cchc: 0, groups: 0, form06a: 0 });
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

test("so are the groups of the report and the columns of the form, whichever is shown", () => {
  const end = followPeriod();
  expect(asked).toMatchObject({ groups: 1, form06a: 0 });
  chooseLanguage("en", { keep: false });
  expect(asked).toMatchObject({ groups: 2, form06a: 0 });
  show({ view: "06a" });
  expect(asked).toMatchObject({ groups: 2, form06a: 1 });
  chooseLanguage("vi", { keep: false });
  expect(asked).toMatchObject({ groups: 2, form06a: 2 });
  end();
  show({ view: "figures" });
});

test("no language is named where the rows are shown: each is as the core says it", () => {
  expect(cchcPart).not.toMatch(/language\.value|row\.name_en|row\.source_en/);
});
