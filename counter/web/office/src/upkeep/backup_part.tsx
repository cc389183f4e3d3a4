import { useEffect, useState } from "preact/hooks";

import { formatCount, formatMoment } from "@motcua/format";
import { Button } from "@motcua/ui";

import { getBackups, makeBackup, type Backup, type Backups } from "../api";
import { act } from "../shared/act";
import { Await } from "../shared/await";
import { DataTable } from "../shared/data_table";
import { resource } from "../shared/resource";
import { officeNow } from "../shell/clock";
import { daysSince, formatBytes } from "./sizes";
import { t } from "./upkeep_texts";

const backups = resource<Backups>();
const pollEvery = 2_000;
const longestPolls = 90; // three minutes: then the next look at the page shows it
const tooOldDays = 2;

const load = () => backups.load(getBackups);

export function BackupPart() {
  const texts = t();
  const [making, setMaking] = useState(false);
  useEffect(() => void load(), []);
  useEffect(() => {
    if (!making) return undefined;
    const before = backups.value.value?.last?.at;
    let polls = 0;
    const timer = setInterval(() => {
      polls += 1;
      void load().then(() => {
        const now = backups.value.value;
        const isNew = now?.last && now.last.at !== before && now.last.verified_at !== null;
        if ((isNew && !now.running) || polls >= longestPolls) setMaking(false);
      });
    }, pollEvery);
    return () => clearInterval(timer);
  }, [making]);
  const begin = async () => {
    if (await act(makeBackup, texts.backupDone)) setMaking(true);
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
  if (backup.ok === false) return { text: texts.bad, look: "bad" };
  if (!backup.verified_at) return { text: texts.notVerified, look: "warn" };
  return { text: texts.ok, look: "good" };
}

function Last({ last }: { last: Backup | null }) {
  const texts = t();
  if (!last) return <p class="notice bad">⚠ {texts.noBackup}</p>;
  const age = daysSince(last.at, officeNow() ?? new Date());
  const state = stateOf(last);
  const tooOld = age >= tooOldDays;
  return (
    <p class={`notice ${tooOld && state.look === "good" ? "warn" : state.look}`}>
      {texts.lastBackup(formatMoment(last.at))} – {state.text}
      {last.verified_at && ` (${formatMoment(last.verified_at)})`}
      {tooOld && ` · ⚠ ${texts.oldBackup(formatCount(age))}`}
    </p>
  );
}

function List({ backups: { folder, items, last } }: { backups: Backups }) {
  const texts = t();
  if (!folder) return <p class="notice bad">⚠ {texts.noFolder}</p>;
  return (
    <>
      <Last last={last ?? items[0] ?? null} />
      <p class="remark">
        {texts.folder}: <code>{folder}</code>
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
                  <span lang="vi">{each.text}</span>
                </>
              ),
            },
          ]}
          rows={items}
          rowKey={(each) => each.name}
          copy={false}
        />
      )}
    </>
  );
}
