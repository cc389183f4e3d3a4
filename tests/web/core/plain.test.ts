import { expect, test } from "vitest";

import { fold } from "@motcua/plain";

test("all writings of a name are found by the same words", () => {
  const written = [
    "Đất đai",
    "Ðất đai",
    "Ɖất đai",
    "Đất  đai",
    "Đất\u00A0 đai",
    "Đất đai\u200B",
    "ĐẤT ĐAI",
  ];
  for (const each of written) expect(fold(each)).toBe("dat dai");
  for (const each of ["Hoà giải", "Hòa giải", "Ｈｏà giải"]) expect(fold(each)).toBe("hoa giai");
});
