import type { StateEffect, StateField } from '../../../data/schema.ts';
import table from '../../../data/state-forms.json' with { type: 'json' };
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import { groupBy } from '../../core/group-by.ts';
import { getMarkKind } from '../../core/mark-kind.ts';
import { mergeSpans, type Span } from '../../core/spans.ts';
import type { DetectedCode } from '../../detect/detect-request.ts';
import type { TextContext } from '../../detect/hit.ts';
import { escapeLiteral } from '../../detect/literals.ts';
import { isMessageHeader } from '../../structure/column-role.ts';
import { FIELD_SIGN, readNameBefore } from '../../structure/field-names.ts';
import { splitLines } from '../../structure/lines.ts';
import { compileForms, expandParts } from '../../structure/notations.ts';
import { findObjectAround } from '../../structure/object-around.ts';
import { readTextLines } from '../../structure/text-tables.ts';
import { createExplanation } from '../explain/explanation.ts';
import {
  findAskedStates,
  findStateColumns,
  mayNameStates,
} from './asked-states.ts';
import { type Finding, NO_OCCURRENCE } from './finding.ts';

/** Longer texts are logs, whose states nobody asks about. */
const MAX_STATE_TEXT_UNITS = 50_000;
/** Without an object, only the fields so close count. */
const MAX_NEAR_UNITS = 400;
/** A template contains its texts, cards and buttons. */
const MAX_OBJECT_UNITS = 10_000;
const MAX_OWNERS = 10;
const MAX_QUALIFIER_UNITS = 150;
const FORMS = compileForms(table.forms, (form) =>
  expandParts(form, { sign: FIELD_SIGN }),
);
const FIELD_ENDS = table.fields.map(({ form, end }) => ({
  form,
  ends: new RegExp(expandParts(end, table.parts), 'iy'),
}));
const VALUE = new RegExp(expandParts(table.value.form, table.parts), 'iy');
const GAP = new RegExp(table.parts.gap);
const LAST_WORD = new RegExp(
  `${table.parts.gap}[${table.parts.letter}]+$`,
  'i',
);
const EFFECTS: readonly StateEffect[] = ['blocked', 'limited', 'works', 'none'];

/** Returns one form of a name or value: `Quality rating`, `qualityRating`; `Active – Low quality`, `ACTIVE_LOW_QUALITY`. */
const normalize = (text: string) =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const toPattern = (words: string, gap: string) =>
  words.split(/[ _]/).map(escapeLiteral).join(gap);
const IN_OBJECT = String.raw`${FIELD_SIGN}\{(?:[^{}]{0,200}[\s,])?["']?`;
/** `throughput.level` is in an object: `"throughput":{"level":"HIGH"`. `category=UTILITY` is a field with its value, `a…b` one before another. */
const toFieldPattern = (field: string) =>
  toPattern(field, '[ _]?')
    .replace('=', FIELD_SIGN)
    .replace('\\.', IN_OBJECT)
    .replace('…', '[^]{0,80}');

/** Longest first: `throughput.level` before `throughput`. */
const toNames = (names: readonly string[]) =>
  names
    .toSorted((one, other) => other.length - one.length)
    .map(toFieldPattern)
    .join('|');

/** `category&language` are two fields, in any order. `message_template_namespace` is a field of accounts. */
const toNearPattern = (near: string) =>
  `(?=[^]*(?<![a-z])${toFieldPattern(near).replace('&', ')(?=[^]*(?<![a-z])')}(?!_?(?:name)?space))`;

/** Returns one form of the words of a value: `active low quality`. */
const joinWords = (text: string) => text.toLowerCase().split(GAP).join(' ');

/** Returns the longest known value that begins at an offset, unless its end is in a word. */
function readValue(
  text: string,
  at: number,
  { ends, values }: { ends: RegExp; values: ReadonlySet<string> },
): string | null {
  VALUE.lastIndex = at;

  let said = VALUE.exec(text)?.[0] ?? '';

  while (said !== '') {
    ends.lastIndex = at + said.length;
    if (values.has(joinWords(said)) && ends.test(text)) return said;
    said = said.slice(0, Math.max(0, said.search(LAST_WORD)));
  }

  return null;
}

function createReader({ fields, labels, near, values }: StateField) {
  const named = values.flatMap(({ value, also = [], key, effect }) =>
    [value, ...also].map((name) => ({ name, key, effect })),
  );

  const keys = new Map(named.map((one) => [normalize(one.name), one]));
  const known = new Set(named.map(({ name }) => joinWords(name)));

  const parts = {
    ...table.parts,
    names: toNames([...fields, ...labels]),
    sign: FIELD_SIGN,
    labels: toNames(labels) || '(?!)',
  };

  // The values are looked up instead of matched.
  const forms = FIELD_ENDS.map(({ form, ends }) => ({
    pattern: new RegExp(expandParts(form, parts), 'gi'),
    ends,
    values: known,
  }));

  return {
    /** Tested first: most texts have none of these names. */
    mention: new RegExp(parts.names, 'i'),
    /** Returns the known values after these names, in the order of the text. */
    findValues(text: string) {
      const found = forms.flatMap((form) =>
        Array.from(text.matchAll(form.pattern), ({ 0: { length }, index }) => {
          const start = index + length;
          const value = readValue(text, start, form);
          return value === null ? [] : [{ from: index, start, value }];
        }).flat(),
      );

      const inOrder = found.toSorted((one, other) => one.from - other.from);
      let end = 0;

      return inOrder.filter(({ from, start, value }) => {
        if (from < end) return false;
        end = start + value.length;
        return true;
      });
    },
    names: new Set([...fields, ...labels].map(normalize)),
    /** Only questions need a pattern of all values, which takes long to compile. */
    values: named
      .toSorted((one, other) => other.name.length - one.name.length)
      .map(({ name }) => toPattern(name, table.parts.gap))
      .join('|'),
    isOf: (kind: 'template' | 'phone') =>
      near?.some((other) => other.includes(kind)),
    getState: (written: string) => keys.get(normalize(written)),
    /** Matches other fields of the object, if the field alone does not say whose state it is. */
    near: near && new RegExp(`^(?:${near.map(toNearPattern).join('|')})`, 'i'),
  };
}

type Cells = readonly string[];
type Reader = ReturnType<typeof createReader>;
const getReaders = memoize((fields: readonly StateField[]) =>
  fields.map(createReader),
);

/** With the field and value that name what is in this state: `entity_type: WABA`. */
type State = Pick<StateField['values'][number], 'key' | 'effect'> & {
  name: string;
  owner?: string | undefined;
};

const sortByEffect = (states: readonly State[]) =>
  EFFECTS.flatMap((effect) =>
    states.filter((state) => state.effect === effect),
  );

/** Explains each state once. What stops sending is first, then what limits it. Of several objects, it says which. */
function explainStates(
  states: readonly State[],
  catalogue: Catalogue,
): readonly Finding[] {
  const hasSeveral = new Set(states.map(({ owner }) => owner)).size > 1;
  const sorted = sortByEffect(states);

  return [...groupBy(sorted, ({ key }) => key)].flatMap(([key, own]) => {
    const entry = catalogue.byKey.get(key);
    const owners = hasSeveral ? own.flatMap(({ owner }) => owner ?? []) : [];
    const named = [...new Set(owners)].slice(0, MAX_OWNERS).join(', ');
    const said = named.replace(/, \w+: /g, ', ') || null;
    // `TIER_100K` shares an entry with `TIER_2K`. A translated value is no code.
    const [name = ''] = own.map((state) => state.name);
    const code = /^(?=.*[A-Z])[A-Z\d_]+$/.test(name) ? name : entry?.code;

    return entry && code
      ? [{ ...createExplanation(code, { entry, said }), ...NO_OCCURRENCE }]
      : [];
  });
}

const isOther = (names: Cells, about = names.join('\n')) =>
  FORMS.otherObject.test(about) ||
  [FORMS.otherTable, FORMS.userTable].some((form) => form.test(names.join()));
const isOfMessages = (names: string) =>
  !FORMS.numberTable.test(names) && splitLines(names).some(isMessageHeader);

/** Returns the readers of fields that are states in a table with these names. A status of messages is none. */
function selectReaders(readers: readonly Reader[], names: Cells, heading = '') {
  const about = [...names, heading].join('\n');
  if (readers.length === 0 || isOfMessages(about)) return [];

  const hasOther = isOther(names, about);

  return readers.filter(({ near }) =>
    near
      ? near.test(about) && !hasOther
      : !FORMS.otherObject.test(names[0] ?? ''),
  );
}

/** Finds the columns whose headers are fields of states, and returns a reader of its rows. */
export function createStateReader(
  headers: Cells,
  catalogue: Catalogue,
  rows: readonly Cells[] = [],
) {
  const names = headers.map(normalize);

  const named = getReaders(catalogue.stateFields).filter((one) =>
    names.some((name) => one.names.has(name)),
  );

  const known = selectReaders(named, headers).flatMap(
    ({ names: own, getState }) =>
      names.flatMap((name, at) => {
        // A column of codes can have the name of a field.
        const isCode = (cell = '') => /\d{3}/.test(cell) && !getState(cell);
        return own.has(name) && !rows.some((row) => isCode(row[at]))
          ? [{ at, getState }]
          : [];
      }),
  );

  const mayBeOwn = !isOther(headers) && !isOfMessages(headers.join('\n'));

  const columns =
    known.length === 0 && mayBeOwn
      ? findStateColumns(headers, rows, getReaders(catalogue.stateFields)).map(
          ({ at, reader: { getState } }) => ({ at, getState }),
        )
      : known;

  return {
    columns: columns.map(({ at }) => at),
    /** Returns the states of a row. What stops sending is first. */
    read: (readCell: (at: number) => string) =>
      sortByEffect(
        columns.flatMap(({ at, getState }) => getState(readCell(at)) ?? []),
      ),
  };
}

/** Finds the states in a text of a console that stop or limit sending, each as the value of its field. */
export function findPageStates(
  text: string,
  context: TextContext,
  catalogue: Catalogue,
): DetectedCode[] {
  const {
    around = '',
    header = '',
    heading = '',
    row = '',
    isConsole,
  } = context;

  // The fields of data need no label on the page.
  const isData = /["'\x60]\s{0,9}[:=]/.test(text);
  if (!isConsole || !(around || isData)) return [];

  const name = context.header || context.label;

  const said =
    name && !isData
      ? `${name.replace(/\s{0,9}[:：]$/, '')}: ${text.trimStart()}`
      : text;

  const lines = splitLines(around.replaceAll('\t', '\n'));

  const names = lines.flatMap(
    (line) => line.replace(FORMS.noName, '').trim() || [],
  );

  const [first = ''] = names;

  const findRowKind = () => {
    // The first header shows what the rows of a table are, or else its heading, or all headers.
    if (!FORMS.neutralHeader.test(first)) return FORMS.object.exec(first);

    const isPlain = names.every(
      (one) => FORMS.neutralHeader.test(one) || FORMS.object.test(one),
    );

    const own = isPlain
      ? (FORMS.templateRow.exec(row) ?? FORMS.ownHeader.exec(names.join('\n')))
      : null;

    return FORMS.object.exec(heading) ?? (own?.[1] && heading ? null : own);
  };

  const [kind, template] =
    (names.includes(header)
      ? findRowKind()
      : FORMS.object.exec([name, ...names, heading].join('\n'))) ?? [];

  const isOfKind = ({ isOf }: Reader) =>
    isOf('template') ? template || isOf('phone') : !template;

  const readers = selectReaders(
    getReaders(catalogue.stateFields),
    [...names, name ?? ''],
    heading,
  ).filter((reader) => !reader.near || (kind && isOfKind(reader)));

  const isLast = ({ end }: Span) =>
    /^\s{0,9}(?:$|[\n\t])/.test(said.slice(end, end + 20));

  const shift = text.length - said.length;

  const found = isData
    ? findFields(text, catalogue, false)
    : findValues(said, readers).filter(isLast);

  const codes = found.flatMap(
    ({ key, effect, start, end }): DetectedCode | [] => {
      const entry = /blocked|limited/.test(effect) && catalogue.byKey.get(key);
      if (!entry) return [];

      const meanings = [{ key: entry.key, mark: getMarkKind(entry), score: 1 }];
      const own = { start: start + shift, end: end + shift, code: entry.code };

      return {
        ...own,
        subcode: null,
        confidence: 1,
        meanings,
      };
    },
  );

  return mergeSpans(codes);
}

/** Returns the states of a text, with the ranges of their values, and where their fields begin. */
const findValues = (text: string, readers: readonly Reader[]) =>
  readers.flatMap((reader) => {
    const found = reader.mention.test(text) ? reader.findValues(text) : [];

    return found.flatMap(({ from, start, value }) => {
      const [state, end] = [reader.getState(value), start + value.length];
      const name = /^\p{L}*/u.exec(text.slice(from, start))?.[0] ?? '';
      const isWord = reader.names.has(normalize(name));

      const before = isWord
        ? text.slice(Math.max(0, from - MAX_QUALIFIER_UNITS), from)
        : '';

      return state && !FORMS.qualifier.test(before)
        ? [
            {
              ...state,
              reader,
              from,
              start,
              end,
            },
          ]
        : [];
    });
  });

/** Returns true if nothing is around a field, or only the statuses of other objects and ids. Bare words are a question. */
function isAlone(text: string, { start, end }: Span, { getState }: Reader) {
  if (text.length > MAX_OBJECT_UNITS) return false;

  const isObject = /^[\s[]{0,9}\{/.test(text);
  const around = `${text.slice(0, start)} ${text.slice(end)}`;
  const rest = isObject ? around.replace(FORMS.plainMember, '') : around;
  if (/[\p{L}\p{N}]/u.test(rest)) return false;
  if (!isObject) return /[^\p{L}\p{N} ]/u.test(text.trim());

  const values = Array.from(
    text.matchAll(FORMS.statusValue),
    ([, value = '']) => value,
  );

  return (
    /^(?:health_)?status/.test(text.slice(start)) && values.every(getState)
  );
}

/** Returns the own level of the object around a field, its key, and both with what is around them. Without an object, the text around. */
function readOwner(
  text: string,
  own: Span,
  object: ReturnType<typeof findObjectAround>,
) {
  const limits = {
    start: own.start - MAX_OBJECT_UNITS,
    end: own.end + MAX_OBJECT_UNITS,
  };

  const list = object && findObjectAround(text, object, limits, '{}[]');
  const around = list && text[list.start] === '[' ? list : object;
  const outer = around && findObjectAround(text, around, limits, '{}');
  const key = outer ? readNameBefore(text, around.start) : '';

  const webhook =
    outer && key === 'value' ? `${outer.before} ${outer.after}` : '';

  const before = object
    ? object.before
    : text.slice(Math.max(0, own.start - MAX_NEAR_UNITS), own.start);

  const after = object
    ? object.after
    : text.slice(own.end, own.end + MAX_NEAR_UNITS);

  const level = `${before} ${text.slice(own.start, own.end)} ${after}`;

  return { level, key, said: `"${key}":{${level} ${webhook}` };
}

/** Finds the states after fields by the object around each: `"campaign":{"status":"PAUSED"}` is of no template. If asked, a field alone is one. */
const findFields = (
  text: string,
  { stateFields }: Catalogue,
  isAsked: boolean,
) => {
  // The fields of one object are judged once.
  const owners = new Map<number, ReturnType<typeof judge>>();
  let requests: readonly RegExpExecArray[] | undefined;

  /** Returns the last part of the path above an offset. */
  const findPath = (at: number) => {
    requests ??= [...text.matchAll(FORMS.request)];
    return requests.findLast(({ index }) => index < at)?.[1];
  };

  const judge = (own: Span, object: ReturnType<typeof findObjectAround>) => {
    const { level, key, said } = readOwner(text, own, object);

    const names = [
      ...Array.from(level.matchAll(FORMS.fieldName), ([, name = '']) => name),
      key,
    ];

    const isOwned =
      FORMS.ownerKey.test(key) &&
      !isOther(names) &&
      !isOfMessages(names.join('\n'));

    const isTemplate =
      FORMS.templateName.test(level) &&
      (FORMS.templateLanguage.test(level) ||
        findPath(own.start) === 'message_templates');

    const owner = FORMS.owner.exec(level)?.slice(1).join(': ');

    const isOtherObject =
      text.includes('{') && FORMS.otherObject.test(names.join('\n'));

    return {
      owner,
      isOtherObject,
      isNear: memoize(
        (near: RegExp) =>
          isOwned && near.test(isTemplate ? `${said} message_template` : said),
      ),
    };
  };

  // The first record whose object is around a value says what has it.
  const nearStarts = new Set<number>();

  return findValues(text, getReaders(stateFields)).flatMap(
    ({ reader, from, ...state }) => {
      const own = { start: from, end: state.end };

      const limits = {
        start: own.start - MAX_OBJECT_UNITS,
        end: own.end + MAX_OBJECT_UNITS,
      };

      const object = findObjectAround(text, own, limits, '{}');

      const judged = getOrInsert(owners, object?.start ?? -1 - own.start, () =>
        judge(own, object),
      );

      const { near } = reader;
      const isOwn = !near && !judged.isOtherObject;

      const isNear = near && judged.isNear(near);
      if (isNear && nearStarts.has(state.start)) return [];
      if (isNear) nearStarts.add(state.start);

      const isState =
        isOwn || isNear || (isAsked && isAlone(text, own, reader));

      return isState ? [{ ...state, owner: judged.owner }] : [];
    },
  );
};

/** Finds the states of tables that name what has them: `Template | Status`. */
function findStatesBelow(text: string, catalogue: Catalogue): State[] {
  const tables = new Map<Cells, string[][]>();

  for (const { line, head, cells } of readTextLines(text, mayNameStates))
    if (head)
      getOrInsert(tables, head.cells, () => []).push(
        cells.map(({ start, end }) => line.slice(start, end).trim()),
      );

  return [...tables].flatMap(([head, rows]) => {
    const headers = head.map((cell) => cell.trim());
    const { read } = createStateReader(headers, catalogue, rows);

    return rows.flatMap((row) => read((at) => row[at] ?? ''));
  });
}

/** Finds known values after their field or label, or below it in a table, never bare words. */
export function findStates(
  text: string,
  catalogue: Catalogue,
): readonly Finding[] {
  if (text.length > MAX_STATE_TEXT_UNITS) return [];

  const fields = findFields(text, catalogue, true);
  const found: State[] = [...fields];

  const getRowReader = memoize((headers: Cells) =>
    createStateReader(headers, catalogue),
  );

  for (const { line, head, cells } of readTextLines(
    text,
    (some) => getRowReader(some).columns.length > 0,
  ))
    found.push(
      ...(head
        ? getRowReader(head.cells).read((at) =>
            line.slice(cells[at]?.start, cells[at]?.end),
          )
        : []),
    );

  if (found.length === 0)
    found.push(
      ...findStatesBelow(text, catalogue),
      ...findAskedStates(text, getReaders(catalogue.stateFields)),
    );

  const [head = '', ...values] = splitLines(text.trim());

  if (values.length > 0) {
    const { read } = createStateReader([head.trim()], catalogue);

    found.push(...values.flatMap((value) => read(() => value)));
  }

  const states = explainStates(found, catalogue);
  const [first, ...more] = states;
  const ends = new Set(fields.map(({ end }) => end));

  const isOpen =
    found.length === fields.length &&
    fields.length === states.length * ends.size;

  if (!first || more.length === 0 || !isOpen) return states;

  // Two kinds of objects have it: `Status: Pending`.
  return [
    {
      ...first,
      others: more.flatMap(({ entry }) => entry ?? []),
      ambiguous: true,
      undecided: 'variant',
    },
  ];
}

/** Puts states after the codes of a text, and drops what the engine took for one, and for a code in one of them. */
export function addStates(
  states: readonly Finding[],
  findings: readonly Finding[],
) {
  const values = new Set(states.map(({ code }) => code.toLowerCase()));

  const isState = ({ entry, undecided }: Finding) =>
    entry?.state && (undecided === 'variant' || states.length > 0);

  const codes = findings.filter(
    (one) => !isState(one) && !values.has(one.code.toLowerCase()),
  );

  return [...codes, ...states];
}
