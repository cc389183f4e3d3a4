// My work: what is late first, then what is due; search results in its place while searching.

import { formatCount } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { plain } from "@motcua/plain";
import { whenPersonLeaves } from "@motcua/session";
import { Button } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import type { DossierSummary } from "../api";
import { useShortcuts } from "../keys";
import { DossierTable } from "./dossier_table";
import { type Group, groups } from "./grouping";
import { endSearch, found, searchOn, sortFound } from "./search";
import {
  cut,
  dossiers,
  groupedWork,
  loadWork,
  overdueCount,
  whose,
  workOrder,
  workProblem,
} from "./work";

const t = wordsOf("counterWorkScreen");

const pageSize = 50;
const only = signal<Group | null>(null);
const filter = signal("");
const shown = signal<Partial<Record<Group, number>>>({});
whenPersonLeaves(() => {
  only.value = null;
  filter.value = "";
  shown.value = {};
});

const rows = () => [...document.querySelectorAll<HTMLElement>("main .dossier-open")];

function fits(dossier: DossierSummary, words: string[]): boolean {
  const text = plain(`${dossier.code} ${dossier.applicant_name} ${dossier.procedure.name}`);
  return words.every((word) => text.includes(word));
}

function Chips() {
  const texts = t();
  const chip = (group: Group | null, label: string, count: number | null) => (
    <button
      key={label}
      type="button"
      class={`chip ${group ?? ""}`}
      aria-pressed={only.value === group}
      onClick={() => (only.value = only.value === group ? null : group)}
    >
      {label} {count !== null && <strong class="number">{formatCount(count)}</strong>}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={texts.title}>
      {chip(null, texts.all, null)}
      {groups
        .map((group) => ({
          group,
          count:
            group === "overdue" ? overdueCount.value : (groupedWork.value.get(group)?.length ?? 0),
        }))
        .filter(({ group, count }) => count > 0 || group === "overdue" || group === "today")
        .map(({ group, count }) => chip(group, vocabulary.workGroup.word(group), count))}
    </div>
  );
}

function Tools() {
  const texts = t();
  return (
    <div class="work-tools">
      <div class="whose" role="group" aria-label={texts.whose}>
        {(["mine", "ward"] as const).map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={whose.value === each}
            onClick={() => (whose.value = each)}
          >
            {texts[each]}
          </button>
        ))}
      </div>
      <input
        class="input"
        type="search"
        data-codes
        id="work-filter"
        aria-label={texts.filter}
        placeholder={`${texts.filterHint} (Alt+F)`}
        maxLength={100}
        value={filter.value}
        onInput={(event) => (filter.value = event.currentTarget.value)}
      />
    </div>
  );
}

function GroupList({ group, items }: { group: Group; items: DossierSummary[] }) {
  const texts = t();
  const most = shown.value[group] ?? pageSize;
  return (
    <section class={`card work-group ${group}`} aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>
        {vocabulary.workGroup.word(group)} <span class="number">{formatCount(items.length)}</span>
      </h2>
      <DossierTable
        items={items.slice(0, most)}
        label={vocabulary.workGroup.word(group)}
        order={workOrder.value}
        onOrder={(order) => (workOrder.value = order)}
      />
      {items.length > most && (
        <Button onClick={() => (shown.value = { ...shown.value, [group]: most + pageSize })}>
          {texts.more} ({formatCount(items.length - most)})
        </Button>
      )}
    </section>
  );
}

/** After "more" the hands go on with the first row that it brought. */
function useFocusOnMore(query: string, count: number): void {
  const before = useRef({ query, count });
  useEffect(() => {
    const { current } = before;
    if (current.query === query && current.count > 0) rows()[current.count]?.focus();
    before.current = { query, count };
  }, [query, count]);
}

function SearchResult() {
  const texts = t();
  const here = found.value;
  useFocusOnMore(here?.query ?? "", here?.items.length ?? 0);
  if (!here) return null;
  return (
    <section class="card work-group" aria-labelledby="search-title">
      <div class="card-head">
        <h2 id="search-title" role="status">
          {here.busy && here.items.length === 0
            ? texts.searching
            : texts.found(here.query, formatCount(here.count) + (here.isMore ? "+" : ""))}
        </h2>
        <Button shortcut="Escape" onClick={endSearch}>
          {texts.endSearch}
        </Button>
      </div>
      {here.problem && <div class="notice bad">{here.problem.message || texts.problem}</div>}
      {!here.busy && !here.problem && here.items.length === 0 && <p>{texts.notFound}</p>}
      {here.items.length > 0 && (
        <DossierTable
          items={here.items}
          label={texts.found(here.query, "")}
          order={here.order}
          onOrder={(order) => void sortFound(order)}
        />
      )}
      {here.next !== null && (
        <Button disabled={here.busy} onClick={() => void searchOn()}>
          {texts.more}
        </Button>
      )}
    </section>
  );
}

function MyWork() {
  const texts = t();
  const words = plain(filter.value).split(/\s+/).filter(Boolean);
  const lists = groups
    .filter((group) => only.value === null || only.value === group)
    .map((group) => ({
      group,
      items: (groupedWork.value.get(group) ?? []).filter((each) => fits(each, words)),
    }))
    .filter(({ items }) => items.length > 0);
  const empty = (dossiers.value ?? []).length === 0;
  return (
    <>
      <Tools />
      <Chips />
      {workProblem.value && <div class="notice warn">{texts.problem}</div>}
      {cut.value && (
        <div class="notice">
          {texts.cut(formatCount(cut.value.shown), formatCount(cut.value.all))}
        </div>
      )}
      {dossiers.value === null && !workProblem.value && <p role="status">{texts.loading}</p>}
      {dossiers.value !== null && lists.length === 0 && (
        <p role="status">{empty ? texts.nothing : texts.nothingSo}</p>
      )}
      {lists.map(({ group, items }) => (
        <GroupList key={group} group={group} items={items} />
      ))}
    </>
  );
}

export function WorkScreen() {
  const texts = t();
  const { group } = texts;
  useShortcuts([
    {
      keys: "Alt+F",
      label: texts.filter,
      group,
      run: () => document.getElementById("work-filter")?.focus(),
    },
    { keys: "Alt+R", label: texts.refresh, group, run: () => void loadWork() },
    { keys: "Escape", label: texts.endSearch, group, run: endSearch },
  ]);
  const searching = found.value !== null;
  const hasRows = found.value ? found.value.items.length > 0 : dossiers.value !== null;
  useEffect(() => {
    rows()[0]?.focus({ preventScroll: true });
  }, [found.value?.query, hasRows]);
  return (
    <div class="work">
      <h1>{texts.title}</h1>
      {searching ? <SearchResult /> : <MyWork />}
    </div>
  );
}
