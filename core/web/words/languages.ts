// The languages of the pages: a file of words each (vi.ts, en.ts). A third one is one more file, and
// is named here in three places; the compiler then finds every text that it lacks.

import type * as en from "./en";
import type * as vi from "./vi";

/** Each by its own name; the first is the office's. */
export const languages = { vi: "Tiếng Việt", en: "English" } as const;
export type Language = keyof typeof languages;

/** Sections of texts, a part of a page each. Vietnamese says which there are. */
export type Words = typeof vi;

type Complete<T extends Record<Language, Words>> = T;
export type Catalogues = Complete<{ vi: typeof vi; en: typeof en }>;
