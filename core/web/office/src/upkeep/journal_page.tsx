import { useEffect, useState } from "preact/hooks";

import { formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { getJournal, type JournalItem } from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { resource } from "../shared/resource";

const t = wordsOf("officeJournalPage");

const pageLength = 100;

const journal = resource<{ items: JournalItem[]; next: number | null; before: number | null }>();

interface Wanted {
  who: string;
  act: string;
}

async function load({ who, act }: Wanted, before: number | null): Promise<void> {
  await journal.load(async () => {
    const page = await getJournal({
      limit: pageLength,
      ...(who && { who }),
      ...(act && { act }),
      ...(before !== null && { before }),
    });
    return { items: page.items, next: page.next_before, before };
  });
}

export function JournalPage() {
  const texts = t();
  const [wanted, setWanted] = useState<Wanted>({ who: "", act: "" });
  useEffect(() => void load(wanted, null), [wanted.act]);
  const search = (event: Event) => {
    event.preventDefault();
    void load(wanted, null);
  };
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
      </div>
      <section class="card stack">
        <SearchForm wanted={wanted} onWanted={setWanted} onSearch={search} />
        <Await of={journal} again={() => void load(wanted, null)} height="50vh">
          {(page) => (
            <>
              <DataTable
                caption={texts.list}
                captionHidden
                columns={columns()}
                rows={page.items}
                rowKey={(each) => each.seq}
                empty={texts.none}
              />
              <div class="row">
                <Button disabled={page.before === null} onClick={() => void load(wanted, null)}>
                  ‹ {texts.newest}
                </Button>
                <Button disabled={page.next === null} onClick={() => void load(wanted, page.next)}>
                  {texts.older} ›
                </Button>
              </div>
            </>
          )}
        </Await>
      </section>
    </>
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
