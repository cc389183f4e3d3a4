// Which procedures are looked up most at this kiosk: counts by code, nothing of who looked.

const key = "motcua.kiosk.looked-up";
const mostKept = 200;
const mostShown = 12;

function counts(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Record<string, number>;
  } catch {
    return {}; // unreadable or switched off: it counts anew
  }
}

export function countLookUp(code: string): void {
  const all = counts();
  all[code] = (all[code] ?? 0) + 1;
  const kept = Object.entries(all)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostKept);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // see above
  }
}

export function mostLookedUp(): string[] {
  return Object.entries(counts())
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostShown)
    .map(([code]) => code);
}
