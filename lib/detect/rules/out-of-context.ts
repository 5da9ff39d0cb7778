import { isConstant, isOwnName, isRareName, rejectionNear } from '../constant.ts';
import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { rule as nameHeadline } from './name-headline.ts';
import { rule as numberedName } from './numbered-name.ts';
import { rule as outcome } from './outcome.ts';
import { rule as reason } from './reason.ts';
import { rule as symbolKey } from './symbol-key.ts';
import { rule as templateEvent } from './template-event.ts';
import { rule as wrapped } from './wrapped.ts';

/** A word that nothing around ties to WhatsApp, to a provider or to one of its consoles: anybody's own constant. */
export const rule: Rule = {
  id: 'out-of-context',
  family: 'against',
  weight: -5.5,
  needs: ['symbol'],
  find(scene) {
    const { kind, reading, start, meanings, code } = scene;
    if (kind !== 'symbol') return null;
    if (isLooseName(scene) || (meanings.length === 0 && !isBirds(scene))) return code;
    if (reading.console || reading.context.provider || wrapped.find(scene)) return null;
    if (templateEvent.find(scene)) return null;
    // A name that any interface has is a provider's where the provider is named.
    const owned = areOf(meanings, 'meta') || isOwnName(scene);
    if (owned && reading.topicNear('whatsapp', start)) return null;
    if (isRareName(scene)) return null;
    if (isConstant(scene) && numberedName.find(scene)) return null;
    if (isHyphened(scene) && symbolKey.find(scene) && reading.topicNear('trade', start)) return null;
    if (meanings.some(({ provider }) => reading.isNamed(provider, start))) return null;
    return tellsReason(scene) ? null : code;
  },
};

/** `"status": "INVALID-SUB"` in a report on recipients. */
const isHyphened = ({ code }: Scene) => /^[A-Z]+(?:-[A-Z]+)+$/.test(code);

/** `E11005`, which no list has: its form is Bird's, and not Bird's alone. */
function isBirds({ reading, start }: Scene): boolean {
  const own = reading.context.provider ?? reading.console?.provider ?? '';
  return /bird$/.test(own) || reading.isNamed('bird', start);
}

/** `NoCredit`, `AbsentSubscriber` in a sentence or a cell: a name of several words, but nothing says that it is a code's. */
function isLooseName({ code, key, header, label, left }: Scene): boolean {
  if (!/^[A-Z][a-z]+[A-Z]/.test(code)) return false;
  return (
    BEHIND_NUMBER.test(left) ||
    (!key && !header && !label && !/(?:code|error|reason)\W{1,4}$|[`#]$/i.test(left))
  );
}

/** `| 1 | AbsentSubscriber |`: the number's title. */
const BEHIND_NUMBER = /(?:^|\D)\d{1,3}\s{0,3}(?:\||\t)\s{0,3}$/;

/** `Rejected, reason: INVALID_FORMAT`; with a name like TAG_CONTENT_MISMATCH the word `Reason` alone is enough. */
function tellsReason(scene: Scene): boolean {
  if (!isConstant(scene)) return false;
  const { reading, start, header } = scene;
  const told = reason.find(scene) !== null;
  if (isOwnName(scene))
    return (
      told ||
      nameHeadline.find(scene) !== null ||
      (outcome.find(scene) !== null && (!header || reading.topicNear('trade', start) !== null)) ||
      rejectionNear(scene) !== null
    );
  return told && rejectionNear(scene) !== null;
}

export const examples: Examples = {
  yes: [
    "errorCode: '‹MISSING_TOKEN›'",
    'code: "‹RECIPIENT_NOT_REACHABLE›"',
    'getenv("TOKEN") ?? "‹MISSING_TOKEN›"',
    'WhatsApp: { code: "‹MISSING_TOKEN›" }',
  ],
  no: [
    'CEQUENS MISSING_TOKEN',
    'error 131047',
    'Sinch: RECIPIENT_NOT_REACHABLE',
    'Rejected, reason: INVALID_FORMAT',
    '{ 12: "REJECTED_NOT_ENOUGH_CREDITS - nothing left" }',
    'reason={"code": "OUTSIDE_ALLOWED_SENDING_WINDOW"}',
  ],
};
