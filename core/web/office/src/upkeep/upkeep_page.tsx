import { useEffect } from "preact/hooks";

import { mayHere } from "@motcua/access";
import { formatCount, formatMoment } from "@motcua/format";
import { isWell as isPartWell } from "@motcua/health";
import { wordsOf } from "@motcua/language";

import { getDevices, getHealth, type Device, type Health } from "../api";
import { Parts } from "../devices/device_parts";
import { Await } from "../shared/await";
import { DataTable } from "../shared/data_table";
import { resource } from "../shared/resource";
import { BackupPart } from "./backup_part";
import { RegisterPart } from "./register_part";
import { VerificationPart } from "./verification_part";

const t = wordsOf("officeUpkeep");

const health = resource<Health>();
const devices = resource<Device[]>();
const refreshEvery = 15_000;

function load(): void {
  void health.load(getHealth);
  void devices.load(async () => (await getDevices()).items);
}

export function UpkeepPage() {
  const texts = t();
  useEffect(() => {
    load();
    const timer = setInterval(load, refreshEvery);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <div class="page-head">
        <h1>{texts.title}</h1>
        <a class="button" href="#/journal">
          {texts.journal}
        </a>
      </div>
      <div class="stack">
        <div class="halves">
          <section class="card stack" aria-labelledby="server-title">
            <h2 id="server-title">{texts.server}</h2>
            <Await of={health} again={load}>
              {(each) => <Server health={each} />}
            </Await>
          </section>
          <VerificationPart />
        </div>
        <BackupPart />
        {mayHere("importRegister") && <RegisterPart />}
        <section class="card stack" aria-labelledby="devices-title">
          <h2 id="devices-title">{texts.devices}</h2>
          <Await of={devices} again={load}>
            {(items) => <PartsOfDevices devices={items} />}
          </Await>
        </section>
      </div>
    </>
  );
}

function Server({ health: each }: { health: Health }) {
  const texts = t();
  return (
    <>
      <p class={`notice ${each.status === "ok" && each.ready ? "good" : "bad"}`} role="status">
        {each.status === "ok" && each.ready ? `✓ ${texts.working}` : texts.broken}
      </p>
      <dl class="facts">
        {each.version && (
          <div>
            <dt>{texts.version}</dt>
            <dd>{each.version}</dd>
          </div>
        )}
        <div>
          <dt>{texts.clock}</dt>
          <dd class="number">{formatMoment(each.now)}</dd>
        </div>
        <div>
          <dt>{texts.seq}</dt>
          <dd class="number">{formatCount(each.seq)}</dd>
        </div>
      </dl>
    </>
  );
}

function PartsOfDevices({ devices: items }: { devices: Device[] }) {
  const texts = t();
  const used = items.filter((each) => each.state === "enrolled");
  const telling = used.filter((each) => each.parts?.length || each.online === false);
  if (!used.some((each) => each.parts?.length)) return <p class="notice warn">{texts.noParts}</p>;
  const isWell = (each: Device) =>
    each.online !== false && (each.parts ?? []).every((part) => isPartWell(part.state));
  return (
    <>
      {telling.every(isWell) && <p class="notice good">✓ {texts.allWell}</p>}
      <DataTable
        caption={texts.devices}
        captionHidden
        columns={[
          {
            key: "device",
            title: texts.device,
            value: (each) => `${each.name} ${each.id}`,
            cell: (each) => (
              <>
                {each.name || each.id} <span class="remark">{each.name && each.id}</span>
              </>
            ),
          },
          {
            key: "parts",
            title: texts.parts,
            cell: (each) =>
              each.online === false ? (
                <span class="badge bad">{texts.nobody}</span>
              ) : (
                <Parts parts={each.parts} />
              ),
          },
        ]}
        rows={telling}
        rowKey={(each) => each.id}
        rowClass={(each) => (isWell(each) ? undefined : "late")}
        copy={false}
      />
    </>
  );
}
