// What every browser has, and Node 18 does not give by itself: Debian 12's runs these tests.

import { webcrypto } from "node:crypto";

if (!("crypto" in globalThis)) Object.defineProperty(globalThis, "crypto", { value: webcrypto });
