// The peer: durable intake as one would write it on Node. POST /api/v1/dossiers answers 201 once
// the dossier and its event are on disk, in one transaction a request.
//
//   node server.js --db FILE
//
// It does less than motcua-core for a request: no due date, counts, hash chain, search words,
// ticket or kept answers. Any token will do.

import Database from "better-sqlite3";
import Fastify from "fastify";
import { parseArgs } from "node:util";

const agency = "000.00.18.H55";
const { values: options } = parseArgs({ options: { db: { type: "string" } } });
if (!options.db) {
  console.error("usage: node server.js --db FILE");
  process.exit(2);
}

const db = new Database(options.db);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`
  CREATE TABLE IF NOT EXISTS dossier (
    id INTEGER PRIMARY KEY, code TEXT NOT NULL, procedure TEXT NOT NULL, name TEXT NOT NULL,
    id_number TEXT, phone TEXT, address TEXT, channel TEXT NOT NULL, documents TEXT NOT NULL,
    state TEXT NOT NULL, version INTEGER NOT NULL, received_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL, officer TEXT NOT NULL);
  CREATE UNIQUE INDEX IF NOT EXISTS dossier_code ON dossier (code);
  CREATE INDEX IF NOT EXISTS dossier_received ON dossier (received_at);
  CREATE INDEX IF NOT EXISTS dossier_due ON dossier (due_at);
  CREATE TABLE IF NOT EXISTS event (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL,
    actor TEXT NOT NULL, payload TEXT NOT NULL);
`);

const insertDossier = db.prepare(`
  INSERT INTO dossier (code, procedure, name, id_number, phone, address, channel, documents, state,
                       version, received_at, due_at, officer)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'in_progress', 1, ?, ?, ?)`);
const insertEvent = db.prepare(
  "INSERT INTO event (at, act, subject, actor, payload) VALUES (?, ?, ?, ?, ?)",
);

const threeDays = 3 * 86400;
const today = new Date().toISOString().slice(2, 10).replaceAll("-", "");
let number = db.prepare("SELECT count(*) AS n FROM dossier").get().n;

const receive = db.transaction((body, officer) => {
  const now = Math.floor(Date.now() / 1000);
  const code = `${agency}-${today}-${String(number + 1).padStart(4, "0")}`;
  const { applicant } = body;
  insertDossier.run(
    code,
    body.procedure,
    applicant.name,
    applicant.id_number,
    applicant.phone,
    applicant.address,
    body.channel,
    JSON.stringify(body.documents),
    now,
    now + threeDays,
    officer,
  );
  insertEvent.run(now, "dossier_received", code, officer, JSON.stringify(body));
  return {
    code,
    version: 1,
    state: "in_progress",
    received_at: now,
    due_at: now + threeDays,
    officer,
  };
});

const line = { type: "string", minLength: 1, maxLength: 400 };
const copies = { type: "integer", minimum: 0, maximum: 10000 };
const paper = {
  type: "object",
  required: ["name"],
  properties: { name: line, originals: copies, certified: copies, copies },
};
const bodySchema = {
  type: "object",
  required: ["procedure", "applicant", "channel"],
  properties: {
    procedure: { type: "string", minLength: 1, maxLength: 64 },
    applicant: {
      type: "object",
      required: ["name"],
      properties: { name: line, id_number: line, phone: line, address: line },
    },
    channel: { enum: ["online", "in_person", "postal"] },
    fee_vnd: { type: "integer", minimum: 0 },
    documents: { type: "array", maxItems: 200, items: { anyOf: [line, paper] } },
  },
};
const answerSchema = {
  type: "object",
  properties: {
    code: { type: "string" },
    version: { type: "integer" },
    state: { type: "string" },
    received_at: { type: "integer" },
    due_at: { type: "integer" },
    officer: { type: "string" },
  },
};

const server = Fastify({ logger: false });
server.post(
  "/api/v1/dossiers",
  {
    schema: { body: bodySchema, response: { 201: answerSchema } },
    onRequest: (request, reply, next) => {
      if (request.headers.authorization?.startsWith("Bearer ")) return next();
      reply.code(401).send({});
    },
  },
  (request, reply) => {
    const answer = receive.immediate(request.body, "officer");
    number += 1; // only what was committed counts
    reply.code(201).send(answer);
  },
);

await server.listen({ host: "127.0.0.1", port: 0 });
console.log(`listening on http://127.0.0.1:${server.server.address().port}`);
process.on("SIGTERM", async () => {
  await server.close();
  db.close();
  process.exit(0);
});
