import { createCodeIndex } from '../detect/code-index.ts';
import type { DetectRequest } from '../detect/detect-request.ts';
import type { Hit } from '../detect/hit.ts';
import type { PageState } from './annotator-controller.ts';
import { detectForRequest, type Engine } from './engine.ts';

const INDEX = createCodeIndex({
  registries: [
    [
      'meta/cloud',
      [
        ['131047', 'Re-engagement message', 0, 0, [], ''],
        ['131049', 'Healthy ecosystem engagement', 2, 0, [], ''],
        ['131026', 'Message undeliverable', 1, 0, [], ''],
      ],
    ],
  ],
  consoles: [],
  words: [],
});

/** Test engine: a known six-digit number is a code if the text or its context contains `error`. Independent of the real model. */
export const testEngine: Engine = {
  index: INDEX,
  detect(text, { header = '', label = '', row = '' }) {
    if (!/error/i.test(`${text} ${header} ${label} ${row}`)) return [];
    return [...text.matchAll(/(?<!\d)\d{6}(?!\d)/g)].flatMap(({ 0: code, index: start }): Hit[] => {
      const meanings = INDEX.meaningsOf(code).map((meaning) => ({ ...meaning, score: 1 }));
      if (meanings.length === 0) return [];
      return [
        { start, end: start + code.length, code, subcode: null, meanings, confidence: 1, evidence: [] },
      ];
    });
  },
  isConfident: ({ confidence }) => confidence > 0.5,
};

/** The initial settings. */
export const testPageState: PageState = {
  isOn: true,
  hoverDelayMs: 200,
  openPinned: false,
  hover: 'on',
  sensitivity: 'normal',
  provider: null,
  look: { style: 'underline', strength: 'normal' },
  silenced: [],
};

export const testPrefilter = (text: string, from?: number, to?: number) => /\d{3}/.test(text.slice(from, to));

/** Answers requests like the background. */
export const ask = async (requests: readonly DetectRequest[]) =>
  requests.map((request) => detectForRequest(request, testEngine));
