import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { areOf, haveProvider, isToldBeside } from './kin.ts';
import { goesOn } from './rules/met.ts';
import { cue, words } from './words/pattern.ts';

/** Farther from the one that was told, a sentence need not be about its like. */
const REACH = 300;
/** Where a clause begins, and a word for "for" or "but" at most. */
const BEGINS =
  /(?:^|[.;!?。！？।—–]\s|\n)\s{0,12}(?:[-*•/#]{1,3}\s)?(?:(?:أما|and|but|while|y|e|pero|mas|et|mais|und|aber|ma|dan|tapi|а|но|и)\s)?(?:(?:as for|for|with|on|para|no caso do|en el caso del|con|com|en cuanto al|quanto ao|pour|avec|bei|für|mit|per|untuk|kalau|dengan|voor|bij|для|при|с)\s(?:the\s|o\s|el\s|le\s|den\s|il\s)?)?["'`«“(#]{0,2}$/iu;
/** What a sentence says of a code; nothing of which there could be so many. */
const SAYS = cue(
  words(`
    simply, just, you, we, it, there, means, is, isn't, are, was, comes, stays, needs, never, always, too, also, only, mostly, usually, basta, só, solo, es, no es, son, sí, no, é, não é, são, também, siempre, también,
    ne, n'est, est, sont, c'est, il, suffit, ist, sind, heißt, kommt, dagegen, hingegen, è, non, sono, invece, beda, itu, artinya, berarti, cukup, bukan, juga, lain, это, значит, тоже, нет, ise, demek
  `),
  { before: /^["'`»”)]{0,2}\s$/ },
);

/** `1002 means the number, 1003 that the wallet is empty`: the second half of a sentence. */
const HALF = /,\s(?:and\s|y\s|e\s|und\s|et\s)?["'`]?$/;
const HALF_SAYS =
  /^["'`]?\s(?:that|means|says|is for|is about|for when|que|dass|significa|quer dizer|quiere decir|veut dire|heißt|bedeutet|означает|artinya)(?!\p{L})/iu;

/** `أما 130429 فنؤجله`: the verb begins with its conjunction. */
const THEN_IN_ARABIC = /^\sف\p{L}{3}/u;

/** `1003 is the number of credits left`: so many there were. */
const HOW_MANY =
  /^["'`»”)]{0,2}\s(?:is|are|was|es|son|é|são|est|ist|sind|è|sono)\s(?:(?:the|el|la|o|a|le|das|die|der|il)\s(?:number|limit|total|amount|sum|price|count|número|límite|limite|nombre|zahl|summe|numero|importe|valor)|what|how|all|enough|left|too|more|less)(?!\p{L})/iu;

/** `1340 is the window. For 1003 simply recharge the wallet.`: a sentence about a further code of the provider that was told of just before. */
export function vouchInClauses({ judged, open, accepted, add }: Vouching): void {
  const sure = judged.filter((one) => one.scene.kind === 'number' && accepted(one) && isToldBeside(one, 2.8));
  if (sure.length === 0) return;
  let next = 0;
  for (const one of open) {
    const { kind, start } = one.scene;
    while (next < sure.length && (sure[next]?.scene.start ?? 0) < start) next++;
    const before = sure[next - 1];
    if (!before || start - before.scene.end > REACH || kind !== 'number') continue;
    if (accepted(one) || !mayFollow(one, before) || !haveProvider(before, one)) continue;
    const { lineLeft, right } = one.scene;
    const isHalf = HALF.test(lineLeft) && HALF_SAYS.test(right);
    if (
      !isHalf &&
      (!BEGINS.test(lineLeft) ||
        !(SAYS.in(right) || goesOn(right) || DEFINED.test(right) || THEN_IN_ARABIC.test(right)))
    )
      continue;
    if (HOW_MANY.test(right)) continue;
    add(one, 'clause', 3.2, before.scene.code);
  }
}

/** A rare one, one that is defined as the other was, or on a provider's own console one of its four digits. */
function mayFollow({ scene }: Judged, { scene: before }: Judged): boolean {
  const { form, code, meanings, reading, left, right } = scene;
  const own = reading.console?.provider;
  if (isRareForm(form) || (code.length === 4 && own !== 'meta' && areOf(meanings, own))) return true;
  return code.length >= 3 && left.endsWith('#') && before.left.endsWith('#') && DEFINED.test(right);
}
/** `#100 = a wrong field`, `#100 (with HTTP 400): a wrong field` */
const DEFINED = /^["'`*]{0,2}\s?(?:\([^()\n]{2,40}\)\s?)?(?:[=:→]|->|=>)\s\p{L}/u;
