// Whether this has been handed in already: shown beside, stops nobody.

import { Problem } from "@motcua/api/client";
import { formatDate } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { useEffect, useState } from "preact/hooks";

import { loadSimilar, type SimilarDossier, type SimilarQuestion } from "../api";
import { openDossier } from "../navigation";
import type { Draft } from "./draft";

const t = wordsOf("counterSimilar");

const askAfter = 400;
const mostShown = 4;

function questionOf(draft: Draft): SimilarQuestion | undefined {
  const { id_number, phone, name, procedure } = draft;
  const applicant: SimilarQuestion["applicant"] = {};
  if (/^\d{9}(\d{3})?$/.test(id_number)) applicant.id_number = id_number;
  if (/^\+?\d{9,}$/.test(phone)) applicant.phone = phone;
  if (name.trim().includes(" ") && procedure) applicant.name = name.trim();
  if (!applicant.id_number && !applicant.phone && !applicant.name) return undefined;
  return { applicant, ...(procedure ? { procedure } : {}) };
}

function useSimilar(draft: Draft): SimilarDossier[] {
  const [found, setFound] = useState<SimilarDossier[]>([]);
  const question = questionOf(draft);
  const asked = JSON.stringify(question ?? null);
  useEffect(() => {
    if (!question) {
      setFound([]);
      return undefined;
    }
    let left = false;
    const timer = window.setTimeout(() => {
      loadSimilar(question)
        .then((answer) => !left && setFound(answer.items))
        .catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
          if (!left) setFound([]); // a help only: nothing to tell about its absence
        });
    }, askAfter);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [asked, language.value]);
  return found.filter((each) => !draft.visit.includes(each.code));
}

export function Similar({ draft }: { draft: Draft }) {
  const texts = t();
  const found = useSimilar(draft);
  const duplicate = found.some((each) => each.procedure.code === draft.procedure);
  const first = [...found].sort(
    (a, b) =>
      Number(b.procedure.code === draft.procedure) - Number(a.procedure.code === draft.procedure),
  );
  return (
    <section class={`card similar ${duplicate ? "duplicate" : ""}`} aria-labelledby="similar-title">
      <h2 id="similar-title">{texts.title}</h2>
      <div role="status">
        {duplicate && <div class="notice warn">{texts.same}</div>}
        {found.length === 0 && <p class="hint">{texts.none}</p>}
      </div>
      {found.length > 0 && (
        <ul>
          {first.slice(0, mostShown).map((each) => (
            <li key={each.code}>
              <button type="button" class="link" onClick={() => openDossier(each.code)}>
                {each.code}
              </button>{" "}
              <span lang="vi">{each.procedure.name}</span> · {each.state_text} ·{" "}
              {formatDate(each.received_at)}
            </li>
          ))}
          {found.length > mostShown && <li class="hint">{texts.more(found.length - mostShown)}</li>}
        </ul>
      )}
    </section>
  );
}
