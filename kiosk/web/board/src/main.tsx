import { render } from "preact";

import "@motcua/ui";

import { Board } from "./board";
import { followRoom } from "./live";
import { announce, loadSounds } from "./speaker";

followRoom(announce);
loadSounds();

const app = document.getElementById("app");
if (app) render(<Board />, app);
