import { isRareOrSubcode } from '../form.ts';
import { isPlaced } from '../placed.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';
import { rule as codeClass } from './code-class.ts';
import { rule as errorCodeKey } from './code-key.ts';
import { rule as graphSays } from './graph-says.ts';
import { rule as grouped } from './grouped.ts';
import { rule as namesake } from './namesake.ts';
import { rule as onpremPayload } from './onprem-payload.ts';
import { rule as onpremSays } from './onprem-says.ts';
import { rule as parenthesised } from './parenthesised.ts';
import { rule as statusErrors } from './status-errors.ts';
import { rule as told } from './told.ts';
import { rule as toldCode } from './told-code.ts';
import { rule as toldMessage } from './told-message.ts';
import { rule as withSubcode } from './with-subcode.ts';
import { rule as xmlCode } from './xml-code.ts';

/**
 * A small number that nothing around ties to WhatsApp or to a provider. Thousands of systems have an `error code 1005`;
 * the word alone does not say whose.
 */
export const rule: Rule = {
  id: 'unplaced',
  family: 'against',
  weight: -3.2,
  find(scene) {
    const { kind, form, reading, start, meanings, code } = scene;
    if (kind === 'range')
      return meanings.length > 0 || isPlaced(scene) || reading.isNamed(null, start) ? null : code;
    if (kind !== 'number' || (isRareOrSubcode(form) && !isAnybodys(scene))) return null;
    // Only Graph puts a number like this in front of a sentence, and only Graph has subcodes of seven digits.
    if (parenthesised.find(scene) || (code.length === 7 && /sub_?code/i.test(scene.key ?? ''))) return null;
    // `code 190 (token mati)`
    if (
      [
        codeClass,
        told,
        toldCode,
        toldMessage,
        graphSays,
        grouped,
        statusErrors,
        onpremPayload,
        onpremSays,
      ].some((rule) => rule.find(scene) !== null)
    )
      return null;
    const isGraphs = code.length === 7 || meanings.some(({ api }) => api === 'graph');
    if (isGraphs && withSubcode.find(scene)) return null;
    // `EC_INVALID_TEMPLATE (7009)`
    if (/^EC_|_.*_.*_/.test(namesake.find(scene) ?? '')) return null;
    if (isPlaced(scene)) return null;
    if (form === 'five-digits' && !isWeChats(scene) && (isTraded(scene) || isTwilios(scene))) return null;
    if (
      meanings.some(
        (meaning) =>
          // Facebook alone has no on-premises client.
          (meaning.api !== 'onprem' && reading.isNamed(meaning.provider, start)) ||
          matchTitle(meaning, scene).near >= (form === 'http-status' ? 1 : 0.66),
      )
    )
      return null;
    return code;
  },
};

/** What a record of a message holds. */
const OF_MESSAGES =
  /(?<!err(?:or)?_?)messag|sms|send|sent|deliver|\bsid\b|sid"|channel|template|recipient|twilio|whats|waba|\bfail(?:ed|ure|s)?(?:\b|_)|contact|phone|notif|status|\bto\b|reply|chat/i;

/** A branch of anybody's program. */
const CASE = /\bcase\s["'`]?$/;

/** A field that is not about the error. */
const OTHER_FIELD = /"(?!\w{0,24}(?:err|code|messag|title|detail|text))\w{2,30}"\s?:/i;

/** `"errorCode": 63019` among taxes and years: many have such numbers, and Twilio's stand in records of messages. */
function isAnybodys(scene: Scene): boolean {
  const { form, code, structural, left, right } = scene;
  if (form !== 'five-rare') return false;
  // `forbidden for new data (Error 80007)`
  if (code.startsWith('8'))
    return (!structural || scene.key === 'code') && scene.reading.topicNear('trade', scene.start) === null;
  if (CASE.test(left)) return scene.reading.topicNear('trade', scene.start) === null;
  if (OF_MESSAGES.test(left) || OF_MESSAGES.test(right)) return false;
  return structural ? OTHER_FIELD.test(`${left} ${right}`) : xmlCode.find(scene) !== null;
}

/** `errcode == 40001`: what WeChat calls its codes, most of which begin so. */
const isWeChats = ({ key, code }: Scene) => /^(?:data\.)?errcode$/.test(key ?? '') && code.startsWith('4');

/** Anybody has webhooks. */
function isTraded({ reading, start }: Scene): boolean {
  const word = reading.topicNear('trade', start);
  return word !== null && !/^webhook/i.test(word);
}

/** `errorCode: "30007"`: numbers of Twilio's where nothing but an error's code stands. */
function isTwilios(scene: Scene): boolean {
  return (scene.code.startsWith('21') || scene.code.startsWith('30')) && errorCodeKey.find(scene) !== null;
}

export const examples: Examples = {
  yes: [
    'error code ‹1005›',
    '{"success":false,"errors":[{"code":‹1013›}]}',
    'Error ‹470›: no such file',
    'error codes ‹1005-1006›',
    'case ‹63018›:\n  result.title = "Full"',
    '{"scheme": "S21", "errorCode": ‹63019›, "year": 2016}',
    '<Error><ErrorCode>‹63018›</ErrorCode><Text>Rate plan closed</Text></Error>',
  ],
  no: [
    'providerSubcode: "2494010"',
    'fails with code 190 (subcode 2494010)',
    'errorCode: "21610"',
    'WhatsApp error 1005',
    'Twilio errors 63015-63018',
    '200-299 API Permission',
    'error 131047',
    '{"sid": "SM21", "errorCode": 63016, "year": 2016}',
    'errorCode 63016',
    'case 63018: // Twilio',
    '1003 Wallet Balance Low',
  ],
};
