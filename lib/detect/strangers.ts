import type { Judged } from './judged.ts';

/**
 * Numbers of six digits of which the catalogue knows no more than the half: districts, or the codes of another platform. Where nothing speaks of
 * WhatsApp or of a provider, those that it knows are among them by chance.
 */
export function strangersOf(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[] {
  if (!judged.some(({ scene }) => scene.form === 'unknown-like')) return [];
  const known = new Set<string>();
  const unknown = new Set<string>();
  const found: Judged[] = [];
  for (const one of judged) {
    const { form, code } = one.scene;
    if (form !== 'six-digits' && !(form === 'unknown-like' && code.length === 6)) continue;
    (form === 'six-digits' ? known : unknown).add(code);
    if (accepted(one)) found.push(one);
  }
  if (unknown.size === 0 || unknown.size < known.size || unknown.size + known.size < 2) return [];
  return found.some(isPlaced) ? [] : found;
}

/** Something says whose it is, or that it is an error's, in full. */
function isPlaced({ scene: { reading, start }, verdict: { found } }: Judged): boolean {
  const { console: place, context } = reading;
  if (place || context.provider || context.asked) return true;
  if (found.some(({ family, evidence }) => family === 'place' && evidence.weight >= 4.8)) return true;
  return (
    reading.topicNear('whatsapp', start) !== null ||
    reading.topicNear('trade', start) !== null ||
    reading.vendorsNear(start).size > 0
  );
}
