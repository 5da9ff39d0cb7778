import type { Catalogue } from '../catalogue/catalogue.ts';
import type { TextContext } from '../detect/hit.ts';
import { type PasteReport, readPaste } from '../paste/decode-paste.ts';
import {
  type Answer,
  type AnswerSetting,
  answerQuestion,
  answerReading,
  dropDoubtfulNumbers,
} from './answer.ts';

/** Answers a code, words, a message or a payload, unlike `answerQuestion` with the engine. */
export function answerText(text: string, setting: AnswerSetting, context: TextContext = {}): Answer {
  const answer = answerQuestion(text, setting);
  if (answer) return answer;
  const { catalogue, host, path, provider } = setting;
  const textContext = {
    ...context,
    ...(host && { host }),
    ...(path && { path }),
    ...(provider && { provider }),
  };
  const [report] = [...readText(text, catalogue, textContext)].slice(-1);
  const { findings = [], droppedCount } = report?.report() ?? {};
  return answerReading(text, findings, setting, droppedCount);
}

/** @yields After each slice: the share that is done (0 to 1) and a function that builds the report so far. */
export function* readText(
  text: string,
  catalogue: Catalogue,
  context: TextContext,
): Generator<{ done: number; report: () => PasteReport }> {
  const { host, path, provider } = context;
  const page = { host, path, provider };
  for (const { done, report } of readPaste(text, catalogue, context)) {
    const readReport = () => {
      const read = report();
      return { ...read, findings: dropDoubtfulNumbers(text, read.findings, { ...page, catalogue }) };
    };
    yield { done, report: readReport };
  }
}
