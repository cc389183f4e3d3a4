// Names of sound files: a Vietnamese syllable as it is typed in Telex, so that every syllable has a
// name of its own in plain ASCII, on any disk and in any address: `bảy` is `bayr`, `đến` `ddeens`.

const marks: Record<string, string> = {
  "\u0301": "s", // sắc
  "\u0300": "f", // huyền
  "\u0309": "r", // hỏi
  "\u0303": "x", // ngã
  "\u0323": "j", // nặng
};

const letters: Record<string, string> = {
  ă: "aw",
  â: "aa",
  đ: "dd",
  ê: "ee",
  ô: "oo",
  ơ: "ow",
  ư: "uw",
};

/** The tone's key comes last. A written `oo` (xoong) is `ooo`, as in Telex, since `oo` is `ô`. */
export function telex(syllable: string): string {
  let tone = "";
  const toneless = [...syllable.toLowerCase().normalize("NFD")]
    .filter((each) => {
      tone += marks[each] ?? "";
      return !(each in marks);
    })
    .join("")
    .normalize("NFC");
  const typed = toneless.replaceAll("oo", "ooo");
  return [...typed].map((each) => letters[each] ?? each).join("") + tone;
}
