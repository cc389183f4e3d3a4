// What every page has, and Node does not give: a document, whose language is set; and `crypto`, which
// the Node 18 of Debian 12 does not give to its tests.

import { webcrypto } from "node:crypto";

globalThis.document ??= { documentElement: {} };
if (!("crypto" in globalThis)) Object.defineProperty(globalThis, "crypto", { value: webcrypto });
