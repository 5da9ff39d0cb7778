/** Which of Meta's interfaces a payload comes from. */
export type Payload = 'graph' | 'onprem' | null;

const GRAPH_FORM =
  /OAuthException|fbtrace_?id|error_subcode|messaging_product|GraphMethodException|graph\.facebook/i;
const ONPREM_FORM =
  /whatsapp\/api\/errors|api_status|gB[EG]G|\/v1\/(?:messages|contacts|media|users|groups|account)|coreapp|waweb|on-premises|Business API client/i;
const REACH = 500;

/**
 * @param isParenthesised `(#190)`, as the Graph API writes it.
 * @param shows A pattern stands between two offsets of the text.
 */
export function payloadAround(
  { start, end }: { start: number; end: number },
  isParenthesised: boolean,
  shows: (shape: RegExp, from: number, to: number) => boolean,
): Payload {
  const [from, to] = [start - REACH, end + REACH];
  if (isParenthesised || shows(GRAPH_FORM, from, to)) return 'graph';
  return shows(ONPREM_FORM, from, to) ? 'onprem' : null;
}

/** What the payload says for one of Meta's own registries. */
export function payloadScore({ provider, api }: { provider: string; api: string }, payload: Payload): number {
  if (provider !== 'meta' || payload === null) return 0;
  return (payload === 'onprem') === (api === 'onprem') ? 4 : 0;
}
