import { FACTS } from './facts.ts';
import type { Judged, Vouching } from './judged.ts';
import { flat, isCodeKey, isErrorCodeKey } from './words/keys.ts';

/** Farther from each other, they need not speak of the same. */
const REACH = 300;

/** `err.code === 10` */
const isAsked = ({ scene: { compared, key } }: Judged) => compared && isCode(flat(key ?? ''));
const isCode = (name: string) => isErrorCodeKey(name) || isCodeKey(name.replace(/^.*\./, ''));

/** `// #10: not permitted`, `text.includes('#10')` */
const isHashed = ({ scene: { lineLeft, right } }: Judged) =>
  /(?:^\s*(?:\/\/|#|\*)\s|["'`(])#$/.test(lineLeft) && /^["'`:)]/.test(right);

/** A small number that a program compares an error's code with, and that stands behind a number sign near by: both are that code. */
export function vouchForTwins({ judged, add }: Vouching): void {
  for (const [at, one] of judged.entries()) {
    if (one.scene.code.length > 3 || one.scene.kind !== 'number') continue;
    if ((one.scene.plainFacts & FACTS.hash) === 0 || !isHashed(one)) continue;
    for (const step of [-1, 1]) {
      for (let next = at + step; isNear(judged[next], one); next += step) {
        const other = judged[next];
        if (other?.scene.code !== one.scene.code || !isAsked(other)) continue;
        add(other, 'repeated', 2, `#${one.scene.code}`);
        add(one, 'repeated', 6.4, one.scene.code);
      }
    }
  }
}

const isNear = (other: Judged | undefined, { scene: { start } }: Judged) =>
  other !== undefined && Math.abs(other.scene.start - start) <= REACH;
