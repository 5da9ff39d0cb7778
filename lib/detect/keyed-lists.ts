import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { areKin } from './kin.ts';

/** From one key to the next: `130429: 30, 131056`, `'131026' => 'gone', '131047'`. */
const NEXT = /^["'`]?\s{0,2}(?::|=>|=)\s{0,2}["'`]?[\w.:\s-]{1,32}["'`]?\s{0,2}[,;\n]\s{0,16}["'`]?$/;
const LONGEST = 64;

/**
 * Keys of a list in one piece, `{80007: 3600, 130429: 30, 131056: 6}`: whatever they are given, three of Meta's rare numbers are no keys
 * of anything else; see `areKin`.
 */
export function vouchInKeyedLists({ judged, accepted, add }: Vouching): void {
  let list: Judged[] = [];
  const end = () => {
    if (list.length >= 2 && (areKin(list) || list.some(accepted)))
      for (const one of list) if (!accepted(one)) add(one, 'column', 4.4, list[0]?.scene.code ?? '');
    list = [];
  };
  for (const one of judged) {
    const { kind, form, start, reading } = one.scene;
    if (kind !== 'number' || !(isRareForm(form) || form === 'unknown-like')) continue;
    const previous = list.at(-1)?.scene;
    const isNext =
      previous && start - previous.end <= LONGEST && NEXT.test(reading.text.slice(previous.end, start));
    if (previous && !isNext) end();
    list.push(one);
  }
  end();
}
