import type { Problem } from "@motcua/api/client";
import { defineTexts } from "@motcua/language";

const t = defineTexts(
  {
    unreachable: "Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.",
    missing: "Phiên bản máy chủ này chưa có phần này. Hãy nhờ quản trị viên nâng cấp máy chủ.",
    forbidden: "Vai trò của bạn không xem được phần này.",
    other: (status: number) => `Máy chủ trả lời lỗi ${status}. Hãy thử lại sau giây lát.`,
  },
  {
    unreachable: "The server cannot be reached. Check the network and try again.",
    missing:
      "This version of the server does not have this yet. Ask the administrator to upgrade it.",
    forbidden: "Your role may not see this.",
    other: (status: number) => `The server answered with error ${status}. Try again in a moment.`,
  },
);

/** An older server does not know the address; what it does know names what it did not find. */
export function isMissing(problem: Problem): boolean {
  return problem.status === 405 || (problem.status === 404 && /api\/openapi/.test(problem.message));
}

/** What went wrong and what to do, for the person before the page. */
export function problemText(problem: Problem): string {
  const texts = t();
  if (problem.status === 0) return texts.unreachable;
  if (isMissing(problem)) return texts.missing;
  if (problem.status === 403 && !problem.message) return texts.forbidden;
  return problem.message || texts.other(problem.status);
}
