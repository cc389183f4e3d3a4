// Makes what the pages take over from the core: generated/api.d.ts, the types of its API, of its own
// description, generated/subsets.ts, which names of a vocabulary are what (a ticket's states at a
// counter), generated/access.ts, which roles may do what, generated/speech.ts, what a call is made
// of, and generated/vocabulary/, the names of its
// vocabularies with their words, of core/words: a file each, so that a page loads only those that it
// speaks:
//   node generate.mjs openapi.json

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

import openapiTS, { astToString } from "openapi-typescript";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node generate.mjs OPENAPI.json   (motcua-core openapi prints it)");
  process.exit(2);
}
const description = JSON.parse(readFileSync(file, "utf8"));
const folder = new URL("generated/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("api.d.ts", folder), astToString(await openapiTS(description)));
const { components } = description;
writeFileSync(new URL("subsets.ts", folder), subsetsOf(components["x-subsets"]));
writeFileSync(new URL("access.ts", folder), accessOf(description));
writeFileSync(new URL("speech.ts", folder), speechOf(components["x-speech"]));
writeVocabularies(new URL("vocabulary/", folder), readWords());

/** The vocabularies' words of each language that the core speaks. */
function readWords() {
  const words = new URL("../words/", import.meta.url);
  const languages = readdirSync(words).filter((each) => each.endsWith(".json"));
  return languages.map((each) => ({
    language: each.replace(".json", ""),
    words: JSON.parse(readFileSync(new URL(each, words), "utf8")).words,
  }));
}

/** `at_counter` of `TicketState` is `ticketStateAtCounter`, a set of its names. */
function subsetsOf(vocabularies) {
  const lines = [
    "// Made by generate.mjs of the core's own description.",
    'import type { components } from "./api";',
    'type Schemas = components["schemas"];',
  ];
  for (const [type, subsets] of Object.entries(vocabularies))
    for (const [name, members] of Object.entries(subsets)) {
      const set = `${type[0].toLowerCase()}${type.slice(1)}${camel(`_${name}`)}`;
      const typeOfSet = `ReadonlySet<Schemas[${JSON.stringify(type)}]>`;
      lines.push(`export const ${set}: ${typeOfSet} = new Set(${JSON.stringify(members)});`);
    }
  return `${lines.join("\n")}\n`;
}

/** Of each operation the roles that it is there for; a device is no person. */
function accessOf({ paths, components: { schemas } }) {
  const roles = schemas.Role.enum;
  const lines = [
    "// Made by generate.mjs of the core's own description.",
    'import type { components } from "./api";',
    "export const rolesOf = {",
  ];
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    const allowed = roles.filter((role) => operation["x-who"].includes(role));
    lines.push(`  ${operation.operationId}: ${JSON.stringify(allowed)},`);
  }
  lines.push('} satisfies Record<string, readonly components["schemas"]["Role"][]>;');
  return `${lines.join("\n")}\n`;
}

function speechOf(speech) {
  const lines = ["// Made by generate.mjs of the core's own description."];
  for (const [name, value] of Object.entries(speech))
    lines.push(`export const ${camel(name)} = ${JSON.stringify(value)};`);
  return `${lines.join("\n")}\n`;
}

/** `dossier_state` is `dossierState` in the pages. */
function camel(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/** Vietnamese is the office's language: what it has no word for is no name of the vocabulary. */
function writeVocabularies(folder, languages) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const own = languages.find((each) => each.language === "vi").words;
  const index = [];
  for (const name of Object.keys(own)) {
    const type = camel(`_${name}`);
    const names = Object.keys(own[name]);
    const words = languages.map((each) => {
      const row = names.map((key) => each.words[name]?.[key] ?? own[name][key]);
      return `  ${JSON.stringify(each.language)}: ${JSON.stringify(row)},`;
    });
    const text = [
      "// Made by generate.mjs of core/words.",
      'import { vocabulary } from "../../src/vocabulary_table";',
      `export const ${camel(name)} = vocabulary(${JSON.stringify(names)}, {`,
      ...words,
      "});",
      `export type ${type} = (typeof ${camel(name)}.names)[number];`,
      "",
    ];
    writeFileSync(new URL(`${name}.ts`, folder), text.join("\n"));
    index.push(`export * from "./${name}";`);
  }
  writeFileSync(new URL("index.ts", folder), `${index.join("\n")}\n`);
}
