import type { ComponentChildren, JSX } from "preact";

export interface ButtonProps extends Omit<JSX.HTMLAttributes<HTMLButtonElement>, "class"> {
  look?: "primary" | "plain" | "danger" | "quiet";
  disabled?: boolean;
  type?: "button" | "submit";
  /** The key that does the same, shown on the button. */
  shortcut?: string;
  children: ComponentChildren;
}

export function Button({
  look = "plain",
  type = "button",
  shortcut,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      class={`button ${look}`}
      {...rest}
      {...(shortcut ? { "aria-keyshortcuts": shortcut } : {})}
    >
      {children}
      {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
    </button>
  );
}
