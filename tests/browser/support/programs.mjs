// Programs of the build, started and ended by the test that uses them.

import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const build = process.env.MOTCUA_BUILD ?? join(root, "build");
export const web = join(build, "web");

const programs = {
  core: join(build, "core/motcua-core"),
  kiosk: join(build, "kiosk/motcua-kiosk"),
  counter: join(build, "counter/motcua-counter"),
  printer: join(build, "tests/motcua-emulated-printer"),
};

const longestStart = 20_000;
const longestEnd = 10_000;

/** Runs to its end; gives what it printed. Throws when it fails. */
export function run(name, args, input = "") {
  const done = spawnSync(programs[name], args, { encoding: "utf8", input });
  if (done.status !== 0) throw new Error(`${name} ${args[0]}: ${done.stderr || done.error}`);
  return done.stdout;
}

/** A program that serves until it is stopped. */
export class Serving {
  constructor(name, args) {
    this.name = name;
    this.args = args;
    this.output = "";
    this.waiting = [];
  }

  /** Starts it; gives what the pattern's first group found on its standard output. */
  async start(pattern = /listening on (?:http:\/\/)?(\S+)/) {
    this.output = "";
    this.process = spawn(programs[this.name], this.args, { stdio: ["ignore", "pipe", "pipe"] });
    const child = this.process;
    this.kill = () => child.kill("SIGKILL");
    process.once("exit", this.kill); // also when a test breaks off
    this.ended = new Promise((resolve) => child.once("exit", resolve));
    const take = (piece) => {
      this.output += piece;
      for (const look of this.waiting) look();
    };
    child.stdout.on("data", take);
    child.stderr.on("data", (piece) => {
      if (process.env.MOTCUA_SHOW_LOGS) process.stderr.write(`${this.name}: ${piece}`);
    });
    return (await this.said(pattern))[1];
  }

  /** Waits until it has printed what fits. */
  said(pattern, within = longestStart) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(this.output);
        if (found) done(() => resolve(found));
      };
      const done = (then) => {
        clearTimeout(timer);
        this.waiting = this.waiting.filter((each) => each !== look);
        then();
      };
      const fail = (why) => done(() => reject(new Error(`${this.name}: ${why}; ${this.output}`)));
      const timer = setTimeout(() => fail(`nothing like ${pattern}`), within);
      this.ended.then((status) => fail(`ended with ${status}`));
      this.waiting.push(look);
      look();
    });
  }

  async stop(signal = "SIGTERM") {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), longestEnd);
    await this.ended;
    clearTimeout(timer);
    process.removeListener("exit", this.kill);
  }
}
