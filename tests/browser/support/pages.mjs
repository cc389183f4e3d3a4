// What tests of several pages do.

import { password } from "./room.mjs";

const words = {
  vi: { user: "Tên đăng nhập", password: "Mật khẩu", enter: "Đăng nhập" },
  en: { user: "User", password: "Password", enter: "Log in" },
};

export async function logIn(page, url, user, language = "vi") {
  const labels = words[language];
  await page.goto(url);
  await page.getByLabel(labels.user).fill(user);
  await page.getByLabel(labels.password).fill(password);
  await page.getByRole("button", { name: labels.enter }).click();
  await page.getByLabel(labels.password).waitFor({ state: "detached" });
}
