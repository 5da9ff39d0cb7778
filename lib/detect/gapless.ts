/** `131047, 131048, 131049`: counted up, in whatever order. */
export function areGapless(codes: readonly string[]): boolean {
  const numbers = codes.map(Number);
  return Math.max(...numbers) - Math.min(...numbers) < numbers.length;
}
