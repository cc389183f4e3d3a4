import { expect, test } from "vitest";

import { closedText } from "../../../kiosk/web/kiosk/src/screens/start";
import { inEnglish } from "../language";

const said = "Dịch vụ A phát số 07:30-10:30, 13:30-16:00: mời quay lại trong giờ.";

test("why a service is closed is said as the core says it; in another language by its hours", () => {
  expect(closedText(said)).toBe(said);
  expect(inEnglish(() => closedText(said))).toBe("Closed now, open 07:30-10:30, 13:30-16:00");
  expect(inEnglish(() => closedText("Dịch vụ A hôm nay không phát số."))).toBe("Closed now");
});
