import { useEffect, useRef, useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { today } from "@motcua/clock";
import { wordsOf } from "@motcua/language";
import { leave } from "@motcua/leave";
import { LogIn } from "@motcua/login";
import { tellMistakes } from "@motcua/mistakes";
import { loadSession, person, type Person } from "@motcua/session";
import { Button, SettingsBar, Toasts } from "@motcua/ui";

import { DossierDialogs } from "../dossiers/dossier_dialogs";
import { problemText } from "../shared/problem_text";
import { followOffice, officeName, officeProblem } from "./office";
import { isForOffice, pageNames, pagesOf } from "./pages";
import { PasswordDialog } from "./password_dialog";
import { followPrinting } from "./printing";
import { route } from "./route";

const t = wordsOf("officeApp");

followPrinting();
tellMistakes();

export function App() {
  const texts = t();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const begin = () => {
    setProblem(undefined);
    loadSession().catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    });
  };
  useEffect(begin, []);
  document.title = officeName.value ? `${texts.title} – ${officeName.value}` : texts.title;
  const who = person.value;
  if (who && isForOffice(who.role)) return <Office who={who} />;
  return (
    <main class="alone">
      <SettingsBar />
      {problem && (
        <div class="notice bad" role="alert">
          {problemText(problem)} <Button onClick={begin}>{texts.again}</Button>
        </div>
      )}
      {who === undefined && !problem && <p role="status">{texts.loading}</p>}
      {who === null && <LogIn />}
      {who && <Elsewhere who={who} />}
      <Toasts />
    </main>
  );
}

function Elsewhere({ who }: { who: Person }) {
  const texts = t();
  return (
    <section class="card elsewhere">
      <h1>{texts.elsewhere}</h1>
      <p>{texts.elsewhereWhy(who.name || who.login)}</p>
      <div class="row">
        <a class="button primary" href="/counter/">
          {texts.counter}
        </a>
        <Button onClick={() => void leave()}>{texts.logOut}</Button>
      </div>
    </section>
  );
}

function Office({ who }: { who: Person }) {
  const texts = t();
  const [changing, setChanging] = useState(false);
  useEffect(followOffice, []);
  return (
    <div class="office">
      {/* biome-ignore lint/a11y/useValidAnchor: it moves the focus; the address stays the page\'s. */}
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {texts.skip}
      </a>
      <header class="top">
        <span class="office-name">{officeName.value || "\u00a0"}</span>
        <SettingsBar />
        <span class="who">{who.name || who.login}</span>
        <Button look="quiet" onClick={() => setChanging(true)}>
          {texts.password}
        </Button>
        <Button look="quiet" onClick={() => void leave()}>
          {texts.logOut}
        </Button>
      </header>
      {officeProblem.value && today.value === undefined && (
        <div class="notice bad no-print" role="alert">
          {problemText(officeProblem.value)}
        </div>
      )}
      <Pages who={who} />
      <DossierDialogs />
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
      <Toasts />
    </div>
  );
}

function Pages({ who }: { who: Person }) {
  const texts = t();
  const pages = pagesOf(who.role);
  const shown = pages.find((each) => each.name === route.value.page) ?? pages[0];
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus(); // a screen reader is told of the other page
    first.current = false;
    window.scrollTo(0, 0);
  }, [shown?.name]);
  if (!shown) return null;
  return (
    <>
      <nav class="pages" aria-label={texts.pages}>
        {pages.map((each) => (
          <a
            key={each.name}
            href={`#/${each.name}`}
            aria-current={each.name === shown.name ? "page" : undefined}
          >
            {pageNames()[each.name]}
          </a>
        ))}
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        <shown.Content />
      </main>
    </>
  );
}
