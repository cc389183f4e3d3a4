import { wordsOf } from "@motcua/language";

import type { Deadline } from "../api";

const t = wordsOf("counterDeadlineSteps");

/** The due date explains itself, for officer and citizen. */
export function Steps({ steps, open = false }: { steps: Deadline["steps"]; open?: boolean }) {
  if (steps.length === 0) return null;
  return (
    <details class="deadline-steps" open={open}>
      <summary>{t().how}</summary>
      <ol>
        {steps.map((step, index) => (
          <li key={index} class={step.step}>
            {step.text}
          </li>
        ))}
      </ol>
    </details>
  );
}
