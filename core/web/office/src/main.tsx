// The page of the chairman and the administrator.

import { render } from "preact";

import "@motcua/ui";

import { App } from "./shell/app";
import "./shell/shell.css";
import "./shared/shared.css";
import "./shared/figures.css";
import "./shared/tables.css";
import "./shell/print.css";

render(<App />, document.getElementById("app") as HTMLElement);
