import { wordsOf } from "@motcua/language";
import { leave } from "@motcua/leave";
import { logOut, person } from "@motcua/session";
import { Button, SettingsBar } from "@motcua/ui";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { choosing, counter } from "../counter";
import { leaveDrafts } from "../intake/drafts";
import { useShortcuts } from "../keys";
import { go, place } from "../navigation";
import { ownCounter } from "../queue/queue";
import { searchFor } from "../work_list/search";
import { overdueCount } from "../work_list/work";
import { helpShown } from "./shortcuts_overlay";
import { Status } from "./status";

const t = wordsOf("counterHeader");

const menuOpen = signal(false);

function leaveCounter(): void {
  menuOpen.value = false;
  void leave(() => leaveDrafts(logOut));
}

function Menu() {
  const texts = t();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!menuOpen.value) return undefined;
    const onDown = (event: Event) => {
      if (!ref.current?.contains(event.target as Node)) menuOpen.value = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      menuOpen.value = false;
      ref.current?.querySelector("button")?.focus();
    };
    window.addEventListener("pointerdown", onDown);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("pointerdown", onDown);
      window.removeEventListener("keydown", onKey);
    };
  }, [menuOpen.value]);
  const who = person.value;
  return (
    <div class="menu" ref={ref}>
      <button
        type="button"
        class="menu-button"
        aria-expanded={menuOpen.value}
        aria-label={`${texts.menu}: ${who?.name || who?.login}`}
        onClick={() => (menuOpen.value = !menuOpen.value)}
      >
        <span class="menu-name">{who?.name || who?.login}</span> <span aria-hidden="true">▾</span>
      </button>
      {menuOpen.value && (
        <div class="menu-body card">
          <SettingsBar />
          <Button
            onClick={() => {
              menuOpen.value = false;
              choosing.value = true;
            }}
          >
            {texts.chooseCounter}
          </Button>
          <Button onClick={leaveCounter}>{texts.logOut}</Button>
        </div>
      )}
    </div>
  );
}

function Search() {
  const texts = t();
  return (
    <form
      class="header-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem("q") as HTMLInputElement;
        if (input.value.trim()) void searchFor(input.value);
        input.select();
      }}
    >
      <input
        class="input"
        id="header-search"
        name="q"
        type="search"
        data-codes
        autocomplete="off"
        maxLength={120}
        aria-label={texts.search}
        aria-keyshortcuts="Alt+S"
        placeholder={`${texts.searchHint} (Alt+S)`}
      />
    </form>
  );
}

export function Header() {
  const texts = t();
  const own = ownCounter.value;
  useShortcuts([
    { keys: "Alt+1", label: texts.intake, group: texts.group, run: () => go({ screen: "intake" }) },
    { keys: "Alt+2", label: texts.work, group: texts.group, run: () => go({ screen: "work" }) },
    {
      keys: "Alt+S",
      label: texts.search,
      group: texts.group,
      run: () => document.getElementById("header-search")?.focus(),
    },
    { keys: "F1 ?", label: texts.help, group: texts.group, run: () => (helpShown.value = true) },
  ]);
  const { screen } = place.value;
  const tab = (name: "intake" | "work", label: string, key: string) => (
    <button
      type="button"
      class="tab"
      aria-current={screen === name ? "page" : undefined}
      aria-keyshortcuts={key}
      onClick={() => go({ screen: name })}
    >
      {label}
      {name === "work" && overdueCount.value > 0 && (
        <span class="badge bad">{texts.late(overdueCount.value)}</span>
      )}
    </button>
  );
  return (
    <header class="top">
      <button type="button" class="counter-name" onClick={() => (choosing.value = true)}>
        {counter.value === null ? texts.noCounter : texts.counter(counter.value, own?.name ?? "")}
      </button>
      <nav aria-label={texts.screens}>
        {tab("intake", texts.intake, "Alt+1")}
        {tab("work", texts.work, "Alt+2")}
      </nav>
      <Search />
      <Status />
      <button
        type="button"
        class="tab help"
        aria-label={`F1: ${texts.help}`}
        aria-keyshortcuts="F1"
        onClick={() => (helpShown.value = true)}
      >
        <kbd>F1</kbd>
      </button>
      <Menu />
    </header>
  );
}
