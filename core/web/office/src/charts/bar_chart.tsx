import { useEffect, useRef } from "preact/hooks";

import { language } from "@motcua/language";
import { textScale, theme } from "@motcua/theme/theme";

import { isPrinting } from "../shell/printing";
import { barOptions, lookOfPage, type Bars } from "./bar_options";

/** Bars that follow the page's theme and text size. What they say stands in a table beside them,
 *  which is what a screen reader reads. */
export function BarChart({ bars, label }: { bars: Bars; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Read here, so that a change of one of them draws the chart anew.
  const look = [theme.value, textScale.value, language.value, isPrinting.value].join();
  useEffect(() => {
    let chart: { destroy(): void } | undefined;
    let gone = false;
    void import("./chart_library").then(({ Chart }) => {
      if (gone || !canvas.current) return;
      chart = new Chart(canvas.current, barOptions(bars, lookOfPage(language.value)));
    });
    return () => {
      gone = true;
      chart?.destroy();
    };
  }, [bars, look]);
  return (
    <div class="chart">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
