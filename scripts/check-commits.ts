// Fails if a commit is not written as CONTRIBUTING.md says: `type(scope): what changes`, at most 72 characters, and a body.
import { spawnSync } from 'node:child_process';
import { ROOT } from '../build/run.ts';

/** The last commit before the rule was checked. */
const LAST_UNCHECKED = '7dbb81372d6c5cf3180391513ba08486a22511d6';
const MAX_SUBJECT_LENGTH = 72;

/** Merges are left out: git writes their texts. A revert that git writes has a body, which names what it reverts. */
const TYPES = [
  'build',
  'chore',
  'ci',
  'docs',
  'feat',
  'fix',
  'perf',
  'refactor',
  'revert',
  'style',
  'test',
];
const SUBJECT = new RegExp(`^(?:${TYPES.join('|')})(?:\\([^)]+\\))?!?: \\S`);

const git = (...args: string[]) =>
  spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });

interface Commit {
  hash: string;
  subject: string;
  body: string;
}

/** Returns the commits to check, newest first, or null where the history does not reach back: in a shallow clone, or without git. */
function readCommits(): readonly Commit[] | null {
  const range = `${LAST_UNCHECKED}..HEAD`;
  const format = '--format=%h%x1f%s%x1f%b%x1e';
  const { status, stdout } = git('log', '--no-merges', format, range);
  if (status !== 0) return null;

  return stdout
    .split('\x1e')
    .map((record) => record.trim().split('\x1f'))
    .filter(([hash]) => hash)
    .map(([hash = '', subject = '', body = '']) => ({ hash, subject, body }));
}

function findProblems({ subject, body }: Commit): string[] {
  const problems: string[] = [];

  if (!SUBJECT.test(subject))
    problems.push('does not begin with a type, such as "fix(card): "');

  if (subject.length > MAX_SUBJECT_LENGTH)
    problems.push(
      `has ${subject.length} characters, of at most ${MAX_SUBJECT_LENGTH}`,
    );

  if (body.trim() === '') problems.push('has no body with the reason');

  return problems;
}

const commits = readCommits();

if (commits === null) {
  console.log('Commits are not checked: the history is not complete here.');
} else {
  const problems = commits.flatMap((commit) =>
    findProblems(commit).map(
      (problem) => `${commit.hash} "${commit.subject}" ${problem}`,
    ),
  );

  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
