import { useEffect, useRef } from "preact/hooks";

import { wordsOf } from "@motcua/language";

import { agentLost, state } from "./agent";
import "./kiosk.css";
import { BottomBar } from "./parts/bottom_bar";
import { IdleQuestion } from "./parts/idle_question";
import { ScanNotice } from "./parts/scan_notice";
import { TopBar } from "./parts/top_bar";
import { screen, type Screen } from "./screen";
import { DossierScreen } from "./screens/dossier";
import { FeedbackScreen } from "./screens/feedback";
import { PlaceScreen } from "./screens/place";
import { ProcedureScreen } from "./screens/procedure";
import { ProceduresScreen } from "./screens/procedures";
import { ScanScreen } from "./screens/scan";
import { ServiceScreen } from "./screens/service";
import { StartScreen } from "./screens/start";
import { TicketScreen } from "./screens/ticket";

const t = wordsOf("kioskApp");

export function App() {
  const texts = t();
  const main = useRef<HTMLElement>(null);
  const shown = screen.value;
  useEffect(() => {
    document.title = texts.title;
  }, [texts]);
  // A new screen is read from its top; its heading takes the focus (parts/heading).
  useEffect(() => main.current?.scrollTo(0, 0), [shown]);
  if (!state.value)
    return (
      <main class="starting">
        <div role="status">
          <h1>{texts.starting}</h1>
          <p>{texts.startingDo}</p>
        </div>
      </main>
    );
  return (
    <div class={`kiosk on-${shown.name}${agentLost.value ? " away" : ""}`}>
      <TopBar />
      <main ref={main} key={keyOf(shown)}>
        {show(shown)}
      </main>
      <BottomBar />
      <ScanNotice />
      <IdleQuestion />
    </div>
  );
}

const keyOf = (shown: Screen): string => Object.values(shown).join(" ");

function show(shown: Screen) {
  switch (shown.name) {
    case "start":
      return <StartScreen />;
    case "service":
      return <ServiceScreen letter={shown.letter} />;
    case "ticket":
      return <TicketScreen />;
    case "procedures":
      return <ProceduresScreen service={shown.service} />;
    case "procedure":
      return <ProcedureScreen code={shown.code} />;
    case "scan":
      return <ScanScreen />;
    case "dossier":
      return <DossierScreen code={shown.code} />;
    case "place":
      return <PlaceScreen code={shown.code} />;
    case "feedback":
      return <FeedbackScreen />;
  }
}
