import "../theme/base.css";
import "./ui.css";
import "../theme/theme";

export { Button } from "./button";
export { Dialog } from "./dialog";
export { Field } from "./field";
export { SettingsBar } from "./settings_bar";
export { toast, Toasts } from "./toast";
