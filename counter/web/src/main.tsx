import { render } from "preact";

import "@motcua/ui";
import "./counter.css";
import "./dossier/dossier.css";
import "./intake/intake.css";
import "./queue/queue.css";
import "./shell/shell.css";
import "./work_list/work.css";

import { App } from "./app";

render(<App />, document.getElementById("app") as HTMLElement);
