import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { resolveCliPath } from '../cli-path.ts';
import { InputError } from '../explain/input.ts';
import { UsageError } from '../explain/options.ts';

export interface AuditFile {
  /** Relative to the working directory, with slashes. */
  name: string;
  /** The same as a relative reference of RFC 3986. */
  address: string;
  /** Bytes if the name is no UTF-8, 0 for standard input. */
  path: string | Buffer | 0;
}

/** What is to be audited of an argument. */
export interface ListedFiles {
  files: readonly AuditFile[];
  /** Names that git cannot read in a folder. */
  unreadable: readonly string[];
  /** Number of files with digits that git takes for binary, also by `.gitattributes`. */
  binaryCount: number;
  isFolder: boolean;
}

const MAX_LIST_BYTES = 1 << 28;

/** Without these, the user's configuration changes the names that git prints. */
const PLAIN_OUTPUT = [
  'color.ui=never',
  'color.grep=never',
  'grep.fullName=false',
  'grep.lineNumber=false',
  'grep.column=false',
].flatMap((setting) => ['-c', setting]);

const GREP = ['grep', '--no-index', '--exclude-standard', '--no-color', '-lzE'];

/**
 * Lists a file, or the texts of a folder that can have a code, as git sees it, also outside a repository.
 *
 * @throws UsageError for a glob that ignores everything, InputError if git cannot read the folder.
 */
export function listFiles(name: string, globs: readonly string[]): ListedFiles {
  const excluded = ['node_modules', ...globs].flatMap(toPathspecs);
  if (name === '-' || name === '/dev/stdin')
    return listOne({ name: 'stdin', address: 'stdin', path: 0 });

  const path = resolveCliPath(name);
  const own = relative(resolveCliPath('.'), path).split(sep).join('/');
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (!isFolder)
    return listOne({ name: own, address: toAddress(Buffer.from(own)), path });

  const all = grepFolder(path, name, excluded);
  const texts = grepFolder(path, name, excluded, '-I');
  const root = own === '' ? '' : `${own}/`;

  return {
    files: texts.files.map((file) => {
      const bytes = Buffer.concat([Buffer.from(root), file]);

      return {
        name: bytes.toString(),
        address: toAddress(bytes),
        path: joinBytes(path, file),
      };
    }),
    unreadable: all.unreadable.map((file) => root + file),
    binaryCount: all.files.length - texts.files.length,
    isFolder: true,
  };
}

const listOne = (file: AuditFile): ListedFiles => ({
  files: [file],
  unreadable: [],
  binaryCount: 0,
  isFolder: false,
});

/** Leaves out what a name or a glob matches, at any depth if it has no slash, and what is in it. @throws UsageError if that is everything */
function toPathspecs(glob: string): readonly string[] {
  const name = glob.trim().replace(/^(?:\.?\/)+/, '');
  const isEverything = name === '' || name === '.';
  if (isEverything)
    throw new UsageError(
      `--ignore needs a name or a glob, but this is everything: ${JSON.stringify(glob)}.`,
    );

  const pattern = name.replace(/\/$/, '');
  const isPath = /\/./.test(glob.trim());
  const pathspec = `:(exclude,glob)${isPath ? '' : '**/'}${pattern}`;

  return [pathspec, `${pathspec}/**`];
}

/** Returns the names of the files with three digits in a row, relative to the folder. */
function grepFolder(
  folder: string,
  name: string,
  excluded: readonly string[],
  ...options: readonly string[]
) {
  const git = spawnSync(
    'git',
    [...PLAIN_OUTPUT, ...GREP, ...options, '[0-9]{3}', '--', '.', ...excluded],
    {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: MAX_LIST_BYTES,
    },
  );

  if (git.error)
    throw new InputError(
      'Audit needs git to read a folder. Pass files instead.',
    );

  const said = git.stderr.toString();
  const isListed = git.status === 0 || git.status === 1;
  if (!isListed) throw new InputError(`git can't read ${name}: ${said.trim()}`);

  const denied = said.matchAll(/(?<!access )'(.*)': Permission denied$/gm);

  return {
    files: splitNames(git.stdout),
    unreadable: [...new Set(Array.from(denied, ([, file = '']) => file))],
  };
}

/** Splits a list whose items each end with NUL. */
function splitNames(list: Buffer): Buffer[] {
  const names: Buffer[] = [];
  let start = 0;

  for (
    let end = list.indexOf(0);
    end >= 0;
    start = end + 1, end = list.indexOf(0, start)
  )
    names.push(list.subarray(start, end));

  return names;
}

/** Returns the path as a text, or as bytes if the name is no UTF-8. */
function joinBytes(folder: string, file: Buffer): string | Buffer {
  const text = file.toString();
  if (Buffer.from(text).equals(file)) return join(folder, text);

  return Buffer.concat([Buffer.from(`${folder}/`), file]);
}

const toAddress = (name: Buffer): string =>
  name
    .toString('latin1')
    .replace(
      /[^\w.~/@+(),=!$&'*;-]/g,
      (byte) =>
        `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
