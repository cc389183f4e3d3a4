import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

import { Problem } from "@motcua/api/client";
import { wordsOf } from "@motcua/language";

import { Heading } from "../parts/heading";
import { Touch } from "../parts/touch";
import { home } from "../screen";

const t = wordsOf("kioskLoaded");

/** Shows what was loaded, or honestly why it cannot be shown and what to do then. */
export function Loaded<T>({
  load,
  of,
  children,
}: {
  load: () => Promise<T>;
  /** What is loaded: loaded anew when that changes. */
  of: string;
  children: (loaded: T, loadAnew: () => void) => ComponentChildren;
}) {
  const texts = t();
  const [result, setResult] = useState<{ loaded?: T; problem?: Problem }>({});
  const [times, setTimes] = useState(0);
  useEffect(() => {
    let isShown = true;
    load().then(
      (loaded) => isShown && setResult({ loaded }),
      (problem: unknown) => {
        if (!(problem instanceof Problem)) throw problem;
        if (isShown) setResult({ problem });
      },
    );
    return () => {
      isShown = false;
    };
  }, [of, times]);
  const loadAnew = () => {
    setResult({});
    setTimes(times + 1);
  };
  if (result.loaded !== undefined) return <>{children(result.loaded, loadAnew)}</>;
  if (!result.problem)
    return (
      <p class="notice" role="status">
        {texts.loading}
      </p>
    );
  const isMissing = result.problem.status === 404 || result.problem.status === 422;
  const title = isMissing ? texts.notFound : texts.away;
  const hint = isMissing ? texts.notFoundDo : texts.awayDo;
  return (
    <div class="not-loaded">
      <Heading sounds={["kiosk-scan"]} text={`${title}. ${hint}`}>
        {title}
      </Heading>
      <p class="notice warn">{hint}</p>
      <div class="choices">
        {!isMissing && (
          <Touch look="primary" onTouch={loadAnew}>
            {texts.again}
          </Touch>
        )}
        <Touch onTouch={home}>{texts.home}</Touch>
      </div>
    </div>
  );
}
