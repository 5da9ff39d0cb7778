/** Which of Meta's interfaces a payload comes from. */
export type Payload = 'graph' | 'onprem' | null;

const GRAPH =
  /OAuthException|fbtrace_?id|error_subcode|messaging_product|GraphMethodException|graph\.facebook/i;
const ONPREM =
  /whatsapp\/api\/errors|api_status|gB[EG]G|\/v1\/(?:messages|contacts|media|users|groups|account)|coreapp|waweb|on-premises|Business API client/i;
const REACH = 500;

/** The payload around a code at these UTF-16 offsets. */
export function payloadAround(text: string, start: number, end: number): Payload {
  if (text.startsWith('(#', start - 2)) return 'graph';
  const around = text.slice(Math.max(0, start - REACH), end + REACH);
  if (GRAPH.test(around)) return 'graph';
  return ONPREM.test(around) ? 'onprem' : null;
}

/** What the payload says for one of Meta's own registries. */
export function payloadScore({ provider, api }: { provider: string; api: string }, payload: Payload): number {
  if (provider !== 'meta' || payload === null) return 0;
  return (payload === 'onprem') === (api === 'onprem') ? 4 : 0;
}
