import { t } from '../i18n/translate.ts';
import { maskMessageId } from '../masking/display-masking.ts';

/** Returns an explanation for a text that is only a message id. Returns null for any other text. */
export function describeMessageId(text: string): { title: string; text: string } | null {
  const [, id] = /^["'\s]*(wamid\.[\w+/-]{8,400}={0,2})["',\s]*$/.exec(text) ?? [];
  if (!id) return null;
  return {
    title: t('This is a message ID. It doesn’t contain an error code.'),
    text: t('$1. Paste the status webhook of that message: it contains the error.', maskMessageId(id)),
  };
}
