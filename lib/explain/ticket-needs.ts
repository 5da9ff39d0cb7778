import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Sighting } from './sighting.ts';

/** What nobody has filled in yet. */
export const BLANK = '____';

/** What a desk asks for by one name each, however an entry words it. The last three may stand in the text beside the code. */
const ASKED = [
  ['WABA ID', /^(?:whatsapp business account|waba) id$/],
  ['Phone number ID', /^phone number id$/],
  ['Business portfolio ID', /^business portfolio id$/],
  ['App ID', /^app id$/],
  [
    'Message',
    /^(?:message ?(?:id|sid|uuid)|gsid)(?: \([^)]{1,20}\))?(?: of (?:the|one) (?:(?:failed|refused|rejected) )?message)?$/,
  ],
  ['Time', /^time(?: of the (?:attempt|call|failure|failed send))?$/],
  ['fbtrace_id', /^fbtrace_id(?: of one refused call)?$/],
] as const;

type Asked = (typeof ASKED)[number][0];

const READ: Readonly<Partial<Record<Asked, keyof Sighting>>> = {
  Message: 'message',
  Time: 'time',
  fbtrace_id: 'trace',
};

/** What is asked for where an entry does not say it. */
function usualNeeds(provider: string | undefined, catalogue: Catalogue): readonly string[] {
  if (provider === 'meta')
    return ['WABA ID and phone number ID', 'The message ID and the time', 'fbtrace_id'];
  const name = provider ? catalogue.provider(provider)?.name : undefined;
  return [name ? `Your account at ${name}` : 'Your account', 'The message ID and the time'];
}

/** The names of what a ticket must hold and nothing has told so far, each once: `WABA ID`, `Template name, language and ID`. */
export function blanksOf(
  entry: Entry | null,
  places: readonly Sighting[],
  catalogue: Catalogue,
): readonly string[] {
  const needs = entry?.ticket ?? usualNeeds(entry?.provider, catalogue);
  const always = entry?.provider === 'meta' ? ['WABA ID', 'The time'] : ['The time'];
  const names = new Set([...needs, ...always].flatMap((need): readonly string[] => namesOf(need) ?? [need]));
  const order = ASKED.map(([name]): string => name);
  return [...names]
    .filter((name) => {
      const key = READ[name as Asked];
      return !key || places.every((place) => place[key] === null);
    })
    .sort((a, b) => rank(a, order) - rank(b, order));
}

const rank = (name: string, order: readonly string[]) =>
  order.includes(name) ? order.indexOf(name) : order.length;

/** `fbtrace_id and the time, with time zone` as names; null where a part of it is anything else. */
function namesOf(need: string): readonly Asked[] | null {
  const parts = need.replace(/,? (?:with time zone|in UTC)$/, '').split(/,? and /);
  const names = parts.map((part) => {
    const words = part.toLowerCase().replace(/^the /, '');
    return ASKED.find(([, pattern]) => pattern.test(words))?.[0];
  });
  return names.every((name) => name !== undefined) ? names : null;
}
