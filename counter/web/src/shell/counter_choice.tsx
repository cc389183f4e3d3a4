import { wordsOf } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";

import { chooseCounter, choosing, counter } from "../counter";
import { room } from "../queue/queue";

const t = wordsOf("counterCounterChoice");

export function CounterChoice() {
  const texts = t();
  if (!choosing.value) return null;
  const close = () => (choosing.value = false);
  const choose = (number: number | null) => {
    chooseCounter(number);
    close();
  };
  return (
    <Dialog title={texts.title} onClose={close}>
      <p>{texts.remembered}</p>
      <div class="counter-choice">
        {!room.value && <p role="status">{texts.loading}</p>}
        {room.value?.counters.map((each) => (
          <Button
            key={each.number}
            look={each.number === counter.value ? "primary" : "plain"}
            aria-pressed={each.number === counter.value}
            onClick={() => choose(each.number)}
          >
            <span>
              <strong>{texts.counter(each.number)}</strong> {each.name} ({each.services})
            </span>
          </Button>
        ))}
        <Button look="quiet" onClick={() => choose(null)}>
          {texts.none}
        </Button>
      </div>
      <div class="actions">
        <Button onClick={close}>{texts.close}</Button>
      </div>
    </Dialog>
  );
}
