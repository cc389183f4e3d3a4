import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";
import { signal } from "@preact/signals";

import { type Shortcut, shortcuts } from "../keys";

const t = wordsOf("counterShortcutsOverlay");

export const helpShown = signal(false);

export function ShortcutsOverlay() {
  const texts = t();
  if (!helpShown.value) return null;
  const close = () => (helpShown.value = false);
  const groups = new Map<string, Shortcut[]>();
  for (const each of shortcuts.value) {
    groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
  }
  return (
    <Dialog title={texts.title} onClose={close}>
      <p>{texts.scan}</p>
      <div class="shortcut-groups">
        {[...groups].map(([group, list]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {list.map((each) => (
                <div key={each.keys + each.label}>
                  <dt>
                    {each.keys.split(" ").map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{each.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div class="actions">
        <Button look="primary" onClick={close}>
          {texts.close}
        </Button>
      </div>
    </Dialog>
  );
}
