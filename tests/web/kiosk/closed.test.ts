import { expect, test } from "vitest";

import { closedText } from "../../../kiosk/web/kiosk/src/screens/start";
import { inEnglish } from "../language";

const closed_text = "Dịch vụ A phát số 07:30-10:30, 13:30-16:00: mời quay lại trong giờ.";
const hours = [
  { from: "07:30", to: "10:30" },
  { from: "13:30", to: "16:00" },
];

test("why a service is closed is said as the core says it; in another language by its hours", () => {
  const now = { closed_text, closed: { code: "service-closed-now", hours } };
  const today = { closed_text: "Hôm nay 02/09 không phát số.", closed: { code: "x", hours: [] } };
  expect(closedText(now)).toBe(closed_text);
  inEnglish(() => {
    expect(closedText(now)).toBe("Closed now, open 07:30-10:30, 13:30-16:00");
    expect(closedText({ ...now, closed_text: "" })).toBe(
      "Closed now, open 07:30-10:30, 13:30-16:00",
    );
    expect(closedText(today)).toBe("Closed now");
  });
});
