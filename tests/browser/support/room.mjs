// A whole room of its own in a temporary folder: the ward's books, core, kiosk, board, counters
// and a ticket printer. Everything listens on ports that the system chooses.

import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { root, run, Serving, web } from "./programs.mjs";

export const password = "one room for all";
const demo = join(root, "core/demo");
const queue = "\n[queue]\nrecall_after_s = 1\ncalls_before_no_show = 2\n";
const people = [
  ["lan", "officer", "Nguyễn Thị Lan"],
  ["minh", "officer", "Trần Văn Minh"],
  ["hoa", "specialist", "Lê Thị Hoà"],
  ["chutich", "chairman", "Phạm Văn Đức"],
  ["quantri", "admin", "Vũ Thị Hạnh"],
];

export class Room {
  constructor({ register = false } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), "motcua-room-"));
    this.db = join(this.folder, "ward.db");
    this.serving = [];
    this.makeBooks(register);
  }

  makeBooks(register) {
    const office = join(this.folder, "office.toml");
    copyFileSync(join(demo, "office.toml"), office);
    appendFileSync(office, queue);
    run("core", [
      "init",
      "--db",
      this.db,
      "--office",
      office,
      "--calendar",
      join(demo, "calendar.csv"),
      "--catalogue",
      join(demo, "procedures.csv"),
    ]);
    if (register) run("core", ["import", "register", join(demo, "register.csv"), "--db", this.db]);
    for (const [login, role, name] of people) {
      run(
        "core",
        ["user", "add", login, "--db", this.db, "--role", role, "--name", name, "--password-stdin"],
        `${password}\n`,
      );
    }
  }

  async serve(name, args, pattern) {
    const program = new Serving(name, args);
    this.serving.push(program);
    const address = await program.start(pattern);
    return { program, url: `http://${address.replace(/\/$/, "")}` };
  }

  /** The core; started again it keeps its port. */
  async startCore() {
    const config = join(this.folder, "core.toml");
    mkdirSync(join(this.folder, "backups"), { recursive: true });
    writeFileSync(
      config,
      `[web]\nfolder = "${web}"\n[backup]\nfolder = "${join(this.folder, "backups")}"\n`,
    );
    const listen = this.url?.replace("http://", "") ?? "127.0.0.1:0";
    const { program, url } = await this.serve("core", [
      "serve",
      "--db",
      this.db,
      "--listen",
      listen,
      "--config",
      config,
    ]);
    this.core = program;
    this.url = url;
    return url;
  }

  enrolmentCode(kind) {
    const printed = run("core", [
      "device",
      "enrol",
      "--db",
      this.db,
      "--kind",
      kind,
      "--format",
      "json",
    ]);
    return JSON.parse(printed).code;
  }

  async startPrinter(paperRows) {
    this.papers = join(this.folder, "tickets");
    const { program, url } = await this.serve("printer", [
      this.papers,
      "0",
      ...(paperRows ? [String(paperRows)] : []),
    ]);
    this.printer = program;
    this.printerPort = `tcp:${url.replace("http://", "")}`;
  }

  /** The kiosk with its printer; `again` after it was killed. */
  async startKiosk({ again = false, more = [] } = {}) {
    const data = join(this.folder, "kiosk");
    const enrol = again ? [] : ["--enrol", this.enrolmentCode("kiosk")];
    const listen = again ? this.kioskUrl.replace("http://", "") : "127.0.0.1:0";
    const { program, url } = await this.serve("kiosk", [
      "--core",
      this.url,
      "--data",
      data,
      "--listen",
      listen,
      "--web",
      web,
      "--printer",
      this.printerPort,
      ...enrol,
      ...more,
    ]);
    this.kiosk = program;
    this.kioskUrl = url;
    return url;
  }

  async startBoard() {
    const { program, url } = await this.serve("kiosk", [
      "--board",
      "--core",
      this.url,
      "--data",
      join(this.folder, "board"),
      "--listen",
      "127.0.0.1:0",
      "--web",
      web,
      "--enrol",
      this.enrolmentCode("board"),
    ]);
    this.board = program;
    this.boardUrl = url;
    return url;
  }

  /** The agent of counter `number`: its papers go into a folder, its scans come from one. */
  async startCounter(number, { again = false, more = [] } = {}) {
    const data = join(this.folder, `counter-${number}`);
    const sheets = join(data, "sheets");
    const scans = join(data, "scans");
    for (const each of [sheets, scans]) mkdirSync(each, { recursive: true });
    this.counters ??= {};
    const listen = again ? this.counters[number].url.replace("http://", "") : "127.0.0.1:0";
    const enrol = again ? [] : ["--enrol", this.enrolmentCode("counter")];
    const { program, url } = await this.serve("counter", [
      "--core",
      this.url,
      "--data",
      data,
      "--counter",
      String(number),
      "--listen",
      listen,
      "--web",
      web,
      "--sheet-printer",
      `file:${sheets}`,
      "--scan-folder",
      scans,
      ...enrol,
      ...more,
    ]);
    this.counters[number] = { program, url, sheets, scans };
    return url;
  }

  async close() {
    for (const program of this.serving.reverse()) await program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
