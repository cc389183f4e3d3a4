import { useEffect, useState } from "preact/hooks";

import { formatCount, formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { orderOf, sortText } from "@motcua/list_order";
import { Button, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { getJournal, type JournalItem } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import {
  cursorOf,
  firstPage,
  isFirst,
  pageBefore,
  pageBehind,
  type PagePath,
} from "../shared/page_path";
import { resource } from "../shared/resource";

const t = wordsOf("officeJournalPage");

const pageLength = 100;

interface ShownPage {
  items: JournalItem[];
  count: number | null;
  sort: string;
  next: string | null;
  path: PagePath;
}

const journal = resource<ShownPage>();

interface Wanted {
  who: string;
  act: string;
  sort: string;
}

const latestFirst = "-seq";

async function load({ who, act, sort }: Wanted, path: PagePath): Promise<void> {
  await journal.load(async () => {
    const page = await getJournal({
      limit: pageLength,
      sort,
      ...(who && { who }),
      ...(act && { act }),
      ...cursorOf(path),
    });
    return { items: page.items, count: page.count, sort, next: page.next_cursor, path };
  });
}

export function JournalPage() {
  const texts = t();
  const [wanted, setWanted] = useState<Wanted>({ who: "", act: "", sort: latestFirst });
  useEffect(() => void load(wanted, firstPage), [wanted.act, wanted.sort]);
  const search = (event: Event) => {
    event.preventDefault();
    void load(wanted, firstPage);
  };
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
      </div>
      <section class="card stack">
        <SearchForm wanted={wanted} onWanted={setWanted} onSearch={search} />
        <Await of={journal} again={() => void load(wanted, firstPage)} height="50vh">
          {(page) => (
            <>
              <DataTable
                caption={texts.list}
                captionHidden
                columns={columns()}
                rows={page.items}
                rowKey={(each) => each.seq}
                empty={texts.none}
                sorted={{
                  columns: ["seq"],
                  order: orderOf(page.sort),
                  onOrder: (order) => setWanted({ ...wanted, sort: sortText(order) }),
                }}
              />
              <Pages
                page={page}
                onPage={(path) => void load({ ...wanted, sort: page.sort }, path)}
              />
            </>
          )}
        </Await>
      </section>
    </>
  );
}

function Pages({ page, onPage }: { page: ShownPage; onPage: (path: PagePath) => void }) {
  const texts = t();
  const { count, next, path } = page;
  return (
    <div class="row">
      <Button disabled={isFirst(path)} onClick={() => onPage(firstPage)}>
        « {texts.first}
      </Button>
      <Button disabled={isFirst(path)} onClick={() => onPage(pageBefore(path))}>
        ‹ {texts.earlier}
      </Button>
      <Button
        disabled={next === null}
        onClick={() => next !== null && onPage(pageBehind(path, next))}
      >
        {texts.later} ›
      </Button>
      {count !== null && <span class="remark number">{texts.rows(formatCount(count))}</span>}
    </div>
  );
}

function SearchForm({
  wanted,
  onWanted,
  onSearch,
}: {
  wanted: Wanted;
  onWanted: (wanted: Wanted) => void;
  onSearch: (event: Event) => void;
}) {
  const texts = t();
  return (
    <form class="row" onSubmit={onSearch}>
      <Field label={texts.who} hint={texts.whoHint}>
        {(ties) => (
          <input
            {...ties}
            class="input"
            autocomplete="off"
            value={wanted.who}
            onInput={(event) => onWanted({ ...wanted, who: event.currentTarget.value.trim() })}
          />
        )}
      </Field>
      <Field label={texts.act}>
        {(ties) => (
          <select
            {...ties}
            class="input"
            value={wanted.act}
            onChange={(event) => onWanted({ ...wanted, act: event.currentTarget.value })}
          >
            <option value="">{texts.all}</option>
            {vocabulary.event.names.map((each) => (
              <option key={each} value={each}>
                {vocabulary.event.word(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" look="primary">
        {texts.show}
      </Button>
    </form>
  );
}

function columns(): Column<JournalItem>[] {
  const texts = t();
  return [
    { key: "seq", title: texts.seq, number: true, value: (each) => each.seq },
    {
      key: "at",
      title: texts.at,
      short: true,
      value: (each) => each.recorded_at,
      text: (each) => formatMoment(each.recorded_at),
      cell: (each) => <span class="number">{formatMoment(each.recorded_at)}</span>,
    },
    { key: "who", title: texts.who, value: (each) => each.who },
    { key: "act", title: texts.act, value: (each) => vocabulary.event.word(each.act), short: true },
    { key: "subject", title: texts.subject, value: (each) => each.subject, short: true },
    { key: "place", title: texts.place, value: (each) => each.place },
    {
      key: "reason",
      title: texts.reason,
      value: (each) => each.reason,
      cell: (each) => <span lang="vi">{each.reason}</span>,
      wide: true,
    },
  ];
}
