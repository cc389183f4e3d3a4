// For what is not in the core's description: the agents' `/local/…`.

import { language } from "../language";
import { Problem, type ProblemBody } from "./client";

/** JSON of the address; throws Problem. */
export async function fetchJson<T>(
  method: string,
  path: string,
  { body, key }: { body?: unknown; key?: string } = {},
): Promise<T> {
  const headers: Record<string, string> = { "Accept-Language": language.value };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Problem(0, {});
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({ title: response.statusText }));
    throw new Problem(response.status, problem as Partial<ProblemBody>);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}
