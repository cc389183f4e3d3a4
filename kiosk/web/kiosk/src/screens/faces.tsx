import { wordsOf } from "@motcua/language";

const t = wordsOf("kioskFaces");

const mouths = [
  "M30 74Q50 48 70 74",
  "M32 70Q50 58 68 70",
  "M33 66H67",
  "M32 62Q50 76 68 62",
  "M29 58Q50 90 71 58Z",
];

/** 1 to 5, from sad to happy. */
export function Faces({ rating, onRate }: { rating: number; onRate: (rating: number) => void }) {
  const texts = t();
  const names = [texts.r1, texts.r2, texts.r3, texts.r4, texts.r5];
  return (
    <div class="faces" role="group" aria-label={texts.rating}>
      {mouths.map((mouth, at) => (
        <button
          key={mouth}
          type="button"
          aria-pressed={rating === at + 1}
          onClick={() => onRate(at + 1)}
        >
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <circle cx="50" cy="50" r="44" />
            <circle class="eye" cx="35" cy="40" r="5" />
            <circle class="eye" cx="65" cy="40" r="5" />
            <path d={mouth} />
          </svg>
          {names[at]}
        </button>
      ))}
    </div>
  );
}
