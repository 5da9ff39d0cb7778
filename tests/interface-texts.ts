import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import packed from '../data/packed-files.json' with { type: 'json' };
import type { Entry } from '../data/schema.ts';
import { GUIDES_API } from '../lib/core/entry-key.ts';
import { getMessageName, type Messages } from '../lib/core/i18n/translate.ts';

const ROOT = join(import.meta.dirname, '..');
const WORDING_FILES = ['data/wording.json', 'data/popup-words.json'];
/** Functions that take an interface text, with the index of the argument. A count has two. */
const TEXT_ARGUMENTS: Readonly<Record<string, readonly number[]>> = {
  t: [0],
  interpolate: [0],
  getMessagePlaceholder: [0],
  getBrowserText: [0],
  tPlural: [1, 2],
};

export interface InterfaceTexts {
  texts: ReadonlySet<string>;
  /** Texts of counts, by their plural form. */
  counted: ReadonlyMap<string, string>;
  /** Calls whose text cannot be determined from the source: `file:line`. */
  unclear: readonly string[];
}

/** Collects the English interface texts with the TypeScript checker. */
export function collectInterfaceTexts(): InterfaceTexts {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );

  const isOurs = (file: string) =>
    /^(lib|components|entrypoints|build)\//.test(file.slice(ROOT.length + 1)) &&
    !/\.test\.|fixture/.test(file);

  const program = ts.createProgram(fileNames.filter(isOurs), options);
  const checker = program.getTypeChecker();

  const [texts, counted, unclear] = [
    new Set<string>(),
    new Map<string, string>(),
    [] as string[],
  ];

  const getLiterals = (node: ts.Expression): readonly string[] => {
    const type = checker.getTypeAtLocation(node);
    const types = type.isUnion() ? type.types : [type];
    return types.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
  };

  const visitNode = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const given = (TEXT_ARGUMENTS[node.expression.text] ?? []).map(
        (at) => node.arguments[at],
      );

      const found = given.map((argument) =>
        argument && !ts.isSpreadElement(argument) ? getLiterals(argument) : [],
      );

      const [one = [], many] = found;

      for (const [at, text] of (many ?? one).entries()) {
        if (many) counted.set(text, one[at] ?? text);
        else texts.add(text);
      }

      if (
        found.some((list) => list.length === 0) &&
        !/[A-Z]_(TEXT|WORDS)|Words\b|\benglish\b/.test(node.getText())
      )
        unclear.push(
          `${node.getSourceFile().fileName.slice(ROOT.length + 1)}: ${node.getText().slice(0, 60)}`,
        );
    }

    ts.forEachChild(node, visitNode);
  };

  for (const file of program.getSourceFiles())
    if (isOurs(file.fileName)) visitNode(file);

  const words = WORDING_FILES.map((file) =>
    JSON.parse(readFileSync(join(ROOT, file), 'utf8')),
  );

  for (const [one, many] of words.flatMap((one) => [...collectPairs(one)])) {
    if (many === null) texts.add(one);
    else counted.set(many, one);
  }

  for (const { name, way } of packed) texts.add(name).add(way);

  return { texts, counted, unclear };
}

/** Returns the messages that a language needs, with the English texts. A count needs all plural categories of the language. */
export function getExpectedMessages(
  { texts, counted }: InterfaceTexts,
  language: string,
): Messages {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();

  const single = [...texts].map(
    (text) => [getMessageName(text), { message: text }] as const,
  );

  const forms = [...counted].flatMap(([many, one]) =>
    pluralCategories.map(
      (form) =>
        [
          `${getMessageName(many)}_${form}`,
          { message: form === 'one' ? one : many },
        ] as const,
    ),
  );

  return Object.fromEntries(
    [...single, ...forms].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Returns the strings of a JSON file of texts. A pair is a count. */
function collectPairs(value: unknown): [one: string, many: string | null][] {
  if (typeof value === 'string') return [[value, null]];
  if (Array.isArray(value)) return [[value[0], value[1]]];
  return Object.values(value as object).flatMap(collectPairs);
}

/** Returns a hash of the English texts from which an entry was translated. It changes if one of them changes. */
export function hashEntryTexts({
  api,
  title,
  meaning,
  next,
  steps = [],
  causes = [],
  countries = [],
}: Entry): string {
  // Only the titles of guides are translated.
  const titles = api === GUIDES_API ? [title] : [];

  const parts = [
    ...steps.map((step) => step.do),
    ...causes.flatMap((cause) => [cause.text, cause.do ?? '']),
    ...countries.flatMap((rule) => [
      rule.reason,
      rule.says ?? '',
      rule.next ?? '',
      ...(rule.steps ?? []).map((step) => step.do),
    ]),
  ];

  const text = [...titles, meaning, next, ...parts].join('\n');

  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
