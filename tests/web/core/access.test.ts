import { afterEach, expect, test } from "vitest";

import { may, mayHere } from "@motcua/access";
import { person } from "@motcua/session";

import { stubBrowser } from "../browser";

afterEach(() => {
  person.value = null;
});

test("who may do what is what the core says of each operation", () => {
  expect(may("admin", "importCatalogue")).toBe(true);
  expect(may("chairman", "importCatalogue")).toBe(false);
  expect(may("chairman", "countedDossiers")).toBe(true);
  expect(may("admin", "countedDossiers")).toBe(false);
  expect(may("specialist", "receiveDossier")).toBe(true);
});

test("nobody may do anything, whoever is logged in what their role may", () => {
  expect(mayHere("receiveDossier")).toBe(false);
  person.value = { login: "lan", name: "", role: "officer" };
  expect(mayHere("receiveDossier")).toBe(true);
  expect(mayHere("importCatalogue")).toBe(false);
});

test("the chairman has the pages that he may ask, the administrator all", async () => {
  stubBrowser();
  const { isForOffice, pagesOf } = await import("../../../core/web/office/src/shell/pages");
  expect(isForOffice("officer")).toBe(false);
  const names = (role: "chairman" | "admin") => pagesOf(role).map((each) => each.name);
  expect(names("chairman")).toEqual([
    "today",
    "period",
    "feedback",
    "catalogue",
    "calendar",
    "journal",
  ]);
  expect(names("admin")).toHaveLength(9);
});
