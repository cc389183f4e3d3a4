import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";
import { CopyButton } from "@motcua/ui/copy_button";

const t = wordsOf("officeSecretDialog");

/** A password or code that the core shows once: large, to be read out or copied. */
export function SecretDialog({
  title,
  what,
  secret,
  hint,
  onClose,
}: {
  title: string;
  what: string;
  secret: string;
  hint: string;
  onClose: () => void;
}) {
  const texts = t();
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{what}</p>
      <output class="secret" translate={false}>
        {secret}
      </output>
      <p class="notice warn">{texts.once}</p>
      <p>{hint}</p>
      <div class="actions">
        <CopyButton text={() => secret} />
        <Button look="primary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}
