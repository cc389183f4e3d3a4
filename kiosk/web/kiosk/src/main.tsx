import { render } from "preact";

import "@motcua/ui";

import { followAgent } from "./agent";
import { App } from "./app";
import { guardTouches } from "./guard";
import { watchIdle } from "./idle_watch";
import { prepareReader } from "./reader";
import { scanned } from "./scans";
import { resumeTicket } from "./ticket";

guardTouches();
resumeTicket();
followAgent(scanned);
watchIdle();
prepareReader();

const app = document.getElementById("app");
if (app) render(<App />, app);
