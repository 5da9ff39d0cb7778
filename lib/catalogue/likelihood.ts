import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from './catalogue.ts';
import { relatedAs } from './relations.ts';

/** Failures on WhatsApp as it is today are what most people look for, and of those the ones that are met most. */
export function plainWeight({ mostMet }: Catalogue): (entry: Entry) => number {
  const keys = new Set(mostMet.map(({ key }) => key));
  return (entry) => {
    const { key, provider, channel, success, state } = entry;
    const retired = isRetired(entry) ? 0.6 : 1;
    const elsewhere = channel && channel !== 'whatsapp' ? 0.8 : 1;
    const met = (provider === 'meta' ? 1.4 : 1) * (keys.has(key) ? 1.3 : 1);
    return retired * elsewhere * met * (success ? 0.6 : 1) * (state ? 0.7 : 1);
  };
}

/** Place among the codes that are met most; the others share the last one. */
export function metRank({ mostMet }: Catalogue): (entry: Entry) => number {
  const places = new Map(mostMet.map(({ key }, at) => [key, at]));
  return ({ key }) => places.get(key) ?? places.size;
}

/** Calls, groups and Flows are meant where they are named. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  calling: /^(?:call|sip|voip|rtp|webrtc|dial|ring)/,
  groups: /^(?:group|participant)/,
  flows: /^(?:flow|screen|endpoint|component|footer|routing|json|data)/,
};
export const isElsewhere = ({ provider, api }: Entry, words: readonly string[]) => {
  const subject = provider === 'meta' ? SUBJECTS[api] : undefined;
  return subject !== undefined && !words.some((word) => subject.test(word));
};

const isRetired = ({ provider, api, deprecated }: Entry) =>
  deprecated !== undefined || (provider === 'meta' && api === 'onprem');

/**
 * What comes before an entry: the code that stands for a retired one, and, where no provider is asked for, the one code behind a
 * provider's.
 */
export function leadOf(entry: Entry, { byKey }: Catalogue, anywhere: boolean): Entry | undefined {
  const [now] = relatedAs(['successor'], entry, byKey);
  if (now || !anywhere) return now;
  const behind = relatedAs(['behind'], entry, byKey).filter((lead) => !isRetired(lead));
  return behind.length === 1 ? behind[0] : undefined;
}

/** The codes under which a provider that is asked for shows this one: its own words for it may be other ones. */
export const shownBy = (entry: Entry, provider: string | undefined, { byKey }: Catalogue): readonly Entry[] =>
  relatedAs(['shown-as'], entry, byKey).filter((theirs) => theirs.provider === provider);
