import { wordsOf } from "@motcua/language";

import { isBlank, titleOf } from "./draft";
import { closeDraft, drafts, openDraft, openId } from "./drafts";
import { procedureOf } from "./procedures";

const t = wordsOf("counterDraftTabs");

export function DraftTabs({ onNew }: { onNew: () => void }) {
  const texts = t();
  return (
    <ul class="draft-tabs" aria-label={texts.drafts}>
      {drafts.value.map((draft) => {
        const title = titleOf(draft, procedureOf(draft.procedure)) || texts.blank;
        const state = draft.sending ? texts.sending : draft.result ? texts.done : "";
        return (
          <li key={draft.id} class={draft.id === openDraft.value?.id ? "current" : ""}>
            <button
              type="button"
              class="draft-title"
              aria-current={draft.id === openDraft.value?.id ? "true" : undefined}
              onClick={() => (openId.value = draft.id)}
            >
              <span>{title}</span>
              {state && <small>{state}</small>}
            </button>
            {!draft.sending && (drafts.value.length > 1 || !isBlank(draft)) && (
              <button
                type="button"
                class="draft-close"
                aria-label={texts.close(title)}
                onClick={() => closeDraft(draft.id)}
              >
                ×
              </button>
            )}
          </li>
        );
      })}
      <li>
        <button
          type="button"
          class="draft-title"
          aria-label={texts.add}
          title={texts.add}
          onClick={onNew}
        >
          +
        </button>
      </li>
    </ul>
  );
}
