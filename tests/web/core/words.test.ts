import { expect, test } from "vitest";

import * as vietnamese from "../../../core/web/words/vi";
import vocabularies from "../../../core/words/vi.json?raw";

const sources = import.meta.glob<string>(
  [
    "../../../core/web/{src,office}/**/*.{ts,tsx}",
    "../../../counter/web/src/**/*.{ts,tsx}",
    "../../../kiosk/web/**/*.{ts,tsx}",
  ],
  { query: "?raw", import: "default", eager: true },
);
const all = Object.values(sources);
const names = [...all, vocabularies];

const says = (sources: readonly string[], what: RegExp) => sources.some((each) => what.test(each));

/** Whether the sources read the word of a section: by its name, as a member of what they take apart,
 *  or by a name that is known only when it runs, or elsewhere, and stands somewhere. */
function isUsed(key: string, users: readonly string[], everywhere: readonly string[]): boolean {
  if (says(users, new RegExp(`[.]\\s*${key}\\b|["']${key}["']`))) return true;
  if (says(users, new RegExp(`\\{[^{}]*\\b${key}\\b[^{}]*\\} = `))) return true;
  if (says(users, /Object\.entries\(t\(\)\)/)) return true;
  const isComputed = says(users, /\b(texts|t\([^)]*\))( as [^[]+)?\)?\[|[(,] ?(texts|t\(\))\)/);
  return isComputed && says(everywhere, new RegExp(`\\b${key}\\b`));
}

test("a page says every word that it has", () => {
  const unused: string[] = [];
  for (const [section, words] of Object.entries(vietnamese)) {
    const users = all.filter((source) => source.includes(`wordsOf("${section}")`));
    for (const key of Object.keys(words)) {
      if (!isUsed(key, users, names)) unused.push(`${section}.${key}`);
    }
  }
  expect(unused).toEqual([]);
});

test("a word that nobody says is found", () => {
  const source = 'const t = wordsOf("x"); t().said; const { taken } = texts; t()["quoted"];';
  const unused = ["said", "taken", "quoted", "again"].filter((key) => !isUsed(key, [source], []));
  expect(unused).toEqual(["again"]);
});
