// A ward office of its own in a temporary folder, with its server.

import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// So that nobody waits 45 seconds for a second call.
export const recallAfterSeconds = 1;
const queue = `\n[queue]\nrecall_after_s = ${recallAfterSeconds}\ncalls_before_no_show = 2\n`;
const longestStart = 20_000;

export class Ward {
  constructor(program, demo) {
    this.program = program;
    this.folder = mkdtempSync(join(tmpdir(), "motcua-api-"));
    this.db = join(this.folder, "ward.db");
    this.demo = demo;
  }

  makeBooks() {
    const { demo, program } = this;
    const office = join(this.folder, "office.toml");
    copyFileSync(join(demo, "office.toml"), office);
    appendFileSync(office, queue);
    const made = spawnSync(
      program,
      [
        "init",
        "--db",
        this.db,
        "--office",
        office,
        "--calendar",
        join(demo, "calendar.csv"),
        "--catalogue",
        join(demo, "procedures.csv"),
      ],
      { encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`init: ${made.stderr}`);
  }

  /** Starts the server; gives its address and the administrator's password. */
  async start() {
    this.makeBooks();
    const config = join(this.folder, "core.toml");
    const backups = join(this.folder, "backups");
    mkdirSync(backups);
    appendFileSync(config, `[backup]\nfolder = "${backups}"\n`);
    const listen = ["--listen", "127.0.0.1:0", "--config", config];
    this.server = spawn(this.program, ["serve", "--db", this.db, ...listen], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, LC_ALL: "en_GB.UTF-8" }, // what it prints is searched below
    });
    process.once("exit", () => this.server.kill()); // also when a check breaks off
    this.ended = new Promise((resolve) => this.server.once("exit", resolve));
    return new Promise((resolve, reject) => {
      let text = "";
      const giveUp = () => reject(new Error("the server does not start"));
      const tooLate = setTimeout(giveUp, longestStart);
      this.server.once("error", reject);
      this.ended.then((status) => {
        clearTimeout(tooLate);
        reject(new Error(`the server ended with ${status}`));
      });
      this.server.stdout.on("data", (piece) => {
        text += piece;
        const password = /log-in, shown only now: admin (\S+)/.exec(text);
        const url = /listening on (\S+)\n/.exec(text);
        if (!password || !url) return;
        clearTimeout(tooLate);
        resolve({ url: url[1], password: password[1] });
      });
    });
  }

  async stop() {
    if (this.server?.exitCode === null && this.server.signalCode === null) {
      this.server.kill("SIGTERM");
      await this.ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
