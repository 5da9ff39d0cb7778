import type { FrameDiagnostics, TabDiagnostics } from '../core/diagnostics.ts';

export interface DiagnosedPage {
  /** The date of the catalogue: `2026-11-20`. */
  catalogue: string;
  /** The host of a console, or of a site that the user added. Null for any other host, because its name is private. */
  host: string | null;
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
    ...all.map(({ one: { task, error, at, count }, where }) => {
      return `- ${formatClock(at)} ${where}: ${task} (${error}${count > 1 ? `, ${count} times` : ''})`;
    }),
  ].join('\n')}\n`;
}

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

const formatClock = (at: number) => new Date(at).toISOString().slice(11, 19);
