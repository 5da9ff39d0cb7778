import type { Meaning } from '../code-index.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';

/** Most words of the code's own title stand around it. */
export const rule: Rule = {
  id: 'title-near',
  family: 'wording',
  weight: 3.8,
  needs: ['titled'],
  find(scene) {
    // A word is its own title.
    if (scene.kind === 'symbol') return null;
    // `403 … permission` is what any server says.
    const enough = scene.form === 'http-status' || scene.code.length < 3 ? 1 : 0.66;
    // On the provider's own console half of a long number's title is enough: `40300 | Blocked (STOP)`.
    const host = scene.code.length >= 5 ? scene.reading.console?.provider : undefined;
    const own = scene.meanings.find(
      (meaning) =>
        matchTitle(meaning, scene).near >= (meaning.provider === host ? 0.5 : enough) &&
        isItsPlace(meaning, scene),
    );
    return own?.title ?? null;
  },
};

/** Any interface says `401 … API key is invalid`. */
const isItsPlace = ({ provider }: Meaning, { form, reading, start }: Scene) =>
  form !== 'http-status' ||
  provider === 'meta' ||
  reading.console?.provider === provider ||
  reading.isNamed(provider, start);

export const examples: Examples = {
  yes: [
    'the docs have ‹4› "too many calls to the API"',
    'Number does not exist on WhatsApp (‹1002›)',
    '"message": "Attempt to send to unsubscribed recipient", "code": ‹21610›',
  ],
  no: ['1002 rooms', '21610 people', 'four calls: 4'],
};
