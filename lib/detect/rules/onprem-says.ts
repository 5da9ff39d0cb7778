import type { Examples, Rule } from '../rule.ts';
import { PROVIDER_NAMES } from '../words/topic.ts';
import { goesOn } from './met.ts';
import { SAYS } from './vendor-says.ts';

/** What the client is called. */
const CLIENT =
  /(?:\bon[- ]?prem(?:ises?)?|\bwa(?:ba)? client|\bwhatsapp(?: business)?(?: api)? client)(?:\s(?:api|client|container|stack))?(?:\s(?:now|then|just|only|also|again))?$/;
/** Who ran it for all of their customers. */
const HOSTS = PROVIDER_NAMES['360dialog'] ?? [];

/** `The on-premises client answers with 1013`: a number of that client's, told by it or by the provider that ran it for all. */
export const rule: Rule = {
  id: 'onprem-says',
  family: 'place',
  weight: 6.4,
  needs: ['number', 'spoken', 'left'],
  find({ lineLeft, right, meanings, structural, form }) {
    if (structural || form === 'http-status' || !goesOn(right)) return null;
    if (!meanings.some(({ api }) => api === 'onprem')) return null;
    const verb = SAYS.in(lineLeft);
    if (!verb) return null;
    const before = lineLeft.slice(0, verb.start).trimEnd().toLowerCase();
    return (
      CLIENT.exec(before)?.[0].trim() ?? HOSTS.find((name) => before.endsWith(name.toLowerCase())) ?? null
    );
  },
};

export const examples: Examples = {
  yes: [
    'The on-premises client answers with ‹1013› if nobody is there',
    'On-Prem returned ‹1013› during the upload',
    '360dialog returned ‹470› for this customer.',
    'the WhatsApp client gives ‹470› when it is asked again',
  ],
  no: [
    '360dialog returned 470 messages',
    'the client answers with 1013 when it is asked',
    '360dialog returned 200 for this customer.',
    'an on-premises server returned 63016 today',
  ],
};
