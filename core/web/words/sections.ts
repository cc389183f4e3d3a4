// Gives each part of a page its own texts only: `wordsOf("officeToday")` becomes an import of that
// section from the file of every language. Without it every page would load the words of all.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Plugin } from "vite";

import { languages } from "./languages";

const folder = fileURLToPath(new URL(".", import.meta.url));
const call = /\bwordsOf\("(\w+)"\)/g;
const section = /\/words\/\w+\.ts\?section=(\w+)$/;

/** The statement that defines the section, as it stands in the file of a language. */
export function cutSection(file: string, name: string): string {
  const [, ...parts] = file.split(`\nexport const ${name} = {\n`);
  const body = parts[0]?.split("\n}")[0];
  if (body === undefined) throw new Error(`there is no section ${name}`);
  return `export const ${name} = {\n${body}\n};\n`;
}

export function wordSections(): Plugin {
  return {
    name: "word-sections",
    enforce: "pre",
    load(id) {
      const name = section.exec(id)?.[1];
      if (name === undefined) return undefined;
      const path = id.split("?")[0] as string;
      this.addWatchFile(path);
      return cutSection(readFileSync(path, "utf8"), name);
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id)) return undefined;
      const imports: string[] = [];
      const changed = code.replace(call, (_, name: string) => {
        const each = Object.keys(languages).map((language) => {
          const local = `${name}_${language}`;
          const from = `${folder}${language}.ts?section=${name}`;
          imports.push(`import { ${name} as ${local} } from ${JSON.stringify(from)};`);
          return `${language}: ${local}`;
        });
        return `wordsOf({ ${each.join(", ")} })`;
      });
      if (imports.length === 0) return undefined;
      return { code: `${[...new Set(imports)].join(" ")} ${changed}`, map: null };
    },
  };
}
