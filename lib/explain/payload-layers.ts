import { fromBase64 } from './base64.ts';
import { beginsPayload } from './broken.ts';
import { fromAddress, fromHtml } from './unescape.ts';

type Layer = (text: string) => string;

/** What a payload may be wrapped in, by how the wrapped one begins. */
const LAYERS: readonly (readonly [begins: RegExp, layer: Layer])[] = [
  [/^(?:%22|%7B|%5B)/i, fromAddress],
  [/^(?:[{[]\s*)?&(?:quot|#34|#x22|amp|lcub);/i, fromHtml],
  [/^"?[{[]\s*\\+["nr]|^"[{[]/, oneString],
  [/^[\w+/-]{32}/, fromBase64],
];

/**
 * Takes off what a payload is wrapped in, so that it can be read as JSON. Decided by how the text begins, once for all pieces of
 * it.
 *
 * @returns Null where the text is no wrapped payload.
 */
export function unwrapperOf(text: string): Layer | null {
  const layers: Layer[] = [];
  let plain = text.slice(0, 4_000).trimStart();
  while (!beginsPayload(plain) && layers.length < 4) {
    const found = LAYERS.find(([begins]) => begins.test(plain));
    if (!found) return null;
    plain = found[1](plain).trimStart();
    layers.push(found[1]);
  }
  if (layers.length === 0 || !beginsPayload(plain)) return null;
  return (piece) => layers.reduce((rest, layer) => layer(rest), piece);
}

/** One layer of a JSON string, without the quotes around it. */
function oneString(text: string): string {
  return text
    .replace(/^\s*"(?=[{[])|"\s*$/g, '')
    .replace(/\\(["\\/bfnrt])/g, (_, unit: string) =>
      unit === 'n' ? '\n' : /[bfrt]/.test(unit) ? ' ' : unit,
    );
}
