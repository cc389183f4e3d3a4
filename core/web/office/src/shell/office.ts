// What every page needs to know of the office.

import { signal } from "@preact/signals";

import { answer, api } from "@motcua/api/client";

import { getHealth } from "../api";
import { tellServerTime } from "./clock";

export const officeName = signal("");

export async function loadOffice(): Promise<void> {
  const [health, queue] = await Promise.all([getHealth(), answer(api.GET("/api/v1/queue"))]);
  tellServerTime(health.now);
  officeName.value = queue.office;
}
