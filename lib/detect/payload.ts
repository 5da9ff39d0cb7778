import { firstFrom } from './tokens.ts';

/** Which of Meta's interfaces a payload comes from. */
export type Payload = 'graph' | 'onprem' | null;

const GRAPH =
  /OAuthException|fbtrace_?id|error_subcode|messaging_product|GraphMethodException|graph\.facebook/gi;
const ONPREM =
  /whatsapp\/api\/errors|api_status|gB[EG]G|\/v1\/(?:messages|contacts|media|users|groups|account)|coreapp|waweb|on-premises|Business API client/gi;
const REACH = 500;

/** Tells the payload around a code at UTF-16 offsets. */
export type PayloadAt = (start: number, end: number) => Payload;

/** Reads what names an interface in a text, once for all of its codes. */
export function payloadsOf(text: string): PayloadAt {
  const placesOf = (pattern: RegExp) => Array.from(text.matchAll(pattern), ({ index }) => index);
  let graph: readonly number[] | null = null;
  let onprem: readonly number[] | null = null;
  const isNear = (places: readonly number[], start: number, end: number) =>
    (places[firstFrom(places, start - REACH)] ?? Number.POSITIVE_INFINITY) < end + REACH;
  return (start, end) => {
    if (text.startsWith('(#', start - 2)) return 'graph';
    graph ??= placesOf(GRAPH);
    if (isNear(graph, start, end)) return 'graph';
    onprem ??= placesOf(ONPREM);
    return isNear(onprem, start, end) ? 'onprem' : null;
  };
}

/** What the payload says for one of Meta's own registries. */
export function payloadScore({ provider, api }: { provider: string; api: string }, payload: Payload): number {
  if (provider !== 'meta' || payload === null) return 0;
  return (payload === 'onprem') === (api === 'onprem') ? 4 : 0;
}
