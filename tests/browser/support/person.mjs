// Somebody who uses the API without a page: what a test needs done, not what it looks at.

import { randomUUID } from "node:crypto";

import { password } from "./room.mjs";

export class Person {
  static async logIn(url, user) {
    const person = new Person(url);
    const session = await person.post("/api/v1/session", { user, password });
    person.token = session.token;
    return person;
  }

  constructor(url) {
    this.url = url;
  }

  async send(method, path, body) {
    const headers = { "Content-Type": "application/json" };
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (method === "POST" && this.token) headers["Idempotency-Key"] = randomUUID();
    const response = await fetch(this.url + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.detail}`);
    return answer;
  }

  get(path) {
    return this.send("GET", path);
  }

  post(path, body = {}) {
    return this.send("POST", path, body);
  }
}

/** Waits until `look` gives something; for what has no event to wait for. */
export async function until(what, look, within = 10_000) {
  const end = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never came about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
