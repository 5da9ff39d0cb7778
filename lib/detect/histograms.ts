import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { haveProvider } from './kin.ts';
import { areOfOneRegistry } from './registry.ts';

/** From a code over its count to the next code: ` (812), `, `: 812, "`, ` ×812 · `. */
const OVER_COUNT = /^["'`]?\s?(?:[:=×]\s?|x\s?|[(（]\s?[×x]?)\d{1,7}\s?[%×x]?[)）]?\s?[,;·]\s{0,12}["'`]?$/;
const LONGEST = 32;
/** The count may look like a code itself. */
const AHEAD = 2;

/** How often which code came, `131049 (812), 190 (3)`: a small one beside a rare one of its provider. */
export function vouchInHistograms({ judged, accepted, add, tie }: Vouching): void {
  for (const chain of chainsOf(judged)) {
    const sure = chain.find((one) => one.scene.code.length >= 5 && accepted(one));
    if (!sure) {
      if (areOfOneRegistry(chain))
        for (const one of chain) add(one, 'listed', 9.4, chain[0]?.scene.code ?? '');
      else if (areTimes(chain)) for (const one of chain) add(one, 'listed', 4.4, chain[0]?.scene.code ?? '');
      continue;
    }
    for (const one of chain) {
      if (accepted(one) || one.scene.code.length < 3 || !haveProvider(sure, one)) continue;
      add(one, 'listed', 6.4, sure.scene.code);
      tie(sure, one);
    }
  }
}

/** `131026 ×2, 130472 ×1`: two rare codes of one provider, each so many times. */
function areTimes(chain: readonly Judged[]): boolean {
  const [first, second] = chain;
  return (
    first !== undefined &&
    second !== undefined &&
    first.scene.code !== second.scene.code &&
    chain.every(
      (one) => isRareForm(one.scene.form) && haveProvider(first, one) && TIMES.test(one.scene.right),
    )
  );
}

const TIMES = /^["'`]?\s?[(（]?\s?[×x]\s?\d/;

function chainsOf(judged: readonly Judged[]): Judged[][] {
  const chains: Judged[][] = [];
  const chainOf = new Map<Judged, Judged[]>();
  for (let at = 0; at < judged.length; at++) {
    const one = judged[at];
    if (one?.scene.kind !== 'number') continue;
    for (let ahead = 1; ahead <= AHEAD; ahead++) {
      const next = judged[at + ahead];
      if (next?.scene.kind !== 'number' || !areJoined(one, next)) continue;
      const chain = chainOf.get(one) ?? [one];
      if (chain.length === 1) chains.push(chain);
      chain.push(next);
      chainOf.set(next, chain);
      break;
    }
  }
  return chains;
}

function areJoined({ scene: one }: Judged, { scene: next }: Judged): boolean {
  const length = next.start - one.end;
  return length >= 4 && length <= LONGEST && OVER_COUNT.test(one.reading.text.slice(one.end, next.start));
}
