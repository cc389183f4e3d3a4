const paths = {
  home: "M3 11 12 3l9 8M6 9.5V20h4v-6h4v6h4V9.5",
  back: "M15 4 7 12l8 8",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 21 21",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 9v6M10 9v6M13 9v6M17 9v6",
  face: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM8.5 14.5c1.8 2.4 5.2 2.4 7 0M9 9.5v.5M15 9.5v.5",
  sound: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11",
  stop: "M6 6h12v12H6Z",
  contrast: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 3v18M12 7h5M12 11h8M12 15h7",
  ticket: "M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4ZM14 6v12",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7v5l3.5 2",
  paper: "M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6",
  money: "M3 7h18v10H3ZM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z",
  globe: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
  erase: "M8 6h13v12H8l-6-6ZM12 9.5l5 5M17 9.5l-5 5",
} as const;

export type IconName = keyof typeof paths;

/** Drawn beside words, never instead of them. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
