import { t } from '../../core/i18n/translate.ts';

/** The reasons of `explainRejection`, which begin so, each with the sentence that a user reads. The first that fits says it. */
const SENTENCES: readonly [start: RegExp, say: (detail: string) => string][] = [
  [/^suppressed/, () => t('Not marked here: you removed this mark.')],
  [
    /^in a tooltip or label/,
    () => t('Not marked: it is in a tooltip or label, which has no underline.'),
  ],
  [
    /^less certain/,
    () =>
      t(
        'Not marked: this site’s setting asks for more certainty than there is.',
      ),
  ],
  [
    /^part of a message/,
    () => t('Not marked: it is part of a message that someone wrote.'),
  ],
  [
    /^excluded as (.+)/,
    (detail) => t('Not marked: it looks like something else (“$1”).', detail),
  ],
  [
    /^a label says otherwise \((?:\w+ )?(.+?)\)/,
    (detail) =>
      t('Not marked: its label “$1” says that it is something else.', detail),
  ],
  [
    /^a word says otherwise \((.+?)\)/,
    (detail) =>
      t('Not marked: the word “$1” says that it is something else.', detail),
  ],
];

/**
 * Says in one sentence why a number is not marked.
 *
 * @param rejection The reason of the engine, in the words of a bug report.
 */
export function formatUnmarkedReason(rejection: string): string {
  for (const [start, say] of SENTENCES) {
    const found = start.exec(rejection);
    if (found) return say(found[1] ?? '');
  }

  return t('Not marked: nothing next to it says that it is an error code.');
}
