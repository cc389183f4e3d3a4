import { useEffect, useState } from "preact/hooks";

import { formatMoment } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Button } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { getDevices, revokeDevice, type Device } from "../api";
import { Confirm } from "../shared/confirm";
import type { Column } from "../shared/data_table";
import { ListPage } from "../shared/list_page";
import { resource } from "../shared/resource";
import { SecretDialog } from "../shared/secret_dialog";
import { DeviceForm } from "./device_form";
import { Parts } from "./device_parts";

const t = wordsOf("officeDevicesPage");

const refreshEvery = 15_000;

const devices = resource<Device[]>();
const load = () => void devices.load(async () => (await getDevices()).items);

type Open =
  | { kind: "add" }
  | { kind: "code"; id: string; code: string }
  | { kind: "revoke"; id: string };

export function DevicesPage() {
  const texts = t();
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    load();
    const timer = setInterval(load, refreshEvery);
    return () => clearInterval(timer);
  }, []);
  const close = () => setOpen(null);
  return (
    <ListPage
      title={texts.title}
      add={texts.add}
      onAdd={() => setOpen({ kind: "add" })}
      of={devices}
      again={load}
      table={{
        caption: texts.list,
        columns: columns((id) => setOpen({ kind: "revoke", id })),
        rowKey: (each) => each.id,
        rowClass: (each) => (each.state === "revoked" ? "faded" : undefined),
      }}
    >
      {open?.kind === "add" && (
        <DeviceForm
          onDone={(id, code) => {
            load();
            setOpen({ kind: "code", id, code });
          }}
          onClose={close}
        />
      )}
      {open?.kind === "code" && (
        <SecretDialog
          title={texts.add}
          what={texts.code(open.id)}
          secret={open.code}
          hint={texts.codeHint}
          onClose={close}
        />
      )}
      {open?.kind === "revoke" && (
        <Confirm
          title={texts.revokeTitle(open.id)}
          yes={texts.revoke}
          done={texts.revokedDone(open.id)}
          onYes={() => revokeDevice(open.id).then(load)}
          onClose={close}
        >
          <p>{texts.revokeWhat}</p>
        </Confirm>
      )}
    </ListPage>
  );
}

/** Enrolled says little: once devices tell of themselves, whether they are there says more. */
function stateOf(device: Device): { text: string; look: string } {
  const texts = t();
  const state = vocabulary.deviceState.word(device.state);
  if (device.state === "revoked") return { text: state, look: "" };
  if (device.state === "waiting") return { text: state, look: "warn" };
  if (device.online === undefined) return { text: state, look: "good" };
  return device.online
    ? { text: texts.online, look: "good" }
    : { text: texts.offline, look: "bad" };
}

function columns(revoke: (id: string) => void): Column<Device>[] {
  const texts = t();
  return [
    { key: "id", title: texts.id, value: (each) => each.id, short: true },
    { key: "kind", title: texts.kind, value: (each) => vocabulary.deviceKind.word(each.kind) },
    {
      key: "name",
      title: texts.name,
      value: (each) => each.name,
      cell: (each) => each.name || "–",
    },
    {
      key: "state",
      title: texts.state,
      value: (each) => stateOf(each).text,
      cell: (each) => <span class={`badge ${stateOf(each).look}`}>{stateOf(each).text}</span>,
    },
    {
      key: "seen",
      title: texts.seen,
      value: (each) => each.seen_at ?? null,
      cell: (each) => <span class="number">{formatMoment(each.seen_at)}</span>,
    },
    { key: "parts", title: texts.parts, cell: (each) => <Parts parts={each.parts} /> },
    {
      key: "version",
      title: texts.version,
      value: (each) => each.version ?? null,
      cell: (each) => each.version || "–",
    },
    {
      key: "acts",
      title: texts.acts,
      cell: (each) =>
        each.state !== "revoked" && (
          <Button
            look="danger"
            aria-label={`${texts.revoke}: ${each.id}`}
            onClick={() => revoke(each.id)}
          >
            {texts.revoke}
          </Button>
        ),
    },
  ];
}
