import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import { Icon } from "./icon";

const t = wordsOf("kioskScroller");

const ofAPage = 0.85;

/** A long list with large keys to turn its pages: not everybody knows that a list can be swiped. */
export function Scroller({ children, label }: { children: ComponentChildren; label: string }) {
  const texts = t();
  const list = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState({ above: false, below: false });
  const look = () => {
    const box = list.current;
    if (!box) return;
    const above = box.scrollTop > 4;
    const below = box.scrollTop + box.clientHeight < box.scrollHeight - 4;
    setHidden((old) => (old.above === above && old.below === below ? old : { above, below }));
  };
  useEffect(() => {
    const box = list.current;
    if (!box) return undefined;
    const watch = new ResizeObserver(look);
    watch.observe(box);
    for (const each of box.children) watch.observe(each);
    return () => watch.disconnect();
  }, []);
  const turn = (direction: 1 | -1) => {
    const box = list.current;
    box?.scrollBy({ top: direction * box.clientHeight * ofAPage, behavior: "smooth" });
  };
  return (
    <div class="scroller">
      <div
        class="scrolled"
        ref={list}
        onScroll={look}
        role="region"
        aria-label={label}
        tabIndex={0}
      >
        <div>{children}</div>
      </div>
      {(hidden.above || hidden.below) && (
        <div class="turns">
          <button type="button" disabled={!hidden.above} onClick={() => turn(-1)}>
            <Icon name="up" />
            {texts.up}
          </button>
          <button type="button" disabled={!hidden.below} onClick={() => turn(1)}>
            <Icon name="down" />
            {texts.down}
          </button>
        </div>
      )}
    </div>
  );
}
