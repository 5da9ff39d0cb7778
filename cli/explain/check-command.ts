import {
  checkLoneMessages,
  checkPreflightText,
} from '../../lib/checks/preflight/preflight.ts';
import { InputError, readTextStream } from './input.ts';
import { createHelp, OPTIONS, parseWith, UsageError } from './options.ts';
import { type CommandSetting, writeOutput } from './output.ts';
import { readInput } from './read-input.ts';
import { toTerminalText } from './terminal-layout.ts';

/** Checks the templates and messages of files. The status is 1 for a fault that is more than a hint. */
export async function runCheckCommand(
  args: readonly string[],
  setting: CommandSetting,
): Promise<number> {
  const { json, help } = OPTIONS;

  const config = {
    args,
    options: { json, help },
    allowPositionals: true,
  } as const;

  const { values, positionals: paths } = parseWith(config);

  if (values.help)
    return writeOutput(
      setting.streams.stdout,
      createHelp(setting.command, 'explain'),
    );

  if (paths.length === 0)
    throw new UsageError('Nothing to check. Pass JSON files.');

  let text = '';

  for (const path of paths)
    await readInput(path, setting, async (stream) => {
      for await (const piece of readTextStream(stream)) text += piece;
    });

  const catalogue = setting.getCatalogue();
  const checked =
    checkPreflightText(text, catalogue) ?? checkLoneMessages(text, catalogue);

  if (!checked)
    throw new InputError(`No template found in ${paths.join(', ')}`);

  const { findings } = checked;

  const lines = findings.map(
    ({ code, subcode, hint, in: root, path, message, value, source }) => {
      const known = [
        [code, subcode].filter(Boolean).join('/'),
        hint && 'hint',
        root,
        path,
      ];

      const detail = value === null ? '' : ` (${value})`;

      return `${known.filter(Boolean).join(' ')}\n  ${message}${detail}\n  ${source}\n`;
    },
  );

  const shown = toTerminalText(lines.join('\n') || 'No problems found.\n');

  await writeOutput(
    setting.streams.stdout,
    values.json ? `${JSON.stringify({ findings })}\n` : shown,
  );

  return findings.every(({ hint }) => hint) ? 0 : 1;
}
