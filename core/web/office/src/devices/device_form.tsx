import { useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";
import * as vocabulary from "@motcua/vocabulary";

import { enrolDevice, type Device } from "../api";
import { attempt } from "../shared/act";
import { FormDialog } from "../shared/form_dialog";

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
  const add = () =>
    attempt(async () => {
      const { id, code } = await enrolDevice({ kind, name: name.trim() });
      onDone(id, code);
    });
  return (
    <FormDialog title={texts.title} submit={texts.add} onSend={add} onClose={onClose}>
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
    </FormDialog>
  );
}
