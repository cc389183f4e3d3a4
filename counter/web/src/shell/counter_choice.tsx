import { defineTexts } from "@motcua/language";
import { Button, Dialog } from "@motcua/ui";

import { chooseCounter, choosing, counter } from "../counter";
import { room } from "../queue/queue";

const t = defineTexts(
  {
    title: "Máy này ở quầy nào?",
    remembered: "Máy nhớ lựa chọn này cho những lần sau.",
    none: "Không ở quầy nào (không gọi số)",
    counter: (number: number) => `Quầy ${number}`,
    loading: "Đang tải danh sách quầy…",
    close: "Đóng",
  },
  {
    title: "At which counter is this machine?",
    remembered: "The machine remembers the choice.",
    none: "At no counter (calls nobody)",
    counter: (number: number) => `Counter ${number}`,
    loading: "Loading the counters…",
    close: "Close",
  },
);

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
