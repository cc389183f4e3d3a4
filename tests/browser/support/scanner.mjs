// A serial scanner on a pseudo-terminal: what is written comes to the agent as scans.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { until } from "./person.mjs";

export class Scanner {
  constructor(folder, name) {
    this.device = join(folder, `${name}-scanner`);
  }

  async plugIn() {
    this.process = spawn("socat", ["-", `pty,raw,echo=0,link=${this.device}`], {
      stdio: ["pipe", "ignore", "ignore"],
    });
    process.once("exit", () => this.process.kill());
    await until("the scanner's device", () => existsSync(this.device));
    return `serial:${this.device}`;
  }

  scan(text) {
    this.process.stdin.write(`${text}\r`);
  }

  unplug() {
    this.process?.kill();
  }
}

/** Cards of people who do not exist. Held before a scanner twice, one card is one scan. */
export const card =
  "019185001234|090123456|Nguyễn Thị Hoa|05031985|Nữ|Tổ 3, Ba Hàng, Phổ Yên, Thái Nguyên|10052021";
export const otherCard =
  "019090004321||Trần Văn Bình|17081990|Nam|Tổ 7, Ba Hàng, Phổ Yên, Thái Nguyên|22042022";
