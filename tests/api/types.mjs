// TypeScript types of the description, and whether a client of them compiles.

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const options = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** What the compiler says against it. */
export async function compileTypes(document, folder) {
  writeFileSync(join(folder, "api.ts"), astToString(await openapiTS(structuredClone(document))));
  const client = join(folder, "client_of_types.ts");
  copyFileSync(fileURLToPath(new URL("client_of_types.ts", import.meta.url)), client);
  const compiled = ts.createProgram([client], options);
  return ts.getPreEmitDiagnostics(compiled).map((each) => {
    const text = ts.flattenDiagnosticMessageText(each.messageText, "\n");
    if (!each.file) return text;
    const { line } = each.file.getLineAndCharacterOfPosition(each.start ?? 0);
    return `${each.file.fileName.split("/").pop()}:${line + 1}: ${text}`;
  });
}
