// How a bar chart looks: colours and letters of the page's theme.

import type { ChartConfiguration } from "chart.js";

import { formatCount } from "@motcua/format";

export interface Bars {
  labels: string[];
  series: {
    name: string;
    /** A variable of the theme: --early. */
    color: string;
    /** Lines over the colour, so that the series differ without it. */
    hatch?: "up" | "down" | undefined;
    values: (number | null)[];
  }[];
  stacked?: boolean;
}

export interface Look {
  value: (variable: string) => string;
  fontSize: number;
  language: string;
}

export function lookOfPage(language: string): Look {
  const style = getComputedStyle(document.documentElement);
  return {
    value: (variable) => style.getPropertyValue(variable).trim(),
    fontSize: parseFloat(style.fontSize) * 0.85,
    language,
  };
}

const tile = 10;
const widestBar = 56;

function fill(color: string, ground: string, hatch: "up" | "down" | undefined) {
  if (!hatch) return color;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = tile;
  const pen = canvas.getContext("2d");
  if (!pen) return color;
  pen.fillStyle = color;
  pen.fillRect(0, 0, tile, tile);
  pen.strokeStyle = ground;
  pen.lineWidth = 1.5;
  for (const shift of [-tile, 0, tile]) {
    pen.moveTo(shift, hatch === "up" ? tile : 0);
    pen.lineTo(shift + tile, hatch === "up" ? 0 : tile);
  }
  pen.stroke();
  return pen.createPattern(canvas, "repeat") ?? color;
}

export function barOptions(bars: Bars, look: Look): ChartConfiguration<"bar"> {
  const font = { family: look.value("--font"), size: look.fontSize };
  const color = look.value("--text");
  const ground = look.value("--surface");
  return {
    type: "bar",
    data: {
      labels: bars.labels,
      datasets: bars.series.map((each) => ({
        label: each.name,
        data: each.values,
        backgroundColor: fill(look.value(each.color), ground, each.hatch),
        borderColor: look.value("--text-2"),
        borderWidth: 1,
        maxBarThickness: widestBar,
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      plugins: {
        legend: { position: "top", align: "start", labels: { color, font, boxWidth: font.size } },
        tooltip: {
          titleFont: font,
          bodyFont: font,
          callbacks: {
            label: (item) => `${item.dataset.label}: ${formatCount(item.parsed.y)}`,
          },
        },
      },
      scales: {
        x: {
          stacked: bars.stacked ?? false,
          ticks: { color, font },
          grid: { display: false },
          border: { color: look.value("--text-2") },
        },
        y: {
          stacked: bars.stacked ?? false,
          beginAtZero: true,
          ticks: { color, font, precision: 0, callback: (value) => formatCount(Number(value)) },
          grid: { color: look.value("--line") },
          border: { display: false },
        },
      },
    },
  };
}
