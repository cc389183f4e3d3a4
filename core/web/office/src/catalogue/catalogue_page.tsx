import { useEffect, useState } from "preact/hooks";

import { mayHere } from "@motcua/access";
import { formatCount, formatDate } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { Button, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import {
  getCatalogue,
  importCatalogue,
  previewCatalogue,
  type CatalogueChange,
  type CatalogueVersion,
} from "../api";
import { Await } from "../shared/await";
import { DataTable, type Column } from "../shared/data_table";
import { resource } from "../shared/resource";
import { DropPlace, ImportDialog, useChecked } from "../shared/table_import";
import { CatalogueChanges } from "./catalogue_changes";
import { VersionsDialog } from "./versions_dialog";

const t = wordsOf("officeCataloguePage");

const pageLength = 100;
const typingPause = 250;

const versions = resource<{ items: CatalogueVersion[]; total: number; skip: number; q: string }>();

async function load(q: string, skip: number): Promise<void> {
  await versions.load(async () => ({ ...(await getCatalogue(q, skip, pageLength)), skip, q }));
}

export function CataloguePage() {
  const texts = t();
  const [q, setQ] = useState("");
  const [compared, setCompared] = useState<string | null>(null);
  const { checked, check, forget } = useChecked(previewCatalogue);
  useEffect(() => {
    const timer = setTimeout(() => void load(q.trim(), 0), q ? typingPause : 0);
    return () => clearTimeout(timer);
  }, [q, language.value]);
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
      </div>
      <div class="stack">
        {mayHere("importCatalogue") && <DropPlace name={texts.import} onTable={check} />}
        <section class="card stack">
          <Field label={texts.search}>
            {(ties) => (
              <input
                {...ties}
                class="input"
                type="search"
                value={q}
                onInput={(event) => setQ(event.currentTarget.value)}
              />
            )}
          </Field>
          <Await of={versions} again={() => void load(q.trim(), 0)} height="50vh">
            {(page) => (
              <>
                <Paging {...page} count={page.items.length} />
                <DataTable
                  caption={texts.list}
                  captionHidden
                  columns={columns(setCompared)}
                  rows={page.items}
                  rowKey={(each) => `${each.code} ${each.effective_from}`}
                  rowClass={(each) => (each.in_force === false ? "faded" : undefined)}
                  empty={texts.none}
                />
              </>
            )}
          </Await>
        </section>
      </div>
      {compared && <VersionsDialog code={compared} onClose={() => setCompared(null)} />}
      {checked && (
        <ImportDialog
          title={`${texts.preview}: ${checked.table.file}`}
          send={importCatalogue}
          checked={checked}
          changesNothing={changesNoVersion(checked.outcome)}
          onDone={() => {
            forget();
            void load(q.trim(), 0);
          }}
          onClose={forget}
        >
          {(change) => <CatalogueChanges change={change} />}
        </ImportDialog>
      )}
    </>
  );
}

const changesNoVersion = ({ added, closed, changed }: CatalogueChange): boolean =>
  [added, closed, changed].every((each) => each.length === 0);

function Paging({
  skip,
  total,
  q,
  count,
}: {
  skip: number;
  total: number;
  q: string;
  count: number;
}) {
  const texts = t();
  if (total === 0) return null;
  return (
    <div class="row spread">
      <p class="number" aria-live="polite">
        {texts.found(formatCount(skip + 1), formatCount(skip + count), formatCount(total))}
      </p>
      {total > pageLength && (
        <div class="row">
          <Button
            disabled={skip === 0}
            onClick={() => void load(q, Math.max(0, skip - pageLength))}
          >
            ‹ {texts.previous}
          </Button>
          <Button disabled={skip + count >= total} onClick={() => void load(q, skip + pageLength)}>
            {texts.next} ›
          </Button>
        </div>
      )}
    </div>
  );
}

function columns(compare: (code: string) => void): Column<CatalogueVersion>[] {
  const texts = t();
  return [
    {
      key: "code",
      title: texts.code,
      short: true,
      value: (each) => each.code,
      cell: (each) => (
        <button
          type="button"
          class="figure"
          aria-label={`${texts.versions}: ${each.code}`}
          title={texts.versions}
          onClick={() => compare(each.code)}
        >
          {each.code}
        </button>
      ),
    },
    {
      key: "name",
      title: texts.name,
      value: (each) => each.name,
      cell: (each) => <span lang="vi">{each.name}</span>,
      wide: true,
    },
    {
      key: "field",
      title: texts.field,
      value: (each) => each.field,
      cell: (each) => <span lang="vi">{each.field}</span>,
    },
    { key: "duration", title: texts.duration, value: (each) => each.duration_text, short: true },
    {
      key: "level",
      title: texts.level,
      value: (each) => vocabulary.level.word(each.online_level),
      short: true,
    },
    {
      key: "from",
      title: texts.from,
      value: (each) => each.effective_from,
      cell: (each) => <span class="number">{formatDate(each.effective_from)}</span>,
    },
    {
      key: "to",
      title: texts.to,
      value: (each) => each.effective_to,
      cell: (each) => <span class="number">{formatDate(each.effective_to)}</span>,
    },
    {
      key: "state",
      title: texts.state,
      value: (each) => (each.in_force ? texts.inForce : texts.notInForce),
      cell: (each) => (
        <span class={`badge ${each.in_force ? "good" : ""}`}>
          {each.in_force ? texts.inForce : texts.notInForce}
        </span>
      ),
    },
  ];
}
