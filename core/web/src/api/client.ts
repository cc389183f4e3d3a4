// The core's API, typed by its own description. Paths are the page's own origin: the core serves
// the page, or an agent that hands requests on.

import createClient, { type Middleware } from "openapi-fetch";

import type { components, paths } from "@motcua-api";

import { language } from "../language";
import { fetchWhole } from "./whole";

export type Schemas = components["schemas"];
/** `code`: what it is, more closely than the type; an older server does not tell. */
export type ProblemBody = Schemas["Problem"] & { code?: string };

/** What went wrong, said for the person before the page. */
export class Problem extends Error {
  constructor(
    readonly status: number, // 0: nobody could be reached
    readonly body: Partial<ProblemBody>,
  ) {
    super(body.detail ?? body.title ?? "");
  }

  /** The word behind `urn:motcua:problem:`; `unreachable` when nobody answered. */
  get word(): string {
    if (this.status === 0) return "unreachable";
    return this.body.type?.replace("urn:motcua:problem:", "") ?? "";
  }

  /** Nothing is known of what became of the request: send it again, with the same key. */
  get mayTryAgain(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503;
  }

  fieldMessage(field: string): string | undefined {
    return this.body.errors?.find((each) => each.field === field)?.message;
  }
}

/** Called when a request shows that nobody is logged in (any more). */
let onLoggedOut: () => void = () => {};
export function whenLoggedOut(handler: () => void): void {
  onLoggedOut = handler;
}

/** The core says its sentences in the language of the page. */
const askInLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", language.value);
    return request;
  },
};

const throwProblems: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (response.ok) return undefined;
    let body: Partial<ProblemBody> = { title: response.statusText };
    try {
      body = (await response.json()) as ProblemBody;
    } catch {
      // no JSON: a proxy in between answered
    }
    if (response.status === 401 && schemaPath !== "/api/v1/session") onLoggedOut();
    throw new Problem(response.status, body);
  },
  onError() {
    return new Problem(0, {});
  },
};

const noBody = new Set([204, 205, 304]);

export const api = createClient<paths>({
  baseUrl: "/",
  credentials: "same-origin",
  fetch: async (request) => {
    const { response, text } = await fetchWhole(request);
    const { status, statusText, headers } = response;
    return new Response(noBody.has(status) ? null : text, { status, statusText, headers });
  },
});
api.use(askInLanguage, throwProblems);

/** The body of an answer; problems have been thrown before. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/** A key for one act of a person: kept until it is known what became of it. */
export function newKey(): string {
  return crypto.randomUUID();
}
