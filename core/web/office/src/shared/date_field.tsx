import { useEffect, useState } from "preact/hooks";

import { formatDate } from "@motcua/format";
import { wordsOf } from "@motcua/language";
import { Field } from "@motcua/ui";

import { readTypedDate, type IsoDate } from "../period/dates";

const t = wordsOf("officeDateField");

/** A date typed day first, as people here write it, whatever the browser's language. */
export function DateField({
  label,
  value,
  error,
  onDate,
}: {
  label: string;
  value: IsoDate | undefined;
  error?: string | undefined;
  onDate: (date: IsoDate | undefined) => void;
}) {
  const texts = t();
  const written = value ? formatDate(value) : "";
  const [typed, setTyped] = useState(written);
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (value) setTyped(formatDate(value));
  }, [value]);
  const wrong = left && typed !== "" && !readTypedDate(typed) ? texts.wrong : undefined;
  return (
    <Field label={label} error={wrong ?? error}>
      {(ties) => (
        <input
          {...ties}
          class="input date"
          inputMode="numeric"
          autocomplete="off"
          placeholder={texts.hint}
          maxLength={10}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setLeft(false);
            const date = readTypedDate(event.currentTarget.value);
            // while a year is being typed, two digits of it are no year yet
            if (/\d{4}$/.test(event.currentTarget.value)) onDate(date);
          }}
          onBlur={() => {
            setLeft(true);
            const date = readTypedDate(typed);
            onDate(date);
            if (date) setTyped(formatDate(date));
          }}
        />
      )}
    </Field>
  );
}
