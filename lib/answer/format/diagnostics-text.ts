import type {
  Failure,
  FrameDiagnostics,
  TabDiagnostics,
  UnmarkedCandidate,
} from '../../core/diagnostics.ts';
import { MASKS, type Masker } from '../../masking/mask-text.ts';

export interface DiagnosedPage {
  /** The date of the catalogue: `2026-11-20`. */
  catalogue: string;
  /** The host of a console, or of a site that the user added. Null for any other host, because its name is private. */
  host: string | null;
  state: string;
  isGranted: boolean;
  script: string;
}

const MAX_UNMARKED = 20;

/** Writes the diagnostics of a tab, not masked yet. English, because they are for a bug report. */
export function formatDiagnostics(
  { version, browser, frames, background, own, unmarked }: TabDiagnostics,
  page: DiagnosedPage,
  masking: Masker,
  now: number,
): string {
  const inFrames = (frames ?? []).flatMap(({ failures }, at) =>
    failures.map((one) => ({ one, where: nameFrame(at) })),
  );

  const failures = [
    ...inFrames,
    ...background.map((one) => ({ one, where: 'background' })),
    ...own.map((one) => ({ one, where: 'extension page' })),
  ].sort((a, b) => b.one.at - a.one.at);

  const left = unmarked
    .slice(0, MAX_UNMARKED)
    .map((one) => formatUnmarked(one, masking));

  const access = page.isGranted ? 'granted' : 'not granted';

  const lines = [
    `Errata ${version}, catalogue of ${page.catalogue}`,
    `Browser: ${browser}`,
    `Time: ${new Date(now).toISOString()}`,
    `Site: ${page.host ?? 'another site'}`,
    `State: ${page.state}, access ${access}, script ${page.script}`,
    `Frames: ${formatFrameCounts(frames)}`,
    ...(frames ?? []).flatMap(formatFrame),
    ...formatList('Left unmarked', left),
    ...formatList('Failures, newest first', failures.map(formatFailure)),
  ];

  return `${lines.join('\n')}\n`;
}

const formatList = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [`${title}: none`] : [`${title}:`, ...lines];

function formatFailure({ one, where }: { one: Failure; where: string }) {
  const { task, error, at, count } = one;
  const times = count > 1 ? `, ${count} times` : '';

  return `- ${formatClock(at)} ${where}: ${task} (${error}${times})`;
}

function formatFrameCounts(frames: readonly FrameDiagnostics[] | null): string {
  if (!frames) return 'the browser allows no script in the page';
  const silent =
    frames.reduce((sum, { inner }) => sum + inner, 1) - frames.length;
  return `${frames.length} with access${silent > 0 ? `, ${silent} without` : ''}`;
}

const nameFrame = (at: number) => `frame ${at + 1}`;

function formatFrame(frame: FrameDiagnostics, at: number): string[] {
  const { started, counts, marks } = frame;

  const scripts = (['page', 'annotator', 'card'] as const).map(
    (name) =>
      `${name} ${started[name] ? formatClock(started[name]) : 'not started'}`,
  );

  return [
    `- ${nameFrame(at)}${frame.isTop ? ' (top)' : ''}: ${scripts.join(', ')}`,
    `  ${counts.texts} texts read, ${counts.sent} sent to the engine, ${counts.codes} codes found, ${marks} marked${
      frame.isReading ? ', still reading' : ''
    }${frame.isOff ? ', marks off' : ''}`,
  ];
}

/** Masks a candidate that is part of a private text, such as a phone number, because its text is not shown with it. */
function formatUnmarked(
  { code, count, confidence, rejection, around }: UnmarkedCandidate,
  masking: Masker,
) {
  let end = 0;

  const part = masking.splitIntoParts(around.join('')).find(({ text }) => {
    end += text.length;
    return end > around[0].length;
  });

  const name = part?.masked ? MASKS[part.masked] : code;
  const times = count > 1 ? ` (${count} times)` : '';

  return `- ${name}${times}: ${rejection}, ${Math.round(confidence * 100)}%`;
}

const formatClock = (at: number) => new Date(at).toISOString().slice(11, 19);
