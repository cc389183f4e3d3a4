// Intake on one screen: who, what, which papers, when it is due; received and printed by one key.

import { wordsOf } from "@motcua/language";
import { Button, toast } from "@motcua/ui";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { useShortcuts } from "../keys";
import { present, startIfCalled } from "../queue/queue";
import { Applicant } from "./applicant";
import { Copies } from "./copies";
import { DraftTabs } from "./draft_tabs";
import { DueBox } from "./due_box";
import { type Draft, isBlank, tickAll } from "./draft";
import { addDraft, change, closeDraft, drafts, mostDrafts, openDraft, openId } from "./drafts";
import { FeeAndChannel } from "./fee_and_channel";
import { focusName, focusNameIfNowhere } from "./focus";
import { Papers } from "./papers";
import { ProcedurePicker } from "./procedure_picker";
import { procedureOf } from "./procedures";
import { scanAtEnd } from "../scan/shape";
import { missingFields, printOutcomes, send } from "./receive";
import { RefuseDialog } from "./refuse_dialog";
import { ResultPanel } from "./result_panel";
import { Similar } from "./similar";

const t = wordsOf("counterIntakeScreen");

/** The draft whose refusal is being written. */
const refusing = signal<string | null>(null);
const shownFields =
  /^(applicant\.(name|id_number|phone|address|email|birth_date|sex)|procedure|fee_vnd|channel)$/;

/** The first thing typed of a draft ties it to the ticket of who stands there, and starts it. */
function useTicket(draft: Draft): void {
  const known = useRef(new Set<string>());
  useEffect(() => {
    for (const each of drafts.value) if (!isBlank(each)) known.current.add(each.id);
  }, []);
  const blank = isBlank(draft);
  useEffect(() => {
    if (blank || known.current.has(draft.id)) return;
    known.current.add(draft.id);
    const ticket = present.value;
    if (ticket && !draft.ticket) change(draft.id, (each) => ({ ...each, ticket: ticket.code }));
    void startIfCalled();
  }, [draft.id, blank]);
}

/** The next citizen is called: what is received and printed is out of the way. */
function useTidying(): void {
  const ticket = present.value?.code;
  useEffect(() => {
    if (!ticket) return;
    for (const each of drafts.value) {
      const printed = printOutcomes.value[each.id] === "printed";
      if (each.result && each.ticket !== ticket && printed) closeDraft(each.id);
    }
  }, [ticket]);
}

/** A scan that stands in the field which has the focus is taken out of it as when it is left. */
function leaveScannedField(): void {
  const element = document.activeElement;
  if (element instanceof HTMLInputElement && scanAtEnd(element.value.trim())) element.blur();
}

function receiveDraft(draft: Draft, then: "print" | "next"): void {
  leaveScannedField();
  const missing = missingFields(draft, t());
  if (Object.keys(missing).length > 0) {
    change(draft.id, (each) => ({ ...each, errors: missing }));
    toast("warn", Object.values(missing)[0] ?? "");
    document
      .getElementById(missing["applicant.name"] ? "intake-name" : "intake-procedure")
      ?.focus();
    return;
  }
  void send(draft, { then });
}

function openAnother(): void {
  if (addDraft()) focusName();
  else toast("warn", t().tooMany(mostDrafts));
}

const isEditable = (draft: Draft | undefined): draft is Draft =>
  draft !== undefined && !draft.sending && !draft.result;

function openNext(): void {
  const at = drafts.value.findIndex((each) => each.id === openDraft.value?.id);
  openId.value = drafts.value[(at + 1) % drafts.value.length]?.id ?? "";
}

function askRefusal(draft: Draft | undefined): void {
  refusing.value = isEditable(draft) ? draft.id : null;
}

function useIntakeKeys(draft: Draft | undefined): void {
  const texts = t();
  const { group } = texts;
  const editable = isEditable(draft);
  useShortcuts([
    {
      keys: "F9 Ctrl+Enter",
      label: texts.receive,
      group,
      run: () => editable && receiveDraft(draft, "print"),
    },
    {
      keys: "Shift+F9",
      label: texts.receiveNext,
      group,
      run: () => editable && receiveDraft(draft, "next"),
    },
    {
      keys: "Alt+A",
      label: texts.tickAll,
      group,
      run: () => editable && change(draft.id, tickAll),
    },
    { keys: "Alt+T", label: texts.refuse, group, run: () => askRefusal(draft) },
    { keys: "Alt+N", label: texts.newDraft, group, run: openAnother },
    { keys: "Alt+B", label: texts.nextDraft, group, run: openNext },
    {
      keys: "Alt+X",
      label: texts.closeDraft,
      group,
      run: () => draft && !draft.sending && closeDraft(draft.id),
    },
  ]);
}

function Errors({ draft }: { draft: Draft }) {
  const others = Object.entries(draft.errors).filter(([field]) => !shownFields.test(field));
  if (others.length === 0) return null;
  return (
    <div class="notice bad" role="alert">
      {t().otherErrors} {others.map(([field, message]) => `${field}: ${message}`).join("; ")}
    </div>
  );
}

function Form({ draft }: { draft: Draft }) {
  const texts = t();
  const procedure = procedureOf(draft.procedure);
  const locked = draft.sending !== null;
  useEffect(focusNameIfNowhere, []);
  return (
    <form
      class="intake"
      onSubmit={(event) => event.preventDefault()}
      aria-label={texts.title}
      noValidate
    >
      <fieldset class="intake-main" disabled={locked}>
        <Applicant draft={draft} />
        <ProcedurePicker draft={draft} />
        {procedure &&
          (procedure.certifies_copies ? <Copies draft={draft} /> : <Papers draft={draft} />)}
      </fieldset>
      <div class="intake-side">
        <fieldset disabled={locked}>
          <DueBox procedure={procedure} />
          <FeeAndChannel draft={draft} />
          <Similar draft={draft} />
        </fieldset>
        <div class="intake-send">
          <Errors draft={draft} />
          {locked && (
            <div class="notice warn" role="status">
              {texts.waiting}
            </div>
          )}
          <Button
            look="primary"
            shortcut="F9"
            id="intake-receive"
            disabled={locked}
            onClick={() => receiveDraft(draft, "print")}
          >
            {texts.receive}
          </Button>
          <div class="intake-more">
            <Button
              shortcut="Shift+F9"
              disabled={locked}
              onClick={() => receiveDraft(draft, "next")}
            >
              {texts.receiveNext}
            </Button>
            <Button
              look="quiet"
              shortcut="Alt+T"
              disabled={locked}
              onClick={() => askRefusal(draft)}
            >
              {texts.refuse}
            </Button>
          </div>
        </div>
      </div>
    </form>
  );
}

export function IntakeScreen() {
  const texts = t();
  const draft = openDraft.value;
  useIntakeKeys(draft);
  useTidying();
  // A card that is scanned opens its own draft: the refusal was of the one before.
  useEffect(() => {
    if (refusing.value !== draft?.id) refusing.value = null;
  }, [draft?.id]);
  if (!draft) return null;
  return (
    <>
      <div class="screen-head">
        <h1>{texts.title}</h1>
        <DraftTabs onNew={openAnother} />
      </div>
      <Tied key={draft.id} draft={draft} />
      {draft.result ? (
        <ResultPanel draft={draft} result={draft.result} />
      ) : (
        <Form key={draft.id} draft={draft} />
      )}
      {refusing.value === draft.id && !draft.result && (
        <RefuseDialog key={draft.id} draft={draft} onClose={() => (refusing.value = null)} />
      )}
    </>
  );
}

function Tied({ draft }: { draft: Draft }) {
  useTicket(draft);
  return null;
}
