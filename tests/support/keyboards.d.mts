export interface Key {
  key: string;
  code: string;
  shift: boolean;
}

export const keyboards: readonly ["us", "caps lock", "azerty", "qwertz", "telex"];
export type Keyboard = (typeof keyboards)[number];

export function keysOf(text: string, keyboard: Keyboard): Key[];
