// What tests of several pages do.

import { password } from "./room.mjs";

export async function logIn(page, url, user) {
  await page.goto(url);
  await page.getByLabel("Tên đăng nhập").fill(user);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByLabel("Mật khẩu").waitFor({ state: "detached" });
}
