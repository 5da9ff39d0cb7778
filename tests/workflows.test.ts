import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../.github/workflows');

interface Job {
  permissions?: Record<string, string>;
  container?: string;
  strategy?: { matrix: Record<string, string[]> };
  steps: {
    uses?: string;
    run?: string;
    with?: { path?: string; 'persist-credentials'?: boolean };
  }[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

describe.each(readdirSync(FOLDER))('the workflow %s', (name) => {
  const { on, permissions, jobs } = parse(
    readFileSync(join(FOLDER, name), 'utf8'),
  ) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('pins every action by its commit', () => {
    for (const { uses } of steps)
      if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  test('pins every container by its digest', () => {
    for (const { container } of Object.values(jobs))
      if (container)
        expect(container).toMatch(/^[\w.:-]+@sha256:[0-9a-f]{64}$/);
  });

  test('leaves no credentials in a checkout, and runs no package that is not in the lock file', () => {
    for (const { uses = '', run = '', with: options } of steps) {
      if (uses.startsWith('actions/checkout@'))
        expect(options?.['persist-credentials']).toBe(false);
      expect(run).not.toMatch(/\bnpx (?!--no )|\bnpm exec (?!--no )/);
    }
  });

  test('has no right to write by default, and none at all for a pull request', () => {
    expect(Object.values(permissions)).not.toContain('write');
    if ('pull_request' in on)
      for (const job of Object.values(jobs))
        expect(Object.values(job.permissions ?? {})).not.toContain('write');
    expect(on).not.toHaveProperty('pull_request_target');
  });

  test('passes no text of others into a command', () => {
    for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{/);
  });

  test('runs only commands of the project', () => {
    const { scripts } = JSON.parse(
      readFileSync(join(FOLDER, '../../package.json'), 'utf8'),
    );
    for (const { run = '' } of steps)
      for (const [, command = ''] of run.matchAll(
        /\bnpm run (?:--silent )?([\w:-]+)/g,
      ))
        expect(scripts).toHaveProperty([command]);
  });
});

test('the nightly workflow runs every part of the night', () => {
  const { jobs } = parse(
    readFileSync(join(FOLDER, 'nightly.yml'), 'utf8'),
  ) as Workflow;
  const script = readFileSync(join(FOLDER, '../../scripts/test.ts'), 'utf8');
  const [, parts = ''] = /PROJECTS[^=]*= \{(.*?)\n\}/s.exec(script) ?? [];
  expect(jobs.test?.strategy?.matrix.part).toEqual(
    [...parts.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name),
  );
});

test('a release has the decisions and vectors of the site as files of their own, with checksums', () => {
  const { jobs } = parse(
    readFileSync(join(FOLDER, 'release.yml'), 'utf8'),
  ) as Workflow;
  const { steps = [] } = jobs.build ?? {};
  const runs = steps.flatMap(({ run }) => run ?? []);
  const uploaded = steps.flatMap(
    (step) => step.with?.path?.trim().split('\n') ?? [],
  );
  for (const files of ['retry.*', 'vectors.*']) {
    const at = runs.findIndex(
      (run) => run.startsWith('cp ') && run.includes(`.output/site/${files}`),
    );
    expect(at).toBeGreaterThan(
      runs.findIndex((run) => run.includes('npm run --silent site')),
    );
    expect(
      runs.findIndex(
        (run) => run.includes('sha256sum') && run.includes(` ${files}`),
      ),
    ).toBeGreaterThan(at);
    expect(uploaded).toContain(`.output/${files}`);
  }
});
