import { expect, test } from "vitest";

import { fold, searchable, searched } from "@motcua/plain";

import table from "../../support/search_cases.json?raw";

test("all writings of a name are found by the same words", () => {
  const written = [
    "Đất đai",
    "Ðất đai",
    "Ɖất đai",
    "Đất  đai",
    "Đất\u00A0 đai",
    "Đất đai\u200B",
    "ĐẤT ĐAI",
  ];
  for (const each of written) expect(fold(each)).toBe("dat dai");
  for (const each of ["Hoà giải", "Hòa giải", "Ｈｏà giải"]) expect(fold(each)).toBe("hoa giai");
});

test("what is typed finds every spelling of a text, as the core finds it", () => {
  interface Case {
    text: string;
    typed: string[];
    not?: string[];
  }
  const finds = (typed: string, text: string) =>
    searched(typed)
      .split(" ")
      .every((word) => ` ${searchable(text)}`.includes(` ${word}`));
  for (const { text, typed, not = [] } of JSON.parse(table) as Case[]) {
    for (const each of typed) expect([each, finds(each, text)]).toEqual([each, true]);
    for (const each of not) expect([each, finds(each, text)]).toEqual([each, false]);
  }
});
