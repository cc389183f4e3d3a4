import { useEffect } from "preact/hooks";

import { formatBytes, formatCount, formatMoment } from "@motcua/format";
import { language, wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";

import { getBackups, makeBackup, type Backup, type Backups } from "../api";
import { act } from "../shared/act";
import { Await } from "../shared/await";
import { DataTable } from "../shared/data_table";
import { resource } from "../shared/resource";

const t = wordsOf("officeUpkeep");

const backups = resource<Backups>();
const pollEvery = 2_000;

const load = () => backups.load(getBackups);

export function BackupPart() {
  const texts = t();
  const making = backups.value.value?.running ?? false;
  useEffect(() => void load(), [language.value]);
  useEffect(() => {
    if (!making) return undefined;
    const timer = setInterval(() => void load(), pollEvery);
    return () => clearInterval(timer);
  }, [making]);
  const begin = async () => {
    if (await act(makeBackup, texts.backupDone)) void load();
  };
  return (
    <section class="card stack" aria-labelledby="backup-title">
      <div class="row spread">
        <h2 id="backup-title">{texts.backup}</h2>
        <Button look="primary" disabled={making} onClick={() => void begin()}>
          {making ? texts.backupMaking : texts.backupNow}
        </Button>
      </div>
      <Await of={backups} again={() => void load()}>
        {(each) => <List backups={each} />}
      </Await>
    </section>
  );
}

function stateOf(backup: Backup): { text: string; look: string } {
  const texts = t();
  if (!backup.verified_at) return { text: texts.notVerified, look: "warn" };
  return backup.ok ? { text: texts.ok, look: "good" } : { text: texts.bad, look: "bad" };
}

function Last({ backups: { last, last_success, age_days, too_old } }: { backups: Backups }) {
  const texts = t();
  return (
    <>
      {last && !last.ok && (
        <p class="notice bad" role="alert">
          ⚠ {texts.lastFailed(formatMoment(last.at))} {last.text}
        </p>
      )}
      {last_success ? (
        <p class={`notice ${too_old ? "warn" : "good"}`}>
          {!too_old && "✓ "}
          {texts.lastBackup(formatMoment(last_success))}
          {too_old && ` · ⚠ ${texts.oldBackup(formatCount(age_days))}`}
        </p>
      ) : (
        <p class="notice bad">⚠ {texts.noBackup}</p>
      )}
    </>
  );
}

function List({ backups: each }: { backups: Backups }) {
  const texts = t();
  const { folder, items, daily_at, keep } = each;
  if (!each.folder_set) return <p class="notice bad">⚠ {texts.noFolder}</p>;
  return (
    <div class="stack">
      <Last backups={each} />
      <p class="remark">
        {texts.folder}: <code>{folder}</code> ·{" "}
        {daily_at ? texts.daily(daily_at, formatCount(keep)) : texts.notDaily}
      </p>
      {items.length > 0 && (
        <DataTable
          caption={texts.backups}
          captionHidden
          columns={[
            { key: "name", title: texts.name, value: (each) => each.name },
            {
              key: "at",
              title: texts.at,
              value: (each) => each.at,
              cell: (each) => <span class="number">{formatMoment(each.at)}</span>,
            },
            {
              key: "bytes",
              title: texts.size,
              number: true,
              value: (each) => each.bytes,
              cell: (each) => formatBytes(each.bytes),
            },
            {
              key: "verified",
              title: texts.verified,
              value: (each) => each.verified_at,
              cell: (each) => (
                <>
                  <span class={`badge ${stateOf(each).look}`}>{stateOf(each).text}</span>{" "}
                  {each.text}
                </>
              ),
            },
          ]}
          rows={items}
          rowKey={(each) => each.name}
          copy={false}
        />
      )}
    </div>
  );
}
