import { expect, test } from "vitest";

import { readRoute, writeRoute } from "../../../core/web/office/src/shell/route";

test("an address says page and period, and is read back", () => {
  const address = writeRoute("period", { from: "2023-01-01", to: "2023-07-31", by: undefined });
  expect(address).toBe("#/period?from=2023-01-01&to=2023-07-31");
  const { page, query } = readRoute(address);
  expect(page).toBe("period");
  expect(query.get("to")).toBe("2023-07-31");
  expect(query.get("by")).toBeNull();
});

test("an empty address is the first page", () => {
  expect(readRoute("").page).toBe("");
  expect(readRoute("#/users").page).toBe("users");
});
