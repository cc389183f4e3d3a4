import { wordsOf } from "@motcua/language";
import { formatCount, formatDate, formatMoment } from "@motcua/format";
import { orderOf } from "@motcua/list_order";
import { Button, Dialog } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import type { DossierSummary } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { lazy } from "../shared/lazy";
import { firstPage, firstRow, isFirst, pageBefore, pageBehind } from "../shared/page_path";
import {
  choose,
  chosen,
  closeDossiers,
  loadPage,
  opened,
  openedCode,
  pageLength,
  shown,
  type ShownPage,
  sortBy,
} from "./dossier_list";

const t = wordsOf("officeDossierDialogs");

const OneDossier = lazy(async () => (await import("./dossier_dialog")).DossierDialog);

/** By the names of the core's sorts: each heading sorts the whole list. */
function columns(): Column<DossierSummary>[] {
  const texts = t();
  return [
    {
      key: "code",
      title: texts.code,
      short: true,
      value: (each) => each.code,
      cell: (each) => (
        <button type="button" class="figure" onClick={() => (openedCode.value = each.code)}>
          {each.code}
        </button>
      ),
    },
    {
      key: "procedure",
      title: texts.procedure,
      value: (each) => each.procedure.name,
      cell: (each) => (
        <span lang="vi" title={each.procedure.name}>
          {each.procedure.name}
        </span>
      ),
      wide: true,
    },
    { key: "applicant", title: texts.applicant, value: (each) => each.applicant_name },
    {
      key: "channel",
      title: texts.channel,
      value: (each) => vocabulary.channel.word(each.channel),
      short: true,
    },
    { key: "officer", title: texts.officer, value: (each) => each.officer },
    moment("received", texts.received, (each) => each.received_at),
    {
      ...moment("due", texts.due, (each) => each.due_at),
      cell: (each) => (
        <>
          {formatDate(each.due_at)}{" "}
          {each.due_unsure && (
            <span class="badge warn" title={each.due_unsure_text ?? ""}>
              {texts.unsure}
            </span>
          )}{" "}
          {each.overdue && (
            <strong class="badge bad">{vocabulary.workGroup.word("overdue")}</strong>
          )}
        </>
      ),
    },
    moment("closed", texts.closed, (each) => each.closed_at),
    {
      key: "outcome",
      title: texts.outcome,
      short: true,
      value: (each) => (each.outcome ? vocabulary.outcome.word(each.outcome) : null),
      cell: (each) => (each.outcome ? vocabulary.outcome.word(each.outcome) : "–"),
    },
    {
      key: "status",
      title: texts.state,
      value: (each) => vocabulary.dossierState.word(each.state),
      short: true,
    },
  ];
}

function moment(
  key: string,
  title: string,
  at: (each: DossierSummary) => string | null,
): Column<DossierSummary> {
  return {
    key,
    title,
    value: at,
    text: (each) => formatMoment(at(each)),
    cell: (each) => formatMoment(at(each)),
  };
}

/** Opened over the page by any figure; Escape goes back to it. */
export function DossierDialogs() {
  const texts = t();
  const list = opened.value;
  return (
    <>
      {list && (
        <Dialog title={list.title} onClose={closeDossiers}>
          <div class="dossier-list">
            {list.queries.length > 1 && (
              <div class="choices" role="group" aria-label={texts.lists}>
                {list.queries.map((each, index) => (
                  <button
                    key={each.name}
                    type="button"
                    aria-pressed={chosen.value === index}
                    onClick={() => choose(index)}
                  >
                    {each.name}
                  </button>
                ))}
              </div>
            )}
            <Await of={shown} again={() => void loadPage(firstPage)} height="50vh">
              {(each) => <ListPage shown={each} />}
            </Await>
            <div class="actions">
              <Button look="primary" autofocus onClick={closeDossiers}>
                {texts.close}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
      {openedCode.value && (
        <OneDossier code={openedCode.value} onClose={() => (openedCode.value = null)} />
      )}
    </>
  );
}

function ListPage({ shown: { page, path } }: { shown: ShownPage }) {
  const texts = t();
  const { items, count, next_cursor: next } = page;
  if (items.length === 0 && isFirst(path)) return <p class="empty">{texts.none}</p>;
  const first = firstRow(path, pageLength);
  const from = formatCount(first);
  const to = formatCount(first + items.length - 1);
  const all = columns();
  return (
    <>
      <div class="row spread">
        <p class="number" aria-live="polite">
          {count === null
            ? texts.rowsOfMany(from, to, formatCount(page.count_at_least ?? items.length))
            : texts.rows(from, to, formatCount(count))}
        </p>
        {(!isFirst(path) || next !== null) && (
          <div class="row">
            <Button disabled={isFirst(path)} onClick={() => void loadPage(pageBefore(path))}>
              ‹ {texts.earlier}
            </Button>
            <Button
              disabled={next === null}
              onClick={() => next !== null && void loadPage(pageBehind(path, next))}
            >
              {texts.later} ›
            </Button>
          </div>
        )}
      </div>
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={all}
        rows={items}
        rowKey={(each) => each.code}
        rowClass={(each) => (each.overdue ? "late" : undefined)}
        sorted={{
          columns: all.map((each) => each.key),
          order: orderOf(page.sort),
          onOrder: sortBy,
        }}
      />
      <p class="remark">{texts.now}</p>
    </>
  );
}
