import type { TextContext } from '../detect/hit.ts';
import {
  type Answer,
  type AnswerSetting,
  answerQuestion,
  answerReading,
} from './answer.ts';
import { readPaste } from './paste/decode-paste.ts';

/** Answers a code, words, a message or a payload, unlike `answerQuestion` with the engine. */
export function answerText(
  text: string,
  setting: AnswerSetting,
  context: TextContext = {},
): Answer {
  const answer = answerQuestion(text, setting);
  if (answer) return answer;

  const { catalogue, host, path, provider } = setting;

  const [report] = [
    ...readPaste(text, catalogue, {
      ...context,
      host,
      path,
      provider,
    }),
  ].slice(-1);

  const { findings = [], droppedCount } = report?.report() ?? {};

  return answerReading(text, findings, setting, droppedCount);
}
