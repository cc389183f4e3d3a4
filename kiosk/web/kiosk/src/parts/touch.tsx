import type { ComponentChildren } from "preact";

import { Icon, type IconName } from "./icon";

/** A large target: what it is, and below it a few words more. */
export function Touch({
  icon,
  look = "plain",
  pressed,
  disabled = false,
  small,
  onTouch,
  children,
}: {
  icon?: IconName;
  look?: "primary" | "plain" | "quiet";
  pressed?: boolean;
  disabled?: boolean;
  small?: ComponentChildren;
  onTouch: () => void;
  children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class={`touch ${look}`}
      disabled={disabled}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      onClick={onTouch}
    >
      {icon && <Icon name={icon} />}
      <span class="words">
        <span>{children}</span>
        {small && <small>{small}</small>}
      </span>
    </button>
  );
}
