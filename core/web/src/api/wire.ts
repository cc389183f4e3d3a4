// For what is not in the core's description: the agents' `/local/…`.

import { language } from "../language";
import { Problem, type ProblemBody } from "./client";
import { fetchWhole } from "./whole";

const mostKeptAlive = 60_000; // bytes: a browser refuses 64 KiB and more

/** JSON of the address; throws Problem. `keepalive`: goes out although the page does not stay, which
 *  a long body cannot. */
export async function fetchJson<T>(
  method: string,
  path: string,
  { body, key, keepalive = false }: { body?: unknown; key?: string; keepalive?: boolean } = {},
): Promise<T> {
  const headers: Record<string, string> = { "Accept-Language": language.value };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const { response, text } = await fetchWhole(path, {
    method,
    headers,
    credentials: "same-origin",
    keepalive: keepalive && new TextEncoder().encode(sent ?? "").length < mostKeptAlive,
    ...(sent === undefined ? {} : { body: sent }),
  }).catch(() => {
    throw new Problem(0, {});
  });
  if (!response.ok) throw new Problem(response.status, problemOf(text, response.statusText));
  return (text ? JSON.parse(text) : undefined) as T;
}

function problemOf(text: string, title: string): Partial<ProblemBody> {
  try {
    return JSON.parse(text) as Partial<ProblemBody>;
  } catch {
    return { title }; // no JSON: a proxy in between answered
  }
}
