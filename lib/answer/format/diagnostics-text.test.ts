import { expect, test } from 'vitest';
import { testDiagnostics } from '../../../tests/fixtures/tab-page.ts';
import { bundledMasking } from '../../masking/bundled-masking.ts';
import { maskText } from '../../masking/mask-text.ts';
import { type DiagnosedPage, formatDiagnostics } from './diagnostics-text.ts';

const page: DiagnosedPage = {
  catalogue: '2026-11-20',
  host: 'business.facebook.com',
  state: 'on',
  isGranted: true,
  script: 'running',
};
const now = Date.UTC(2026, 10, 27, 9);

test('the text has versions, site, frames with counts, and the failures of all contexts, newest first', () => {
  expect(
    formatDiagnostics(testDiagnostics, page, bundledMasking, now),
  ).toBe(`Errata 0.1.0, catalogue of 2026-11-20
Browser: Chrome/156 (linux)
Time: 2026-11-27T09:00:00.000Z
Site: business.facebook.com
State: on, access granted, script running
Frames: 1 with access, 1 without
- frame 1 (top): page 08:51:02, annotator 08:51:03, card not started
  1204 texts read, 14 sent to the engine, 3 codes found, 2 marked
Left unmarked:
- 131026 (2 times): too little evidence (next to 131047), provider unknown, 41%
- 131000: excluded as value with a unit, 0%
Failures, newest first:
- 08:51:05 background: message (TypeError)
- 08:51:04 frame 1: load-card (Error, 2 times)
`);
});

test('a page that allows no script is said to be one, and a site that is not a console is not named', () => {
  const text = formatDiagnostics(
    { ...testDiagnostics, frames: null, background: [], unmarked: [] },
    {
      ...page,
      host: null,
      isGranted: false,
      state: 'forbidden',
      script: 'refused',
    },
    bundledMasking,
    now,
  );
  expect(text).toContain(
    'Site: another site\nState: forbidden, access not granted, script refused\n',
  );
  expect(text).toContain(
    'Frames: the browser allows no script in the page\nLeft unmarked: none\nFailures, newest first: none\n',
  );
});

test('a candidate within private text is masked, because nothing around it shows what it is', () => {
  const around = ['Failed for +49 ', '151', ' 23456789: call'] as const;
  const one = {
    code: '151',
    count: 1,
    confidence: 0.03,
    rejection: 'no cue',
    around,
  };
  const text = formatDiagnostics(
    { ...testDiagnostics, unmarked: [one] },
    page,
    bundledMasking,
    now,
  );
  expect(text).toContain('Left unmarked:\n- [phone]: no cue, 3%\n');
});

test('nothing in it is taken for personal data', () => {
  const text = formatDiagnostics(testDiagnostics, page, bundledMasking, now);
  expect(maskText(bundledMasking.splitIntoParts(text))).toBe(text);
});
