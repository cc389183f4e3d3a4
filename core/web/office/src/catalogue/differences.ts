// What changed from one version to the next.

/** Whether a version says something else than the one before it; the first differs from none. */
export function differs<T>(
  text: (of: T) => string,
  versions: readonly T[],
  index: number,
): boolean {
  const [now, before] = [versions[index], versions[index - 1]];
  return now !== undefined && before !== undefined && text(now) !== text(before);
}
