// The whole page: who is nobody logs in, who is somebody finds what he left.

import { mayHere } from "@motcua/access";
import { Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";
import { leave } from "@motcua/leave";
import { LogIn } from "@motcua/login";
import { tellMistakes } from "@motcua/mistakes";
import { person } from "@motcua/session";
import { Turns } from "@motcua/turns";
import { Button, SettingsBar, Toasts } from "@motcua/ui";
import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { choosing, counter } from "./counter";
import { DossierScreen } from "./dossier/dossier_screen";
import { lostSince, reloadAll, startFeed, stopFeed } from "./feed";
import { restoreDrafts } from "./intake/drafts";
import { IntakeScreen } from "./intake/intake_screen";
import { resumeSending } from "./intake/receive";
import { agent, findAgent, loadFiles } from "./local/agent";
import { go, hasPlace, place } from "./navigation";
import { QueuePanel } from "./queue/queue_panel";
import { startScans } from "./scan/route";
import { CounterChoice } from "./shell/counter_choice";
import { Header } from "./shell/header";
import { LateBand } from "./shell/late_band";
import { loadOrRemember } from "./shell/remembered";
import { ShortcutsOverlay } from "./shell/shortcuts_overlay";
import { TicketDialog } from "./queue/ticket_dialog";
import { WorkScreen } from "./work_list/work_screen";

const t = wordsOf("counterApp");

const away = signal(false);
const ready = signal(false);
const retryAfter = 3_000;

async function begin(): Promise<void> {
  try {
    if (agent.value === undefined) await findAgent();
    await loadOrRemember();
    away.value = false;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    away.value = true;
    window.setTimeout(() => void begin(), retryAfter);
  }
}

const works = () => mayHere("receiveDossier");

const entries = new Turns();

async function enter(login: string): Promise<void> {
  const isHere = entries.begin();
  await restoreDrafts(login);
  if (!isHere()) return; // logged out in between
  if (!hasPlace()) go({ screen: person.value?.role === "specialist" ? "work" : "intake" });
  if (person.value?.role === "officer" && counter.value === null) {
    counter.value = agent.value?.counter ?? null;
    choosing.value = counter.value === null;
  }
  await reloadAll();
  if (!isHere()) return;
  startFeed();
  ready.value = true;
  resumeSending();
  void loadFiles();
}

let entered = "";
effect(() => {
  const login = works() ? (person.value?.login ?? "") : "";
  if (login === entered) return;
  entered = login;
  entries.end();
  ready.value = false;
  stopFeed();
  if (login) void enter(login);
});

function Screen() {
  switch (place.value.screen) {
    case "work":
      return <WorkScreen />;
    case "dossier":
      return <DossierScreen code={place.value.dossier ?? ""} />;
    default:
      return <IntakeScreen />;
  }
}

function Working() {
  const texts = t();
  useEffect(() => startScans(), []);
  return (
    <div class="page">
      {/* biome-ignore lint/a11y/useValidAnchor: it moves the focus; the address stays the page\'s. */}
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {texts.toMain}
      </a>
      <Header />
      <LateBand />
      <div class={counter.value === null ? "columns alone" : "columns"}>
        {counter.value !== null && <QueuePanel />}
        <main id="main" tabIndex={-1}>
          {ready.value ? <Screen /> : <p role="status">{texts.loading}</p>}
        </main>
      </div>
      <CounterChoice />
      <TicketDialog />
      <ShortcutsOverlay />
    </div>
  );
}

function Outside() {
  const texts = t();
  const who = person.value;
  return (
    <main class="outside">
      <SettingsBar />
      {away.value && (
        <div class="notice warn" role="status">
          {texts.away}
        </div>
      )}
      {who === null && <LogIn />}
      {who === undefined && !away.value && <p role="status">{texts.loading}</p>}
      {who && (
        <div class="card">
          <h1>{texts.title}</h1>
          <p>{texts.notForYou}</p>
          <p>
            <a href="/office/">{texts.office}</a>
          </p>
          <Button onClick={() => void leave()}>{texts.logOut}</Button>
        </div>
      )}
    </main>
  );
}

export function App() {
  return (
    <>
      {works() ? <Working /> : <Outside />}
      <Toasts />
    </>
  );
}

tellMistakes();

// A page that lost the core still knows when: said in the title too, for who works in another tab.
effect(() => {
  document.title = `${lostSince.value && works() ? "⚠ " : ""}${t().title}`;
});

void begin();
