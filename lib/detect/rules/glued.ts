import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { rule as titleNear } from './title-near.ts';

/** `131053Media Download Failed`: a table whose columns lost their separator in a copy. */
export const rule: Rule = {
  id: 'glued',
  family: 'place',
  weight: 3,
  needs: ['head', 'right'],
  find(scene) {
    const { lineLeft, right, code } = scene;
    if (code.length < 3 || !/^[\s|]*$/.test(lineLeft) || !/^[A-Z](?:[a-z]|[A-Z]{1,4} [A-Z][a-z])/.test(right))
      return null;
    // `470Re-engagement message`
    if (code.length === 3 && titleNear.find(scene) === null) return null;
    return code.length === 5 && !isOfThePlace(scene) ? null : right.slice(0, 20);
  },
};

/** Postcodes are glued to their towns as well: `63016Cedar Hill`. */
function isOfThePlace({ meanings, reading, start }: Scene): boolean {
  return meanings.some(
    ({ provider }) => provider === reading.console?.provider || reading.isNamed(provider, start),
  );
}

export const examples: Examples = {
  yes: [
    '‹131053›Media Download FailedThe media link',
    '‹190›Access token expired',
    '‹131009›Message Type Not Allowed',
    '‹131000›Message Send Failed',
    '‹131053›PIN MismatchThe PIN is not right',
  ],
  no: ['131053 Media', '190Seats sold', 'the 131053rd time', '63016Cedar Hill'],
};
