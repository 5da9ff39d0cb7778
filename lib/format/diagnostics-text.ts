import type { Failure, FailurePlace, FrameDiagnostics, TabDiagnostics } from '../core/diagnostics.ts';

const FAILURE_TEXTS: Readonly<Record<FailurePlace, string>> = {
  'check-allowed': 'the background didn’t say whether marks are allowed',
  command: 'a shortcut couldn’t reach the page',
  detect: 'the engine didn’t answer, so these texts have no marks',
  'explain-selection': 'the page allowed no card, so the selection was explained in a tab',
  'find-low-confidence': 'the less certain codes couldn’t be read',
  inject: 'the page script couldn’t run in a tab that was already open',
  'load-annotator': 'the background didn’t load the annotator, so nothing is marked',
  'load-card': 'the background didn’t load the card',
  'load-entries': 'the background didn’t send the entries of the codes',
  'load-language': 'the translation couldn’t be loaded',
  message: 'a message was refused, or couldn’t be answered',
  navigate: 'the page couldn’t be scrolled to a code',
  'notify-codes': 'the background couldn’t be told that the codes changed',
  'open-panel': 'the browser didn’t open the side panel',
  'open-search': 'the search couldn’t be opened',
  'read-frames': 'the browser allowed no script in the page',
  'read-settings': 'the storage couldn’t be read',
  'read-tab': 'the tab in front couldn’t be read',
  scan: 'a part of the page couldn’t be read',
  translate: 'the browser’s translator failed',
  unexpected: 'an error that nothing handles',
  'watch-frames': 'the frames of a tab couldn’t be observed',
};

/** What is known about the page without its frames. */
export interface DiagnosedPage {
  /** The date of the catalogue: `2026-11-20`. */
  catalogue: string;
  /** The host of a console, or of a site that the user added. Null for any other host, because its name is private. */
  host: string | null;
  /** The state in the popup, such as `on` or `reload`. */
  state: string;
  isGranted: boolean;
  script: string;
}

/** Writes the diagnostics of a tab. English, because they are for a bug report. No part of it is text of the page. */
export function formatDiagnostics(
  { version, browser, frames, background, own }: TabDiagnostics,
  page: DiagnosedPage,
  now: number,
): string {
  const all = [
    ...(frames ?? []).flatMap(({ failures }, at) => failures.map((one) => ({ one, where: nameFrame(at) }))),
    ...background.map((one) => ({ one, where: 'background' })),
    ...own.map((one) => ({ one, where: 'extension page' })),
  ].sort((a, b) => b.one.at - a.one.at);
  return `${[
    `Errata ${version}, catalogue of ${page.catalogue}`,
    `Browser: ${browser}`,
    `Time: ${new Date(now).toISOString()}`,
    `Site: ${page.host ?? 'another site'}`,
    `State: ${page.state}, access ${page.isGranted ? 'granted' : 'not granted'}, script ${page.script}`,
    `Frames: ${formatFrameCounts(frames)}`,
    ...(frames ?? []).flatMap(formatFrame),
    `Failures, newest first:${all.length === 0 ? ' none' : ''}`,
    ...all.map(({ one, where }) => `- ${formatFailure(one, where)}`),
  ].join('\n')}\n`;
}

/** Counts the frames that don't answer too, because each frame knows how many are inside. */
function formatFrameCounts(frames: readonly FrameDiagnostics[] | null): string {
  if (!frames) return 'the browser allows no script in the page';
  const silent = frames.reduce((sum, { inner }) => sum + inner, 1) - frames.length;
  return `${frames.length} with access${silent > 0 ? `, ${silent} without` : ''}`;
}

const nameFrame = (at: number) => `frame ${at + 1}`;

function formatFrame(frame: FrameDiagnostics, at: number): string[] {
  const { started, counts, marks } = frame;
  const scripts = (['page', 'annotator', 'card'] as const).map(
    (name) => `${name} ${started[name] ? formatClock(started[name]) : 'not started'}`,
  );
  return [
    `- ${nameFrame(at)}${frame.isTop ? ' (top)' : ''}: ${scripts.join(', ')}`,
    `  ${counts.texts} texts read, ${counts.sent} sent to the engine, ${counts.codes} codes found, ${marks} marked${
      frame.isReading ? ', still reading' : ''
    }${frame.isOff ? ', marks off' : ''}`,
  ];
}

const formatFailure = ({ place, error, at, count }: Failure, where: string) =>
  `${formatClock(at)} ${where}, ${place}: ${FAILURE_TEXTS[place]} (${error}${count > 1 ? `, ${count} times` : ''})`;

/** Formats a time of day in UTC: `08:51:02`. */
const formatClock = (at: number) => new Date(at).toISOString().slice(11, 19);
