/** Longest rest before the card opens, in ms, as `lib/bridge` bounds it. */
export const MAX_HOVER_DELAY = 1500;
