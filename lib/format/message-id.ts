import { t } from '../i18n/translate.ts';
import { maskMessageId } from '../masking/display-masking.ts';

/** Explains that a message id is no error code. */
export const describeMessageId = (id: string): { title: string; text: string } => ({
  title: t('This is a message ID. It doesn’t contain an error code.'),
  text: t('$1. Paste the status webhook of that message: it contains the error.', maskMessageId(id)),
});
