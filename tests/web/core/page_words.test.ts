import { expect, test } from "vitest";

import vietnamese from "../../../core/web/words/vi?raw";
import { unusedWords } from "./page_words";

const sources = import.meta.glob<string>(
  [
    "../../../core/web/{src,office}/**/*.{ts,tsx}",
    "../../../counter/web/src/**/*.{ts,tsx}",
    "../../../kiosk/web/**/*.{ts,tsx}",
  ],
  { query: "?raw", import: "default", eager: true },
);

test("no text of the pages is left that no page shows", () => {
  expect(unusedWords(vietnamese, Object.values(sources))).toEqual([]);
});

/** A source that takes a section; in one piece the build of the tests would take it as well. */
const taking = (section: string, rest: string) => `const t = ${"wordsOf"}("${section}"); ${rest}`;

test("a text without a use is found, and one that is looked up by its name is not", () => {
  const words = '\nexport const a = {\n  one: "x",\n  two: (n: string) => `y`,\n};\n';
  expect(unusedWords(words, [taking("a", "show(t().one);")])).toEqual(["a.two"]);
  expect(unusedWords(words, [taking("a", "show(t()[name]);")])).toEqual([]);
  expect(unusedWords(words, [taking("a", "tell(missing, t());")])).toEqual([]);
  expect(unusedWords(words, [taking("b", "show(t().one);")])).toEqual(["a"]);
  expect(unusedWords(words, [taking("a", 'const { two } = t(); // one\nshow("three");')])).toEqual([
    "a.one",
  ]);
});
