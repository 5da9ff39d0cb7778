import { objectsAround } from './object-around.ts';

const LEVELS = 6;

/**
 * The objects of a payload that hold a code, innermost first: what they say, they say of it. A text that is none, or that has the code in
 * several objects, is given as it is.
 */
export function ownObjects(text: string, code: string): string[] {
  const places = placesOf(text, code);
  const [first] = places;
  if (!first) return [text];
  const whole = { start: 0, end: text.length };
  const objects: string[] = [];
  for (const { start, end } of objectsAround(text, first, () => whole, '{}', LEVELS))
    if (places.every((place) => place.start >= start && place.end <= end))
      objects.push(text.slice(start, end));
  return objects.length > 0 ? objects : [text];
}

/** Where it stands by itself. */
function placesOf(text: string, code: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let start = text.indexOf(code); start >= 0; start = text.indexOf(code, start + code.length)) {
    const end = start + code.length;
    if (!/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[end] ?? '')) places.push({ start, end });
  }
  return places;
}
