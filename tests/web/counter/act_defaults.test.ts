import { expect, test } from "vitest";

import type { Dossier } from "../../../counter/web/src/api";
import { agenciesOf, defaultsOf } from "../../../counter/web/src/dossier/act_defaults";
import { type ActSpec, actSpecs } from "../../../counter/web/src/dossier/act_specs";

const heard = { agency: "Thuế", awaits: ["answer"] };
const silent = { agency: "Đất đai", awaits: ["acknowledge", "answer"] };
const answered = { agency: "Công an", awaits: [] };
const dossier = {
  hand_overs: [answered, heard, silent],
  linked_agencies: ["Bảo hiểm xã hội"],
} as unknown as Dossier;
const specOf = (act: string) => actSpecs.find((each) => each.act === act) as ActSpec;

test("an agency is offered for what the core still awaits of it", () => {
  expect(agenciesOf(specOf("hand-over"), dossier)).toEqual(["Bảo hiểm xã hội"]);
  expect(agenciesOf(specOf("acknowledge"), dossier)).toEqual(["Đất đai"]);
  expect(agenciesOf(specOf("answer"), dossier)).toEqual(["Thuế", "Đất đai"]);
});

test("a form of an act about an agency begins with the first that it may be about", () => {
  expect(defaultsOf(specOf("acknowledge"), dossier)).toEqual({ agency: "Đất đai" });
  expect(defaultsOf(specOf("answer"), dossier)).toEqual({ agency: "Thuế" });
  expect(defaultsOf(specOf("hand-over"), dossier)).toEqual({ agency: "Bảo hiểm xã hội" });
  expect(defaultsOf(specOf("forward"), dossier)).toEqual({});
});
