import { t } from '../language/translate.ts';
import { shownMessage } from './phone-number.ts';

/** Returns an explanation for a text that is only a message id. Returns null for any other text. */
export function messageIdSays(text: string): { title: string; text: string } | null {
  const [, id] = /^["'\s]*(wamid\.[\w+/-]{8,400}={0,2})["',\s]*$/.exec(text) ?? [];
  if (!id) return null;
  return {
    title: t('This is the id of a message. It holds no code.'),
    text: t('$1. Paste the webhook with the status of that message: it holds the error.', shownMessage(id)),
  };
}
