// Ratings of visits, counted.

export interface Ratings {
  count: number;
  average: number | null;
  /** How many gave 5, 4, 3, 2, 1. */
  stars: { rating: number; count: number }[];
}

export function countRatings(items: readonly { rating: number | null }[]): Ratings {
  const given = items.flatMap((each) => (each.rating === null ? [] : [each.rating]));
  const sum = given.reduce((total, each) => total + each, 0);
  return {
    count: given.length,
    average: given.length === 0 ? null : Math.round((sum / given.length) * 100) / 100,
    stars: [5, 4, 3, 2, 1].map((rating) => ({
      rating,
      count: given.filter((each) => each === rating).length,
    })),
  };
}
