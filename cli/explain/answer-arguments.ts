import {
  type Answer,
  type AnswerSetting,
  answerCodes,
  answerQuestion,
} from '../../lib/answer/answer.ts';
import { answerText } from '../../lib/answer/answer-text.ts';

/** Answers each argument alone if each is a code, a payload or a quoted text, otherwise all as one text. */
export function answerArguments(
  texts: readonly string[],
  setting: AnswerSetting,
): readonly Answer[] {
  const whole = texts.join(' ').trim();

  const standsAlone = (text: string) =>
    /[\s{[]/.test(text.trim()) ||
    setting.catalogue.byKey.has(text) ||
    answerCodes(text, setting) !== null;

  const {
    findings = [],
    entries = [],
    suggestions = [],
  } = answerQuestion(whole, setting) ?? {};

  const isCode =
    findings.length > 0 || (suggestions.length > 0 && entries.length === 0);

  if (
    texts.length < 2 ||
    whole.startsWith('+') ||
    isCode ||
    !texts.every(standsAlone)
  )
    return [answerText(whole, setting)];

  return texts.map((text) => answerText(text.trim(), setting));
}
