// What the core shows at `/`: where to go.

import { render } from "preact";

import { defineTexts } from "../language";
import { SettingsBar } from "../ui";
import "./start.css";

const t = defineTexts(
  {
    title: "Bộ phận một cửa",
    counter: "Quầy tiếp nhận và xử lý",
    counterFor: "Công chức một cửa, công chức chuyên môn",
    office: "Lãnh đạo và quản trị",
    officeFor: "Chủ tịch, Phó Chủ tịch, quản trị viên",
    board: "Bảng gọi số",
    boardFor: "Màn hình lớn trong phòng chờ",
  },
  {
    title: "One-stop desk",
    counter: "Counter and work list",
    counterFor: "Counter and specialist officers",
    office: "Chairman and administration",
    officeFor: "Chairman, vice-chairman, administrator",
    board: "Call board",
    boardFor: "The large screen of the waiting room",
  },
);

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
