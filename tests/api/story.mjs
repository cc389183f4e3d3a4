// One day of a ward: every operation of the description is called at least once.

import { setTimeout as pause } from "node:timers/promises";

import { hear } from "./events.mjs";
import { recallAfterSeconds } from "./ward.mjs";

const password = "mat-khau-1";
const roles = ["officer", "specialist", "chairman", "admin"];
const kinds = ["kiosk", "board", "counter"];
const pdf = Buffer.from("%PDF-1.4\n% a scan\n");

/** Users and devices; gives a token of each role and kind. */
async function people(api, adminPassword) {
  const { token: admin } = await api.call("logIn", {
    body: { user: "admin", password: adminPassword },
  });
  const tokens = { admin };
  for (const role of roles) {
    const login = role === "admin" ? "admin.2" : role;
    const body = { login, name: `Người dùng ${role}`, role, password };
    await api.call("addUser", { token: admin, body });
    const session = await api.call("logIn", { body: { user: login, password } });
    tokens[role] = session.token;
    await api.call("whoAmI", { token: session.token });
  }
  for (const kind of kinds) {
    const { code } = await api.call("enrolDevice", { token: admin, body: { kind, name: "Sảnh" } });
    const { key } = await api.call("redeemCode", { body: { code } });
    tokens[kind] = key;
    await api.call("whoAmI", { token: key });
  }
  const { code } = await api.call("enrolDevice", { token: admin, body: { kind: "board" } });
  await api.call("redeemCode", { body: { code, cookie: true } });
  await api.call("forgetDevice");
  await api.call("listUsers", { token: admin });
  await api.call("listDevices", { token: admin });
  return tokens;
}

/** People and machines who leave again. */
async function leaving(api, { admin }) {
  const body = { login: "temp", role: "officer" }; // its password is made up
  const made = await api.call("addUser", { token: admin, body });
  const { token } = await api.call("logIn", { body: { user: "temp", password: made.password } });
  const change = { old: made.password, new: `${password}-2` };
  await api.call("changePassword", { token, body: change });
  await api.call("resetPassword", { token: admin, path: { login: "temp" }, body: { password } });
  const again = await api.call("logIn", { body: { user: "temp", password } });
  await api.call("logOut", { token: again.token });
  await api.call("disableUser", { token: admin, path: { login: "temp" } });
  await api.call("enableUser", { token: admin, path: { login: "temp" } });
  const promoted = { name: "Người tạm", role: "chairman" };
  await api.call("changeUser", { token: admin, path: { login: "temp" }, body: promoted });
  const own = { token: admin, path: { login: "admin.2" }, body: { role: "officer" } };
  await api.refused("changeUser", 409, own);
  const { id } = await api.call("enrolDevice", { token: admin, body: { kind: "board" } });
  await api.call("revokeDevice", { token: admin, path: { id } });
  await api.call("enrolDevice", { token: admin, body: { kind: "counter" } }); // never redeemed
  await api.call("listUsers", { token: admin });
  await api.call("listDevices", { token: admin });
}

async function board(api) {
  await api.call("health");
  await api.call("metrics");
  await api.call("openapi");
  const found = await api.call("listProcedures", { query: { q: "KHAI sinh", limit: 2, skip: 0 } });
  if (found.total === 0) api.fault("listProcedures does not find `KHAI sinh`");
  await api.call("listProcedures", { query: { field: found.items[0].field, level: "partial" } });
  const all = await api.call("listProcedures");
  for (const { code } of all.items) {
    await api.call("getProcedure", { path: { code } });
    await api.call("procedureDue", { path: { code } });
  }
  const path = { code: all.items[0].code };
  await api.call("procedureDue", { path, query: { received: "2026-11-20T09:00:00+07:00" } });
  return all.items;
}

const priorities = [
  "pregnant",
  "none",
  true,
  false,
  "war_invalid",
  undefined,
  "severely_disabled",
  "child_under_36_months",
];

/** The queue of counter 2, which serves B; gives a ticket's code. */
async function queue(api, { kiosk, officer, board, counter }) {
  const taken = [];
  for (const priority of priorities) {
    const body = { service: "B", priority, phone: `091000000${taken.length}` };
    taken.push(await api.call("takeTicket", { token: kiosk, body }));
  }
  const step = (id, body = {}) => api.call(id, { token: officer, path: { n: 2 }, body });
  const unanswered = () => pause(recallAfterSeconds * 1_000 + 100);
  const called = await step("callTicket");
  await unanswered();
  await step("recallTicket");
  await api.call("getQueue", { token: board });
  await unanswered();
  await step("noShow");
  await step("callTicket");
  await step("startService");
  await api.call("getQueue", { token: counter });
  await step("transferTicket", { to_service: "A", reason: "chọn nhầm" });
  await step("callTicket", { ticket: taken[5].number, reason: "người nhà đi cùng" });
  const held = await step("holdTicket", { reason: "thiếu giấy tờ" });
  await api.call("reEnter", { token: kiosk, path: { code: held.code } });
  const mistaken = await api.call("takeTicket", { token: kiosk, body: { service: "A" } });
  await api.call("cancelTicket", { token: kiosk, path: { code: mistaken.code } });
  await step("holdTicket", { ticket: held.number });
  await step("releaseTicket", { ticket: held.code });
  for (let services = 0; services < 5; ++services) {
    await step("callTicket");
    await step("startService");
    if (services < 4) await step("finishService");
  }
  await api.call("getTicket", { path: { code: called.code } });
  await api.call("getTicket", { path: { code: taken[5].number }, token: officer });
  const last = { service: "B", id_number: "019090000001" };
  const { expected_wait_s } = await api.call("takeTicket", { token: kiosk, body: last });
  if (expected_wait_s === null) api.fault("takeTicket: no estimate after three services");
  const room = await api.call("getQueue", { token: officer });
  return room.counters.find((each) => each.number === 2).ticket.code;
}

async function offline(api, { kiosk }) {
  const lease = await api.call("leaseNumbers", { token: kiosk, body: { service: "A", count: 3 } });
  const at = new Date().toISOString();
  const used = [
    { number: lease.numbers[0], at, priority: "age_80_or_older" },
    { number: lease.numbers[1], at },
  ];
  await api.call("settleNumbers", { token: kiosk, body: { lease: lease.lease, used } });
  await api.call("getTicket", { path: { code: lease.codes[0] } });
  const unused = await api.call("leaseNumbers", { token: kiosk, body: { service: "D" } });
  await api.call("settleNumbers", { token: kiosk, body: { lease: unused.lease, used: [] } });
}

const applicant = {
  name: "Nguyễn Văn An",
  id_number: "019090000001",
  phone: "0910000001",
  address: "Tổ 1, phường Ba Hàng",
  email: "an@example.org",
  birth_date: "1990-05-20",
  sex: "man",
};

const papers = [
  "Tờ khai",
  { name: "Giấy chứng sinh", originals: 1, certified: 0, copies: 2 },
  { name: "Ảnh" },
];

/** What an officer does with dossiers: each act carries the version of the one before. */
class Desk {
  constructor(api, token, procedures) {
    this.api = api;
    this.token = token;
    this.procedures = procedures;
    this.usual = procedures.find((each) => each.unit === "working_day").code;
  }

  async begin(id, more = {}) {
    const body = { procedure: this.usual, applicant: { name: "Trần Thị Bình" }, ...more };
    const { code, version } = await this.api.call(id, { token: this.token, body });
    return { code, version };
  }

  async act(dossier, id, more = {}) {
    const { code, version } = dossier;
    const request = { token: this.token, path: { code }, body: { version, ...more } };
    dossier.version = (await this.api.call(id, request)).version;
  }

  async show({ code }) {
    const path = { code };
    for (const id of ["getDossier", "explainDeadline", "getHistory"]) {
      await this.api.call(id, { token: this.token, path });
    }
    await this.api.call("trackDossier", { path });
  }
}

async function correct(desk, dossier) {
  const renamed = { applicant: { phone: "", name: "Nguyễn Văn Ân" }, documents: papers };
  await desk.act(dossier, "correctDossier", { reason: "sai tên", correction: renamed });
  const { name, phone, ...others } = applicant;
  const more = { applicant: others, channel: "postal", fee_vnd: 30000 };
  await desk.act(dossier, "correctDossier", { reason: "sai hình thức nộp", correction: more });
  await desk.act(dossier, "payFee", { paid_vnd: 5000 });
  await desk.act(dossier, "payFee");
}

async function digitise({ api, token }, dossier) {
  const path = { code: dossier.code, name: "tờ khai.pdf" };
  const stored = await api.call("putAttachment", {
    token,
    path,
    query: { version: dossier.version },
    bytes: pdf,
    type: "application/pdf",
  });
  dossier.version = stored.version;
  const { raw } = await api.call("getAttachment", { token, path });
  if (!raw.equals(pdf)) api.fault("getAttachment: other bytes than were put");
}

/** From the ticket to the result in the citizen's hand; gives the dossier's code. */
async function wholeLife(desk, kiosk, ticket) {
  const dossier = await desk.begin("receiveDossier", {
    applicant,
    channel: "in_person",
    documents: papers,
    fee_vnd: 20000,
    ticket,
  });
  await desk.act(dossier, "forwardDossier", { assignee: "specialist" });
  await desk.act(dossier, "requestSupplement", { reason: "thiếu giấy chứng sinh" });
  await desk.show(dossier);
  await desk.act(dossier, "resumeDossier");
  const answer_due = "2030-01-03T08:12:00+07:00";
  const police = { agency: "Công an phường", answer_due, external_code: "CA-1" };
  await desk.act(dossier, "handOver", police);
  await desk.act(dossier, "acknowledgeHandOver");
  await desk.act(dossier, "answerHandOver", { agency: police.agency });
  await desk.act(dossier, "handOver", { agency: "Chi cục Thuế" });
  const new_appointment = "2030-01-04T08:12:00+07:00";
  await desk.act(dossier, "reappoint", { new_appointment, reason: "chờ xác minh" });
  await correct(desk, dossier);
  await digitise(desk, dossier);
  await desk.act(dossier, "resolveDossier");
  await desk.api.call("takeTicket", { token: kiosk, body: { dossier: dossier.code } });
  await desk.act(dossier, "returnResult", { return_channel: "postal" });
  await desk.show(dossier);
  await desk.api.call("getTicket", { token: desk.token, path: { code: ticket } });
  return dossier.code;
}

async function otherEnds(desk) {
  const endings = [
    ["submitDossier", "acceptSubmission"],
    ["submitDossier", "refuseSubmission", "không thuộc thẩm quyền"],
    ["receiveDossier", "rejectDossier", "không đủ điều kiện"],
    ["receiveDossier", "withdrawDossier", "đổi ý"],
    ["receiveDossier", "stopDossier", "công dân không bổ sung"],
  ];
  for (const [beginning, ending, reason] of endings) {
    await desk.act(await desk.begin(beginning), ending, { reason });
  }
  await desk.begin("refuseAtDesk", { reason: "thiếu giấy tờ" });
  await desk.begin("submitDossier");
}

/** One dossier of each kind of procedure that the catalogue has. */
async function otherProcedures(desk) {
  const kinds = [
    (each) => each.unit === "none",
    (each) => each.unit === "working_hour",
    (each) => each.unit === "calendar_day",
    (each) => each.linked_agencies.length > 0,
    (each) => each.cutoff !== null,
  ];
  for (const found of kinds.map((kind) => desk.procedures.find(kind))) {
    if (!found) continue;
    await desk.show(await desk.begin("receiveDossier", { procedure: found.code }));
  }
}

async function lists(api, { officer: token, chairman }, code) {
  const statuses = ["open", "overdue", "due_today", "to_return", "refused", "withdrawn", "stopped"];
  for (const status of statuses) await api.call("listDossiers", { token, query: { status } });
  const { next_skip } = await api.call("listDossiers", { token, query: { limit: 2, skip: 1 } });
  if (next_skip !== 3) api.fault(`listDossiers: next_skip ${next_skip} in place of 3`);
  await api.call("listDossiers", { token, query: { q: code } });
  await api.call("listDossiers", {
    token: chairman,
    query: { q: "nguyen van", due_before: "2040-01-01", officer: "officer" },
  });
  const { items } = await api.call("listDossiers", { token });
  for (const each of items) {
    await api.call("getDossier", { token, path: { code: each.code } });
    await api.call("getHistory", { token, path: { code: each.code } });
    await api.call("trackDossier", { path: { code: each.code } });
  }
}

/** What names a person is asked for in a body. */
async function askedFor(api, { officer: token }, procedure) {
  const found = await api.call("searchDossiers", { token, body: { q: "nguyen van", limit: 5 } });
  if (found.items.length === 0) api.fault("searchDossiers finds nobody");
  const body = { procedure, applicant: { name: applicant.name, phone: applicant.phone } };
  await api.call("similarDossiers", { token, body });
  const card = "019185001234||Nguyễn Thị Hoa|02031985|Nam|Phổ Yên|10052021";
  const scan = await api.call("readScan", { token, body: { text: card } });
  if (scan.card?.doubts.length !== 1) api.fault("readScan believes a card that contradicts itself");
  const same = { applicant: { id_number: applicant.id_number } };
  const { items } = await api.call("similarDossiers", { token, body: same });
  if (items.length === 0) api.fault("similarDossiers finds nothing of the same ID number");
}

const formats = ["", "_pdf", "_png"];

/** Every paper of a dossier that has it. */
async function papersOf(desk) {
  const { api, token } = desk;
  const whole = await desk.begin("receiveDossier", { applicant, documents: papers });
  await desk.act(whole, "forwardDossier", { assignee: "specialist" });
  await desk.act(whole, "requestSupplement", { reason: "Thiếu giấy tờ:\n- Giấy chứng sinh" });
  await desk.act(whole, "resumeDossier");
  const new_appointment = "2030-01-04T08:12:00+07:00";
  await desk.act(whole, "reappoint", { new_appointment, reason: "chờ xác minh" });
  await api.refused("resultPaper", 409, { token, path: { code: whole.code } });
  await desk.act(whole, "rejectDossier", { reason: "không đủ điều kiện" });
  const refused = await desk.begin("refuseAtDesk", { reason: "không thuộc thẩm quyền" });
  const stopped = await desk.begin("receiveDossier");
  await desk.act(stopped, "stopDossier", { reason: "quá hạn bổ sung" });
  const owners = { refusalPaper: refused, stopPaper: stopped };
  const kinds = [
    "receiptPaper",
    "supplementPaper",
    "refusalPaper",
    "apologyPaper",
    "stopPaper",
    "controlPaper",
    "resultPaper",
  ];
  for (const kind of kinds) {
    const path = { code: (owners[kind] ?? whole).code };
    for (const format of formats) await api.call(kind + format, { token, path });
  }
  const query = { codes: whole.code };
  for (const format of formats) await api.call(`batchReceiptPaper${format}`, { token, query });
  const period = { from: "2020-01-01", to: "2040-12-31" };
  for (const format of formats) {
    await api.call(`registerPaper${format}`, { token, query: period });
  }
}

async function reports(api, { chairman: token }) {
  const period = { from: "2020-01-01", to: "2040-12-31" };
  const groupings = ["field", "procedure", "channel", "level", "officer", "month"];
  for (const by of groupings) await api.call("periodReport", { token, query: { ...period, by } });
  const empty = { from: "2001-01-01", to: "2001-01-31" };
  for (const id of ["periodReport", "cchcReport", "form06a"]) {
    for (const suffix of ["", "_csv", "_xlsx", "_pdf"]) {
      await api.call(id + suffix, { token, query: period });
    }
    await api.call(id, { token, query: empty });
  }
  const query = { ...period, figure: "resolved.late", limit: 1 };
  await api.call("countedDossiers", { token, query });
  await api.call("countedDossiers", { token, query: { ...query, figure: "received" } });
  const month = { by: "month", key: "2026-11" };
  await api.call("countedDossiers", { token, query: { ...query, figure: "received", ...month } });
  await api.call("getToday", { token });
}

const catalogueColumns =
  "code,name,field,duration,unit,cutoff,fee_vnd,online_level,sector,linked_agencies," +
  "documents,decision,effective_from,effective_to\n";

/** The administrator takes in a new catalogue, and closes the office for a day. */
async function tables(api, { admin, chairman, kiosk }) {
  const csv = (text) => ({ token: admin, bytes: text, type: "text/csv" });
  const { items } = await api.call("listCatalogue", { token: chairman, query: { limit: 3 } });
  await api.call("listCatalogue", { token: admin, query: { q: items[0].code, skip: 0 } });
  const row = (to) =>
    `9.000001,Thủ tục thử,Thử,3,working_day,,0,none,ward,,,QĐ1,2020-01-01,${to}\n`;
  const first = csv(catalogueColumns + row(""));
  const query = { file: "qđ-mới.csv", reason: "Quyết định 1" };
  await api.call("previewCatalogue", { ...first, query });
  await api.call("importCatalogue", { ...first, query });
  const closing = csv(catalogueColumns + row("2040-12-31").replace("QĐ1", "QĐ2"));
  const { closed, changed } = await api.call("previewCatalogue", closing);
  if (closed.length !== 1 || changed.length !== 1) api.fault("previewCatalogue: closes nothing");
  await api.call("importCatalogue", closing);
  const bad = csv(`${catalogueColumns}9.000002,,Thử,x,working_day,,0,none,ward,,,,2020-01-01,\n`);
  const { ok, errors } = await api.call("previewCatalogue", bad);
  const problem = await api.refused("importCatalogue", 422, bad);
  if (ok || problem.errors.length !== errors.length) api.fault("importCatalogue: other errors");
  await api.refused("importCatalogue", 415, { token: admin, body: {} });

  await api.call("getCalendar", { token: kiosk, query: { year: 2023 } });
  const choice = { new_year_eve: "two_days", national_day_side: "before" };
  const proposal = await api.call("proposeCalendar", {
    token: admin,
    query: { year: 2030, ...choice },
  });
  const proposed = await api.call("previewCalendar", csv(proposal.csv));
  if (proposed.added.length !== proposal.days.length) api.fault("proposeCalendar: other days");
  await api.refused("proposeCalendar", 422, { token: admin, query: { year: 2100 } });
  const day = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
  const flood = csv(`date,kind,name\n${day},holiday,Lũ\n2023-01-01,holiday,Tết\n`);
  for (const replace of [true, false]) {
    await api.call("previewCalendar", { ...flood, query: { replace } });
  }
  const told = await api.call("previewCalendar", flood);
  const done = await api.call("importCalendar", { ...flood, query: { reason: "Lũ" } });
  if (told.moved_count !== done.moved_count) api.fault("importCalendar: moves others");
  await api.refused("importCalendar", 422, csv("date,kind\n"));
}

/** A register is judged, its bad rows are taken away, and a sound one is taken in. */
async function register(api, { admin: token }) {
  const columns =
    "code,procedure_code,applicant_name,applicant_id,phone,address,channel,received_at,pauses," +
    "resolved_at,result,returned_at,return_channel,linked_agencies,digitised,fee_vnd,officer\n";
  const row = (code, channel) =>
    `${code},2.000815,Đặng Thị Mẫu,,,,${channel},2023-03-02T08:10,,,,,,,0,,\n`;
  const judge = async (text, query = {}) => {
    const { id } = await api.call("previewRegister", {
      token,
      bytes: columns + text,
      type: "text/csv",
      query: { file: "sổ.csv", ...query },
    });
    let now = await api.call("getRegister", { token });
    while (now.state === "judging") now = await api.call("getRegister", { token });
    if (now.id !== id) api.fault("getRegister: of another one");
    return now;
  };
  const bad = await judge(row("MẪU-1", "fax") + row("MẪU-2", "online"));
  if (bad.ok || bad.refused !== 1 || bad.errors[0].line !== 2) api.fault("getRegister: bad rows");
  await api.refused("importRegister", 409, { token, body: { id: bad.id } });
  const { raw } = await api.call("refusedRows", { token, query: { excel: "1" } });
  if (!raw.includes("MẪU-1") || raw.includes("MẪU-2")) api.fault("refusedRows: not the bad rows");
  await api.call("cancelRegister", { token, body: { id: bad.id } });
  const good = await judge(row("MẪU-2", "online"), { repair: true });
  if (!good.ok || good.added !== 1) api.fault("getRegister: not sound");
  await api.call("importRegister", { token, body: { id: good.id, reason: "Sổ cũ" } });
  let now = await api.call("getRegister", { token });
  while (now.state === "importing") now = await api.call("getRegister", { token });
  if (now.state !== "imported") api.fault(`getRegister: ${JSON.stringify(now)}`);
}

async function machines(api, { admin: token, kiosk }) {
  const text = "Hết giấy: hãy thay cuộn mới";
  const parts = [{ part: "printer", name: "epson", state: "paper_out", text }];
  await api.call("tellDeviceState", { token: kiosk, body: { version: "1.0", parts } });
  const { items } = await api.call("listDevices", { token });
  const told = items.find((each) => each.parts.length > 0);
  if (!told?.online || told.kind !== "kiosk") api.fault("listDevices: the kiosk tells nothing");
}

/** A backup and a verification, until they are done. */
async function caretaking(api, { admin: token }) {
  for (const [begin, look] of [
    ["makeBackup", "listBackups"],
    ["beginVerification", "getVerification"],
  ]) {
    const before = await api.call(look, { token });
    if (before.running) api.fault(`${look}: runs by itself`);
    await api.call(begin, { token });
    let now = await api.call(look, { token });
    while (now.running) now = await api.call(look, { token });
    const sound = look === "listBackups" ? now.items[0]?.ok && now.last.ok : now.ok;
    if (!sound) api.fault(`${look}: ${JSON.stringify(now)}`);
  }
  const { raw } = await api.call("metrics");
  if (!raw.includes("motcua_backup_last_success_timestamp_seconds ")) {
    api.fault("metrics: nothing of the backup");
  }
  if (!raw.includes("motcua_dossiers_due_unsure ")) api.fault("metrics: no unsure due dates");
}

async function journal(api, { admin: token, chairman }) {
  const { items, next_before } = await api.call("listJournal", { token: chairman });
  const before = items.at(-1).seq;
  if (next_before !== before) api.fault(`listJournal: next_before is not ${before}`);
  const older = await api.call("listJournal", { token, query: { before, limit: 3 } });
  if (older.items[0].seq !== before - 1) api.fault("listJournal: a gap");
  const query = { who: "officer", act: "receive", since: 1 };
  const found = await api.call("listJournal", { token, query });
  if (found.items.length === 0) api.fault("listJournal: finds no receipt");
}

async function feedback(api, { chairman, officer }, code, ticket) {
  await api.call("giveFeedback", { body: { rating: 5, ticket } });
  const body = { kind: "complaint", text: "Chờ lâu", dossier: code, contact: "0910000001" };
  await api.call("giveFeedback", { token: officer, body });
  const idea = { kind: "suggestion", text: "Thêm ghế" };
  await api.call("giveFeedback", { token: officer, body: idea });
  await api.call("listFeedback", { token: chairman, query: { limit: 10 } });
}

/** The refusals that clients must understand. */
async function refusals(api, { officer: token, chairman, kiosk }, code) {
  const bad = { procedure: "?", applicant: { name: "" }, channel: "x", documents: [1] };
  const { errors } = await api.refused("receiveDossier", 422, { token, body: bad });
  const fields = errors.map((each) => each.field);
  for (const field of ["applicant.name", "channel", "documents[0]"]) {
    if (!fields.includes(field)) api.fault(`receiveDossier: the problem does not name ${field}`);
  }
  await api.refused("receiveDossier", 400, { token, bytes: "{", type: "application/json" });
  await api.refused("receiveDossier", 422, { token, body: { procedure: "?", applicant } });
  await api.refused("forwardDossier", 409, { token, path: { code }, body: { version: 1 } });
  await api.refused("getDossier", 404, { token, path: { code: "không có" } });
  await api.refused("trackDossier", 404, { path: { code: "không có" } });
  await api.refused("periodReport", 422, { token: chairman, query: { from: "hôm nay" } });
  await api.refused("callTicket", 404, { token, path: { n: 77 } });
  await api.refused("settleNumbers", 404, { token: kiosk, body: { lease: 77, used: [] } });
  const path = { code, name: "a.exe" };
  const file = { bytes: "MZ", type: "application/x-msdownload" };
  await api.refused("putAttachment", 415, { token, path, ...file });
  await api.refused("events", 426, { token });
  await api.refused("logIn", 401, { body: { user: "nobody", password } });
}

/** The same key gives the same answer once more. */
async function keys(api, { officer: token }, procedure) {
  const request = {
    token,
    body: { procedure, applicant },
    headers: { "idempotency-key": "api-test-1" },
  };
  const first = await api.call("receiveDossier", request);
  const second = await api.call("receiveDossier", request);
  if (first.code !== second.code) api.fault("Idempotency-Key: a second dossier was made");
  const other = { ...request, body: { procedure, applicant: { name: "Khác" } } };
  await api.refused("receiveDossier", 422, other);
}

async function events(api, { officer: token, kiosk }) {
  const check = (message) => {
    for (const wrong of api.description.wrongsByName("Event", message)) {
      api.fault(`event ${message.topic} ${message.type}: ${wrong}`);
    }
  };
  const { seq } = await api.call("getQueue", { token });
  const everything = { topics: "queue,dossiers,office", since: 0 };
  const missed = await hear(api.url, token, everything, (heard) => heard.at(-1).seq >= seq);
  missed.forEach(check);
  for (const topic of ["queue", "dossiers", "office"]) {
    if (!missed.some((each) => each.topic === topic)) api.fault(`events tell nothing of ${topic}`);
  }
  const live = hear(api.url, token, { topics: "queue", since: seq }, (heard) => heard.length > 0);
  await api.call("takeTicket", { token: kiosk, body: { service: "D" } });
  (await live).forEach(check);
  const future = { topics: "queue", since: seq + 1_000_000 };
  const [reload] = await hear(api.url, token, future, (heard) => heard.length > 0);
  check(reload);
  if (reload.type !== "reload") api.fault(`events: ${reload.type} in place of reload`);
  api.succeeded.add("events");
}

/** Who may not call an operation is refused as described. */
async function strangers(api, tokens) {
  for (const operation of api.description.operations) {
    if (operation.security.length === 0) continue;
    const { operationId } = operation;
    const names = [...operation.path.matchAll(/{(.*?)}/g)].map((match) => match[1]);
    const request = { path: Object.fromEntries(names.map((name) => [name, "1"])) };
    if (operation.requestBody) request.body = {};
    await api.refused(operationId, 401, request);
    for (const [who, token] of Object.entries(tokens)) {
      if (operation["x-who"].includes(who)) continue;
      await api.refused(operationId, 403, { ...request, token });
    }
  }
}

export async function liveOneDay(api, adminPassword) {
  const tokens = await people(api, adminPassword);
  const procedures = await board(api);
  const ticket = await queue(api, tokens);
  await offline(api, tokens);
  const desk = new Desk(api, tokens.officer, procedures);
  const code = await wholeLife(desk, tokens.kiosk, ticket);
  await otherEnds(desk);
  await otherProcedures(desk);
  await lists(api, tokens, code);
  await askedFor(api, tokens, desk.usual);
  await papersOf(desk);
  await reports(api, tokens);
  await tables(api, tokens);
  await register(api, tokens);
  await journal(api, tokens);
  await machines(api, tokens);
  await caretaking(api, tokens);
  await feedback(api, tokens, code, ticket);
  await keys(api, tokens, procedures[0].code);
  await leaving(api, tokens);
  await events(api, tokens);
  await strangers(api, tokens);
  await refusals(api, tokens, code);
  for (const { operationId } of api.description.operations) {
    if (!api.succeeded.has(operationId)) api.fault(`${operationId} was never called`);
  }
}
