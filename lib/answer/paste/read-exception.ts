import { findLineEnd } from '../../structure/lines.ts';

/** What a library or tool wrote around the text that says what failed. */
export interface ReadException {
  /** The provider whose words the message has. Null if that is open. */
  provider: string | null;
  /** The HTTP status, or NaN. */
  http: number;
  message: string;
}

/** The text that heads every exception of Twilio's libraries. What failed is after it, in the same line. */
const TWILIO_HEAD =
  /^(?:\[?HTTP (\d{3})(?:\]| error:) )?Unable to \w{1,20} record(?:: |$)/;

/** What a node of n8n shows for the status of a response, above the text of the response. From n8n-workflow 2.41. */
const N8N_HEADS: readonly (readonly [number, string])[] = [
  [400, 'Bad request - please check your parameters'],
  [401, 'Authorization failed - please check your credentials'],
  [403, 'Forbidden - perhaps check your credentials?'],
  [404, 'The resource you are requesting could not be found'],
  [429, 'The service is receiving too many requests from you'],
  [500, 'The service was not able to process your request'],
];

/** Longer texts have more than the error. */
const MAX_N8N_UNITS = 600;

export const readException = (text: string): ReadException | null =>
  readTwilio(text) ?? readN8n(text);

function readTwilio(text: string): ReadException | null {
  const [head, status] = TWILIO_HEAD.exec(text) ?? [];
  if (head === undefined || text.includes('\n')) return null;

  return {
    provider: 'twilio',
    http: Number(status),
    message: text.slice(head.length),
  };
}

/** Its WhatsApp node removes the code from Meta's text, so the words are all that is left. */
function readN8n(text: string): ReadException | null {
  if (text.length > MAX_N8N_UNITS) return null;

  const shown = text.trim().replace(/^NodeApiError: /, '');
  const found = N8N_HEADS.find(([, head]) => shown.startsWith(head));
  if (!found) return null;

  const [http, head] = found;

  const below = shown.slice(head.length).replace(/^[\s:|–-]+/, '');
  const message = below.slice(0, findLineEnd(below, 0)).trim();

  return message === ''
    ? null
    : {
        provider: null,
        http,
        message,
      };
}
