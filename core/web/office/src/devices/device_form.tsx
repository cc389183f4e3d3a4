import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { Button, Dialog, Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { enrolDevice, type Device } from "../api";
import { attempt } from "../shared/act";

const t = wordsOf("officeDeviceForm");

export function DeviceForm({
  onDone,
  onClose,
}: {
  onDone: (id: string, code: string) => void;
  onClose: () => void;
}) {
  const texts = t();
  const [kind, setKind] = useState<Device["kind"]>("counter");
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const add = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const problem = await attempt(async () => {
      const { id, code } = await enrolDevice({ kind, name: name.trim() });
      onDone(id, code);
    });
    setWrong(problem);
    setBusy(false);
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form class="stack" onSubmit={add}>
        <Field label={texts.kind}>
          {(ties) => (
            <select
              {...ties}
              class="input"
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as Device["kind"])}
            >
              {vocabulary.deviceKind.names.map((each) => (
                <option key={each} value={each}>
                  {vocabulary.deviceKind.word(each)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={texts.name} hint={texts.nameHint}>
          {(ties) => (
            <input
              {...ties}
              class="input"
              autocomplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        {wrong && (
          <p class="notice bad" role="alert">
            {wrong}
          </p>
        )}
        <div class="actions">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {texts.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
