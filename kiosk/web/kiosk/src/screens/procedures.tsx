import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { formatDate } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";

import { serviceOf } from "../agent";
import type { ProcedureVersion } from "../api";
import { catalogue, catalogueFailed, loadCatalogue } from "../catalogue";
import { mostLookedUp } from "../looked_up";
import { Heading } from "../parts/heading";
import { Keyboard } from "../parts/keyboard";
import { Scroller } from "../parts/scroller";
import { Touch } from "../parts/touch";
import { go } from "../screen";
import { fieldsOf, find, firstLetter, letters } from "../search";
import "./procedures.css";

const t = wordsOf("kioskProcedures");

type Way = "field" | "name" | "letter" | "most";
const mostShown = 60;
const longestTyped = 60;

interface Looking {
  way: Way;
  typed: string;
  field: string;
  letter: string;
}
const nothingYet: Looking = { way: "field", typed: "", field: "", letter: "A" };

// Kept while the citizen reads a procedure and comes back; `forget` is for the next person.
const looking = signal<Looking>(nothingYet);
export function forgetLooking(): void {
  looking.value = nothingYet;
}

export function ProceduresScreen({ service }: { service: string | undefined }) {
  const texts = t();
  useEffect(() => void loadCatalogue(), [language.value]);
  const known = catalogue.value;
  return (
    <div class="procedures">
      <Heading sounds={["kiosk-procedures"]} text={`${texts.title}. ${texts.typed}`}>
        {service ? (serviceOf(service)?.name ?? texts.title) : texts.title}
      </Heading>
      {known ? (
        <Lookup items={takenBy(known.items, service)} />
      ) : (
        <p class="notice" role="status">
          {catalogueFailed.value ? texts.failed : texts.loading}
        </p>
      )}
      {catalogueFailed.value && (
        <Touch look="primary" onTouch={() => void loadCatalogue()}>
          {texts.again}
        </Touch>
      )}
      {known?.fromCopy && <p class="copy">{texts.copy(formatDate(known.asOf))}</p>}
    </div>
  );
}

/** Of the service's fields; all when that would leave nothing. */
function takenBy(items: readonly ProcedureVersion[], letter: string | undefined) {
  const fields = letter ? serviceOf(letter)?.fields : undefined;
  if (!fields || fields.includes("*")) return items;
  const its = items.filter((each) => fields.includes(each.field));
  return its.length > 0 ? its : items;
}

function Lookup({ items }: { items: readonly ProcedureVersion[] }) {
  const texts = t();
  const { way, typed, field, letter } = looking.value;
  const set = (change: Partial<Looking>) => (looking.value = { ...looking.value, ...change });
  const names: Record<Way, string> = {
    field: texts.byField,
    name: texts.byName,
    letter: texts.byLetter,
    most: texts.most,
  };
  const popular = mostLookedUp();
  return (
    <>
      <div class="ways" role="group" aria-label={texts.title}>
        {(Object.keys(names) as Way[])
          .filter((each) => each !== "most" || popular.length > 0)
          .map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={way === each}
              onClick={() => set({ way: each, field: "" })}
            >
              {names[each]}
            </button>
          ))}
      </div>
      {way === "field" && !field && (
        <Fields items={items} onChoose={(each) => set({ field: each })} />
      )}
      {way === "field" && field && (
        <>
          <Touch icon="back" look="quiet" onTouch={() => set({ field: "" })}>
            {texts.all}: {field}
          </Touch>
          <List items={items.filter((each) => each.field === field)} />
        </>
      )}
      {way === "letter" && (
        <>
          <div class="alphabet" role="group" aria-label={texts.byLetter}>
            {letters(items).map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === letter}
                onClick={() => set({ letter: each })}
              >
                {each}
              </button>
            ))}
          </div>
          <List items={items.filter((each) => firstLetter(each.name) === letter)} />
        </>
      )}
      {way === "most" && (
        <List items={popular.flatMap((code) => items.find((each) => each.code === code) ?? [])} />
      )}
      {way === "name" && (
        <>
          <output class="typed" aria-label={texts.typed}>
            {typed ? typed.toUpperCase() : <span>{texts.typed}</span>}
          </output>
          <List items={typed.trim() ? find(items, typed) : []} isSearch={Boolean(typed.trim())} />
          <Keyboard
            kind="search"
            value={typed}
            most={longestTyped}
            onType={(value) => set({ typed: value })}
          />
        </>
      )}
    </>
  );
}

function Fields({
  items,
  onChoose,
}: {
  items: readonly ProcedureVersion[];
  onChoose: (field: string) => void;
}) {
  const texts = t();
  return (
    <Scroller label={texts.byField}>
      <div class="choices fields">
        {fieldsOf(items).map(({ field, count }) => (
          <Touch key={field} small={texts.found(String(count))} onTouch={() => onChoose(field)}>
            {field}
          </Touch>
        ))}
      </div>
    </Scroller>
  );
}

function List({
  items,
  isSearch = false,
}: {
  items: readonly ProcedureVersion[];
  isSearch?: boolean;
}) {
  const texts = t();
  const shown = items.slice(0, mostShown);
  return (
    <Scroller label={texts.found(String(items.length))} key={shown[0]?.code}>
      {isSearch && items.length === 0 && <p class="notice warn">{texts.nothing}</p>}
      <ul class="found">
        {shown.map((each) => (
          <li key={each.code}>
            <Touch
              small={`${each.field} – ${each.duration_text}`}
              onTouch={() => go({ name: "procedure", code: each.code })}
            >
              {each.name}
            </Touch>
          </li>
        ))}
      </ul>
      {items.length > mostShown && <p>{texts.more}</p>}
    </Scroller>
  );
}
