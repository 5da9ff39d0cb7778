import { areOf } from '../kin.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { cue, words } from '../words/pattern.ts';
import { goesOn } from './met.ts';

const NAME = cue(
  words(`
    Twilio, Meta, Graph, WhatsApp, Cloud API, WhatsApp API, Graph API, Vonage, Infobip, Gupshup, Exotel, Telnyx, Sinch, YCloud, MessageBird,
    Plivo, 360dialog, WABA, Twilios, Metas, WhatsApps, TWILIO, WHATSAPP, VONAGE, INFOBIP, GUPSHUP, SINCH, PLIVO
  `),
  { exact: true, role: 'leads', after: /^(?:['’]s?)?[\s:：#"'`*(_\-–—>\]]{1,4}$/ },
);

/** What Graph throws: `OAuthException 190`, `` `OAuthException` (190) ``. */
const THROWN = cue(words('OAuthException, GraphMethodException, FacebookApiException'), {
  exact: true,
  role: 'leads',
  after: /^["'`*]{0,2}[\s:：#(（[]{1,3}(?:code\s)?["'`#*]{0,2}$/,
});
/** `OAuthException (190 times)` */
const UNCLOSED = /[(（[][^)）\]]*$/;
const ENDS = /^["'`*]{0,2}\s?[)）\]:/,;]/;

/** `Meta 131047, Vonage 1340, Infobip 7032`: each provider and its number. */
const NEXT_PAIR =
  /^,\s(?:(?:and|or|y|e|o|und|oder|et|ou)\s)?[A-Z]\w{3,12}\s["'`(]?(?:\d{3,6}|[A-Z]+_[A-Z_]+)/;
const LAST_PAIR =
  /[A-Z]\w{3,12}\s["'`(]?(?:\d{3,6}|[A-Z]+_[A-Z_]+)["'`)]?,\s(?:(?:and|or|y|e|o|und|oder|et|ou)\s)?[A-Z]\w{3,12}\s["'`(]{0,2}$/;

/** `Is Gupshup 1002 still seen`, on its console. */
const isOwnConsole = ({ reading, meanings }: Scene) => areOf(meanings, reading.console?.provider);

/** `Twilio 63016: …`, `WhatsApp Cloud API 131047`: the provider's name in front of the number. */
export const rule: Rule = {
  id: 'vendor-cue',
  family: 'place',
  weight: 3.2,
  needs: ['number', 'led'],
  find(scene) {
    const { left, right, code, kind } = scene;
    if (kind !== 'number') return null;
    const thrown = code.length > 1 ? THROWN.in(left) : null;
    if (thrown && (!UNCLOSED.test(left.slice(thrown.end)) || ENDS.test(right))) return thrown.word;
    const isSet = /^[):\]"'`]/.test(right) || NEXT_PAIR.test(right) || LAST_PAIR.test(left);
    if (code.length === 4 && !isSet && !(isOwnConsole(scene) && goesOn(right))) return null;
    return code.length >= 4 ? (NAME.in(left)?.word ?? null) : null;
  },
};

export const examples: Examples = {
  yes: [
    '**Twilio ‹63016›**: wrong variables',
    'Error: WhatsApp Cloud API ‹131047›',
    '(Meta ‹131047›, Twilio ‹63016›)',
    '(Meta 131047, Vonage ‹1340›, Infobip `EC_NO_SESSION`)',
    '`OAuthException` (‹190›)',
    '**GraphMethodException** (`‹100›`)',
  ],
  no: [
    'Gupshup 1002 comes at once',
    'Gupshup 1002, and then nothing',
    'Metal 131047',
    'WhatsApp 190',
    'Twilio sent 63016',
    'OAuthException (190 times)',
  ],
};
