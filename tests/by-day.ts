/** Every nth item of a list that takes seconds as a whole. `npm run test:nightly` takes all of them. */
export const takeNthByDay = <Item>(
  n: number,
  items: readonly Item[],
): readonly Item[] =>
  import.meta.env.VITE_NIGHTLY ? items : items.filter((_, at) => at % n === 0);
