import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import * as v from 'valibot';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type {
  CatalogueData,
  CommonCode,
  Confidence,
  Entry,
  GuideRecord,
  Provider,
  Source,
} from '../data/schema.ts';
import * as schemas from '../data/schema.ts';
import { getConfirmedTitles } from '../lib/catalogue/entry-names.ts';
import { packQuestions } from '../lib/catalogue/find-guide.ts';
import { addInverseRelations } from '../lib/catalogue/relations.ts';
import {
  createEntryKey,
  GUIDES_API,
  STATES_API,
} from '../lib/core/entry-key.ts';
import { getOrInsert } from '../lib/core/get-or-insert.ts';
import { CACHE_FOLDER, storeFile } from './cache-folder.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { rateConfidence } from './rate-confidence.ts';
import {
  findSourceProblems,
  getLastRead,
  type SourceData,
} from './sources/compare.ts';

const ROOT = join(import.meta.dirname, '..');
const DRAFT_PROBLEM =
  'is a draft that a program made. Write class, meaning, verdict, next and the claim’s `says` from its page, then delete `draft`';

/** The files that hold no entries of a provider. */
const OTHER_FILES: ReadonlySet<string> = new Set([
  'accepted-differences.yaml',
  'code-questions.yaml',
  'consoles.yaml',
  'guides.yaml',
  'most-common-codes.yaml',
  'preflight.yaml',
  'providers.yaml',
  'sources.yaml',
  'states.yaml',
]);

/** Valibot's names of types, for somebody who is new to YAML. */
const TYPES: Readonly<Record<string, string>> = {
  Object: 'a record (lines of “name: value”)',
  Array: 'a list (lines that begin with “- ”)',
  string: 'a text in quotes',
  null: 'empty',
};

type Path = readonly (string | number)[];

type YamlFile = ReturnType<typeof readYaml>;

/** All problems of `data/`, one on each line: `data/meta/cloud.yaml:12 meta/cloud/131047 next: must not be empty`. */
export class CatalogueError extends Error {
  constructor(problems: readonly string[]) {
    super(
      `The catalogue has ${problems.length} problem(s):\n${problems.map((p) => `  ${p}`).join('\n')}`,
    );
    this.name = 'CatalogueError';
  }
}

const kept = new Map<string, CatalogueData>();
/** Without a folder, reads this project's, once. @throws CatalogueError with file, line, record and field of each problem. */
export const readCatalogue = (dir?: string): CatalogueData =>
  dir
    ? readData(dir).catalogue
    : getOrInsert(kept, '', () => readData().catalogue);

/** Returns the issues of a file, of each draft only that it is one. */
function findSchemaProblems(
  issues: readonly v.BaseIssue<unknown>[],
): { path: Path; message: string; record: string | undefined }[] {
  const drafts = new Set<unknown>();

  return issues.flatMap(({ path: items = [], message }) => {
    const path = items.map(({ key }) => key as string | number);
    const records = items.map(({ value }) => Object(value));
    const [, own] = records;

    const record: string | undefined = records
      .map(({ code, id, name }) => code ?? id ?? name)
      .findLast(Boolean);

    if (!own?.draft) return [{ path, message, record }];
    if (drafts.has(own)) return [];

    drafts.add(own);

    return [
      {
        path: [...path.slice(0, 2), 'draft'],
        message: DRAFT_PROBLEM,
        record,
      },
    ];
  });
}

export function readData(dir: string = join(ROOT, 'data')) {
  const problems: string[] = [];

  const report = (file: YamlFile, path: Path, what: string, record = '') => {
    const field = path.join('.').replace(/^(?:entries\.)?\d+\.?/, '');
    problems.push(
      `${[`${file.name}:${file.lineOf(path)}`, record, field].filter(Boolean).join(' ')}: ${what}`,
    );
  };

  function checked<T>(
    file: YamlFile,
    schema: v.GenericSchema<unknown, T>,
  ): T | null {
    // A list inherits a method `entries`, so Valibot would complain about that.
    const isHeadless =
      Array.isArray(file.value) && schema.type === 'strict_object';

    const value = isHeadless ? { entries: file.value } : file.value;
    const result = v.safeParse(schema, value, { message: describeSchemaIssue });
    if (result.success) return result.output;

    // `readYaml` has reported a file that is not YAML.
    const found = value === undefined ? [] : findSchemaProblems(result.issues);

    for (const { path, message, record } of found)
      report(file, path, message, record);

    return null;
  }

  const readList = <T>(name: string, schema: v.GenericSchema<unknown, T>) => {
    const file = readYaml(dir, name, problems);
    return [checked(file, v.array(schema)) ?? [], file] as const;
  };

  const [records] = readList('sources.yaml', schemas.sourceRecordSchema);

  const [accepted] = readList(
    'accepted-differences.yaml',
    schemas.acceptedDifferenceSchema,
  );

  const readRecord = <T>(
    name: string,
    schema: v.GenericSchema<unknown, Record<string, T>>,
  ): Record<string, T> => checked(readYaml(dir, name, problems), schema) ?? {};

  const reads = readRecord('source-reads.json', schemas.sourceReadsSchema);
  const links = readRecord('source-links.json', schemas.linkRecordsSchema);

  const [providers] = readList('providers.yaml', schemas.providerSchema);
  const [consoles] = readList('consoles.yaml', schemas.consoleSchema);

  const [mostCommon, mostMetFile] = readList(
    'most-common-codes.yaml',
    schemas.commonCodeSchema,
  );

  const [guides, guidesFile] = readList('guides.yaml', schemas.guideSchema);
  const [codeQuestions] = readList('code-questions.yaml', v.string());

  const [stateRecords, statesFile] = readList(
    'states.yaml',
    schemas.stateFieldSchema,
  );

  const rate = createRater(records, providers);
  const states = stateRecords.map((field) => toStateField(field, rate));

  const preflightFile = readYaml(dir, 'preflight.yaml', problems);
  const preflight = checked(preflightFile, schemas.preflightSchema);

  const entries: Entry[] = [];
  const lines = new Map<Entry, (field: string) => string>();

  for (const name of listEntryFiles(dir, mostCommon)) {
    const file = readYaml(dir, name, problems);
    const content = checked(file, schemas.entryFileSchema);
    if (!content) continue;

    const { provider, api } = content;
    if (name !== `${provider}/${api}.yaml`)
      report(file, ['provider'], `the file must be ${provider}/${api}.yaml`);

    content.entries.forEach((record, at) => {
      const entry: Entry = {
        ...record,
        provider,
        api,
        key: createEntryKey({ provider, api, ...record }),
        confidence: rate(record, provider),
      };

      entries.push(entry);

      lines.set(
        entry,
        (field) =>
          `${file.name}:${file.lineOf(['entries', at, ...field.split('.')])} ${entry.key} ${field}`,
      );
    });
  }

  // Do not check references into a file that failed to load, or has another name.
  if (problems.length > 0 || !preflight) throw new CatalogueError(problems);

  const { version } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as {
    version: string;
  };

  const sources = records.map(
    ({ read: _, unreadable: __, ...source }): Source => ({
      ...source,
      seen: getLastRead(source, reads),
    }),
  );

  const sourceData: SourceData = {
    entries,
    sources: records,
    accepted,
    reads,
    links,
  };

  const listed = providers.map((provider) => ({
    ...provider,
    apis: provider.apis.map((api) => ({
      ...api,
      list: api.list ?? findOwnList(provider, api.id, entries, sources),
    })),
  }));

  const about = {
    providers: listed,
    consoles,
    mostCommon,
    guides: guides.map((guide) => toGuideEntry(guide, rate)),
    questions: packQuestions(
      guides.map(({ title, asked }) => [title, ...Object.values(asked).flat()]),
      [...codeQuestions, ...entries.flatMap(getMetaNames)],
    ),
    stateFields: states.map(({ field }) => field),
    stateEntries: states.flatMap(({ own }) => own),
    preflight,
  };

  const deadLinks = Object.fromEntries(
    Object.entries(links).flatMap(([url, { gone }]) =>
      gone ? [[url, gone]] : [],
    ),
  );

  const data: CatalogueData = {
    version,
    entries,
    sources,
    deadLinks,
    ...about,
  };

  for (const { entry, field, what } of checkCatalogue(data)) {
    problems.push(`${lines.get(entry)?.(field) ?? entry.key}: ${what}`);
  }

  const expectIn =
    (known: ReadonlySet<string>, kind: string) =>
    (file: YamlFile, path: Path, ids: string[]) => {
      for (const id of ids)
        if (!known.has(id)) report(file, path, `unknown ${kind} "${id}"`);
    };

  const explained = [...entries, ...about.guides, ...about.stateEntries];

  const expectEntries = expectIn(
    new Set(explained.map(({ key }) => key)),
    'entry',
  );

  const expectSources = expectIn(
    new Set(sources.map(({ id }) => id)),
    'source',
  );

  for (const [at, { key }] of mostCommon.entries())
    expectEntries(mostMetFile, [at, 'key'], [key]);

  for (const [at, { codes, claims }] of guides.entries()) {
    expectEntries(guidesFile, [at, 'codes'], codes);
    const cited = claims.map(({ source }) => source);
    expectSources(guidesFile, [at, 'claims'], cited);
  }

  states.forEach(({ field, source }, at) => {
    const keys = field.values.map(({ key }) => key);
    expectEntries(statesFile, [at, 'values'], keys);
    expectSources(statesFile, [at, 'source'], [source]);
  });

  for (const [at, { code }] of preflight.rules.entries())
    expectEntries(preflightFile, ['rules', at, 'code'], code ? [code] : []);

  problems.push(...findSourceProblems(sourceData));
  if (problems.length > 0) throw new CatalogueError(problems);

  const catalogue: CatalogueData = {
    ...data,
    entries: addInverseRelations(entries),
  };

  return { catalogue, sourceData };
}

/** Returns the message of an issue without a message of its own. */
function describeSchemaIssue({
  expected,
  received,
  issues,
}: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'unknown field; see docs/adding-a-code.md';
  if (received === 'undefined') return 'missing';

  const parts = issues
    ?.filter(({ path }) => path)
    .map((part) => `${v.getDotPath(part)}: ${part.message}`);

  if (parts?.length) return [...new Set(parts)].join('; ');

  const wanted =
    expected?.replace(/^\((.+)\)$/, 'one of $1').replaceAll(' | ', ', ') ??
    'a whole number';

  return `must be ${TYPES[wanted] ?? wanted}, but is ${TYPES[received] ?? received}`;
}

const getMetaNames = (entry: Entry): readonly string[] =>
  entry.provider === 'meta'
    ? [entry.title, ...(entry.aliases ?? []), ...getConfirmedTitles(entry)]
    : [];

type Rate = (
  record: Pick<Entry, 'claims' | 'checked'>,
  provider: string,
) => Confidence;

/** Returns a function that rates an entry of a provider by its sources. */
function createRater(
  sources: readonly Source[],
  providers: readonly Provider[],
): Rate {
  const byId = new Map(sources.map((source) => [source.id, source]));

  const publishersOf = new Map(
    providers.map(({ id, name, publishers = [] }) => [
      id,
      [name, ...publishers],
    ]),
  );

  return (record, provider) =>
    rateConfidence(record, {
      find: (id) => byId.get(id),
      ownPublishers: publishersOf.get(provider) ?? [],
    });
}

function toGuideEntry(
  { id, unknown, meaning, codes, asked: _, ...guide }: GuideRecord,
  rate: Rate,
): Entry {
  const named = { provider: 'meta', api: GUIDES_API, code: id };

  return {
    ...guide,
    ...named,
    key: createEntryKey(named),
    described: true,
    meaning: `${meaning} ${unknown}`,
    related: codes.map((key) => ({ key, as: 'see-also' })),
    confidence: rate(guide, 'meta'),
  };
}

/** Returns a field with the keys of its values, and an entry for each value that no list has. */
function toStateField(
  { values, source, ...field }: v.InferOutput<typeof schemas.stateFieldSchema>,
  rate: Rate,
) {
  const claims = [{ source, agrees: true }];
  const [name = ''] = field.fields;
  const own: Entry[] = [];

  const keyed = values.map(({ value, also, effect, ...texts }) => {
    const said = { value, ...(also && { also }), effect };

    if ('entry' in texts) return { ...said, key: texts.entry };

    const named = {
      provider: 'meta',
      api: STATES_API,
      code: value,
      variant: name,
    };

    const isHarmless = effect === 'works' || effect === 'none';

    const entry: Entry = {
      ...named,
      ...texts,
      key: createEntryKey(named),
      described: true,
      class: 'phone-number',
      state: true,
      verdict: isHarmless
        ? { turn: 'nobody', retry: 'no' }
        : { turn: 'you', retry: 'after-fix' },
      ...(isHarmless && { success: true as const }),
      seenIn: name,
      confidence: rate({ claims }, 'meta'),
      claims,
    };

    own.push(entry);

    return { ...said, key: entry.key };
  });

  return { field: { ...field, values: keyed }, own, source };
}

/** Returns the address of the provider's own page on which most entries of an API rest. A copy in a repository does not count. */
function findOwnList(
  { id, name }: Pick<Provider, 'id' | 'name'>,
  api: string,
  entries: readonly Entry[],
  sources: readonly Source[],
): string | undefined {
  const claims = entries.flatMap((entry) =>
    entry.provider === id && entry.api === api ? entry.claims : [],
  );

  const pages = sources.flatMap(({ id: source, publisher, url }) => {
    const isOwn =
      publisher.startsWith(name) &&
      url &&
      !url.startsWith('https://github.com/');

    return isOwn
      ? { url, count: claims.filter((claim) => claim.source === source).length }
      : [];
  });

  const [first] = pages
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

  return first?.url;
}

/** Lists the files by provider, also misnamed ones. A provider's file with the most common codes comes first, because file order breaks ties. */
function listEntryFiles(dir: string, mostMet: readonly CommonCode[]): string[] {
  const met = (name: string) => {
    const own = mostMet.filter(({ key }) =>
      key.startsWith(name.replace(/\.yaml$/, '/')),
    );
    return own.reduce((sum, { texts }) => sum + texts, 0);
  };

  const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b));

  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.ya?ml$/i.test(file) && !OTHER_FILES.has(file))
    .sort(
      (a, b) =>
        byName(dirname(a), dirname(b)) || met(b) - met(a) || byName(a, b),
    );
}

function readYaml(dir: string, name: string, problems: string[]) {
  const path = join(dir, name);
  const shown = relative(ROOT, path);
  const text = readFileSync(path, 'utf8');
  const counter = new LineCounter();
  let parsed: Document.Parsed | undefined;

  const document = () =>
    (parsed ??= parseDocument(text, { lineCounter: counter }));

  const value = readCached(text, () => {
    const { errors } = document();
    const [first] = errors;
    if (!first) return document().toJS();

    const { line } = counter.linePos(first.pos[0]);

    problems.push(
      `${shown}:${line} is not YAML: ${first.message.split(' at line')[0]}. Indent with blanks, and quote texts with “: ”`,
    );
  });

  return {
    name: shown,
    value,
    lineOf(at: Path): number {
      for (let length = at.length; length > 0; length--) {
        const node = document().getIn(at.slice(0, length), true);
        if (isNode(node) && node.range)
          return counter.linePos(node.range[0]).line;
      }

      return 1;
    },
  };
}

function readCached(text: string, read: () => unknown): unknown {
  const kept = join(
    CACHE_FOLDER,
    `${createHash('sha256').update(text).digest('hex')}.json`,
  );

  try {
    return JSON.parse(readFileSync(kept, 'utf8'));
  } catch {
    const value = read();
    if (value !== undefined) storeFile(kept, JSON.stringify(value));
    return value;
  }
}
