import { useState } from "preact/hooks";

import { ActKeys } from "@motcua/api/act_keys";
import { Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";
import * as vocabulary from "@motcua/vocabulary";

import { postFeedback, type Feedback } from "../api";
import { Heading } from "../parts/heading";
import { Keyboard } from "../parts/keyboard";
import { Touch } from "../parts/touch";

const t = wordsOf("kioskWriting");

const longest = { text: 500, contact: 15 };
type Place = keyof typeof longest;

/** Words of the citizen's own, typed on the screen. */
export function Writing({
  about,
  failed,
  onSent,
}: {
  about: { ticket?: string; dossier?: string } | null;
  failed: string;
  onSent: () => void;
}) {
  const texts = t();
  const [keys] = useState(() => new ActKeys());
  const [kind, setKind] = useState<"complaint" | "suggestion">("complaint");
  const [typed, setTyped] = useState({ text: "", contact: "" });
  const [at, setAt] = useState<Place>("text");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const submit = async () => {
    setBusy(true);
    const contact = typed.contact.trim();
    const text = typed.text.trim();
    const feedback: Feedback = { kind, text, ...about, ...(contact ? { contact } : {}) };
    try {
      await keys.once(feedback, (key) => postFeedback(feedback, key));
      onSent();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error.message || failed);
      setBusy(false);
    }
  };
  const place = (each: Place, name: string, hint: string) => (
    <button
      type="button"
      class="typed"
      aria-pressed={at === each}
      aria-label={`${name}: ${typed[each] || hint}`}
      onClick={() => setAt(each)}
    >
      {typed[each] || (
        <span>
          {name}. {hint}
        </span>
      )}
    </button>
  );
  return (
    <div class="feedback writing">
      <Heading sounds={["kiosk-feedback"]} text={texts.title}>
        {texts.title}
      </Heading>
      <div class="choices" role="group" aria-label={texts.title}>
        <Touch pressed={kind === "complaint"} onTouch={() => setKind("complaint")}>
          {vocabulary.feedbackKind.word("complaint")}
        </Touch>
        <Touch pressed={kind === "suggestion"} onTouch={() => setKind("suggestion")}>
          {vocabulary.feedbackKind.word("suggestion")}
        </Touch>
      </div>
      {place("text", texts.text, texts.textFor)}
      {place("contact", texts.contact, texts.contactFor)}
      {problem && <p class="notice bad">{problem}</p>}
      <Keyboard
        kind="text"
        value={typed[at]}
        most={longest[at]}
        onType={(value) => setTyped({ ...typed, [at]: value })}
      />
      <Touch look="primary" disabled={!typed.text.trim() || busy} onTouch={() => void submit()}>
        {texts.send}
      </Touch>
    </div>
  );
}
