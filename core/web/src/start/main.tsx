// What the core shows at `/`: where to go.

import { render } from "preact";

import { wordsOf } from "../language";
import { SettingsBar } from "../ui";
import "./start.css";

const t = wordsOf("start");

function Start() {
  const texts = t();
  document.title = texts.title;
  const places = [
    { href: "/counter/", name: texts.counter, what: texts.counterFor },
    { href: "/office/", name: texts.office, what: texts.officeFor },
    { href: "/board/", name: texts.board, what: texts.boardFor },
  ];
  return (
    <main class="start">
      <SettingsBar />
      <h1>{texts.title}</h1>
      <nav>
        {places.map((place) => (
          <a key={place.href} class="card" href={place.href}>
            <strong>{place.name}</strong>
            <span>{place.what}</span>
          </a>
        ))}
      </nav>
    </main>
  );
}

render(<Start />, document.getElementById("app") as HTMLElement);
