import { expect, test } from 'vitest';
import { testDiagnostics } from '../../tests/fixtures/tab-page.ts';
import { bundledMasking } from '../masking/bundled-masking.ts';
import { maskText } from '../masking/masked.ts';
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
  expect(formatDiagnostics(testDiagnostics, page, now)).toBe(`Errata 0.1.0, catalogue of 2026-11-20
Browser: Chrome/156 (linux)
Time: 2026-11-27T09:00:00.000Z
Site: business.facebook.com
State: on, access granted, script running
Frames: 1 with access, 1 without
- frame 1 (top): page 08:51:02, annotator 08:51:03, card not started
  1204 texts read, 14 sent to the engine, 3 codes found, 2 marked
Failures, newest first:
- 08:51:05 background: message (TypeError)
- 08:51:04 frame 1: load-card (Error, 2 times)
`);
});

test('a page that allows no script is said to be one, and a site that is not a console is not named', () => {
  const text = formatDiagnostics(
    { ...testDiagnostics, frames: null, background: [] },
    { ...page, host: null, isGranted: false, state: 'forbidden', script: 'refused' },
    now,
  );
  expect(text).toContain('Site: another site\nState: forbidden, access not granted, script refused\n');
  expect(text).toContain('Frames: the browser allows no script in the page\nFailures, newest first: none\n');
});

test('nothing in it is taken for personal data', () => {
  const text = formatDiagnostics(testDiagnostics, page, now);
  expect(maskText(bundledMasking.splitIntoParts(text))).toBe(text);
});
