import type { EntryKey, StateEffect, StateField } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { getOrInsert, memoize } from '../core/get-or-insert.ts';
import { getMarkKind } from '../core/mark-kind.ts';
import { mergeSpans, type Span } from '../core/spans.ts';
import type { DetectedCode } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';
import { escapeLiteral } from '../detect/literals.ts';
import { createExplanation } from '../explain/explanation.ts';
import { isMessageHeader } from '../structure/column-roles.ts';
import { createFieldPattern, FIELD_SIGN, readNameBefore } from '../structure/field-names.ts';
import { splitLines } from '../structure/lines.ts';
import { findObjectAround } from '../structure/object-around.ts';
import { readTextLines } from '../structure/text-tables.ts';
import { type Finding, NO_OCCURRENCE } from './finding.ts';

/** Longer texts are logs, whose states nobody asks about. */
const MAX_STATE_TEXT_UNITS = 50_000;
const MAX_KEY_UNITS = 40;
/** Without an object, only the fields so close count. */
const MAX_NEAR_UNITS = 400;
/** A template contains its texts, cards and buttons. */
const MAX_OBJECT_UNITS = 10_000;
const MAX_QUESTION_UNITS = 200;
const EFFECTS: readonly StateEffect[] = ['blocked', 'limited', 'works', 'none'];

/** Returns one form of a name or value: `Quality rating`, `qualityRating`; `Active – Low quality`, `ACTIVE_LOW_QUALITY`. */
const normalize = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const toPattern = (words: string, gap: string) => words.split(/[ _]/).map(escapeLiteral).join(gap);
const IN_OBJECT = String.raw`${FIELD_SIGN}\{(?:[^{}]{0,200}[\s,])?["']?`;
/** `throughput.level` is in an object: `"throughput":{"level":"HIGH"`. `category=UTILITY` is a field with its value. */
const toFieldPattern = (field: string) =>
  toPattern(field, '[ _]?').replace('=', FIELD_SIGN).replace('\\.', IN_OBJECT);

/** `category&language` are two fields, in any order. `message_template_namespace` is a field of accounts. */
const toNearPattern = (near: string) =>
  `(?=[^]*(?<![a-z])${toFieldPattern(near).replace('&', ')(?=[^]*(?<![a-z])')}(?!_?(?:name)?space))`;
/** Ranges instead of `\p{L}`, which takes a hundred times as long to compile. */
const LETTER = String.raw`a-z\d\u00c0-\u1fff\u2c00-\ud7ff`;
const WORD = `[${LETTER}_-]`;
/** A sign of a status before its name: `● Paused`. */
const BULLET = String.raw`(?:(?:[\u2190-\u2bff\ufe0f•·]|\ud83d[\udc00-\udfff]){1,3}\s{0,3})?`;

function createReader({ fields, labels, near, values }: StateField) {
  const keys = new Map(
    values.flatMap(({ value, also = [], key, effect }) =>
      [value, ...also].map((said) => [normalize(said), { said, key, effect }] as const),
    ),
  );
  const said = [...keys.values()].map((one) => toPattern(one.said, String.raw`[\s_/–-]{1,3}`));
  const value = said.sort((one, other) => other.length - one.length).join('|');
  const names = [...fields, ...labels].map(toFieldPattern).join('|');
  const label = `(?:${labels.map(toFieldPattern).join('|') || '(?!)'})`;
  const shown = `${BULLET}(?:${value})`;
  // A page prints the value below or beside its label, behind a dash, where it ends its line, or in an adjacent element.
  const dash = String.raw`\s{1,9}[·•–—-]\s{1,9}(?=${shown}\s{0,9}(?![^\n\t|,;]))`;
  const adjacent = String.raw`(?<=(?:^|:)[^${LETTER}]{0,9})${label}\s{0,9}(?=${shown}[^${LETTER}]{0,9}$)`;
  const before = String.raw`(?:${names})${FIELD_SIGN}|${label}(?:\s{0,9}[\n\t|]\s{0,9}|${dash})|${adjacent}`;
  return {
    /** Tested first: the engine compiles a pattern at its first use, and `pattern` is long. */
    mention: new RegExp(names, 'i'),
    pattern: new RegExp(`(?<!${WORD})(?:${before})${BULLET}(${value})(?!${WORD})`, 'gi'),
    names: new Set([...fields, ...labels].map(normalize)),
    isOf: (kind: 'template' | 'phone') => near?.some((other) => other.includes(kind)),
    getState: (written: string) => keys.get(normalize(written)),
    /** Matches other fields of the object, if the field alone does not say whose state it is. */
    near: near && new RegExp(`^(?:${near.map(toNearPattern).join('|')})`, 'i'),
  };
}

type Cells = readonly string[];
type Reader = ReturnType<typeof createReader>;

const getReaders = memoize((fields: readonly StateField[]) => fields.map(createReader));
const getFieldNames = memoize(
  (fields: readonly StateField[]) => new Set(getReaders(fields).flatMap(({ names }) => [...names])),
);

interface State {
  key: EntryKey;
  effect: StateEffect;
  owner?: string | undefined;
}

const sortByEffect = (states: readonly State[]) =>
  EFFECTS.flatMap((effect) => states.filter((state) => state.effect === effect));

/** Explains each state once. What stops sending is first, then what limits it. */
function explainStates(states: readonly State[], catalogue: Catalogue): readonly Finding[] {
  const sorted = sortByEffect(states);
  return [...new Set(sorted.map(({ key }) => key))].flatMap((key) => {
    const entry = catalogue.byKey.get(key);
    const named = sorted.flatMap(({ key: own, owner }) => (own === key && owner ? owner : []));
    const said = named.length > 0 ? `entity_type: ${[...new Set(named)].join(', ')}` : null;
    return entry ? [{ ...createExplanation(entry.code, { entry, said }), ...NO_OCCURRENCE }] : [];
  });
}

const NUMBER_HEADER = /quality|display[ _]?name|verified[ _]?name|messaging[ _]?limit/i;
const OTHER_OBJECT =
  /(?<![a-z])(?:(?:[ck]ampa\S{1,5}|broadcast)s?(?![a-z]|_(?!id|name))|(?:order|pedido|ticket|lead|call)s?(?:[ _](?:s?id|no|number))?(?:[ .:]|$)(?! ?[a-z]))|^scheduled/im;
/** Messages, broadcasts of a template, unlike a template with its rates, and contacts. */
const OTHER_TABLE =
  /^(?=.*phone).*template|^(?!.*rate).*recipients|^(?!.*quality)(?=.*whatsapp.number)(?:.*,)?name(?:,|$)/i;
const isOther = (names: Cells, about = names.join('\n')) =>
  OTHER_OBJECT.test(about) || OTHER_TABLE.test(names.join());
const isOfMessages = (names: string) =>
  (!NUMBER_HEADER.test(names) || /recipient(?!s)/i.test(names)) && splitLines(names).some(isMessageHeader);

/** Returns the readers of fields that are states in a table with these names. A status of messages is none. */
function selectReaders(names: Cells, { stateFields }: Catalogue, heading = '') {
  const about = [...names, heading].join('\n');
  if (isOfMessages(about)) return [];
  const hasOther = isOther(names, about);
  return getReaders(stateFields).filter(({ near }) => !near || (near.test(about) && !hasOther));
}

/** Finds the columns whose headers are fields of states, and returns a reader of its rows. */
export function createStateReader(headers: Cells, catalogue: Catalogue, rows: readonly Cells[] = []) {
  const names = headers.map(normalize);
  const isField = (name: string) => getFieldNames(catalogue.stateFields).has(name);
  const readers = names.some(isField) ? selectReaders(headers, catalogue) : [];
  const columns = readers.flatMap(({ names: own, getState }) =>
    names.flatMap((name, at) => {
      // A column of codes can have the name of a field.
      const isCode = (cell = '') => /\d{3}/.test(cell) && !getState(cell);
      return own.has(name) && !rows.some((row) => isCode(row[at])) ? [{ at, getState }] : [];
    }),
  );
  return {
    columns: columns.map(({ at }) => at),
    read: (readCell: (at: number) => string) =>
      sortByEffect(columns.flatMap(({ at, getState }) => getState(readCell(at)) ?? [])),
  };
}

const OBJECT =
  /(template|plantilla|mod[eè]ll?[eo]s?(?![a-zà-ÿ])|vorlage)|(?:ph|f)one|^n[uú]m[be]|sender|waba|whatsapp|(?:display|verified)[ _]?name|qualit|qualidad|calidad|limit/im;
/** What only tables of templates or numbers have. */
const OWN_HEADER =
  /(template|plantilla|modelo|vorlage)|quality[ _]rating|classificação|calificación|qualitätsb|messaging[ _]limit/i;
const NEUTRAL_HEADER =
  /^(?:(?:friendly )?name|nome|nombre|nama|id|#|(?:account|channel|client|business|inbox|app|country|company)(?: name)?|created(?: (?:at|on))?|title|date|waba|last (?:edited|updated)|categor(?:y|ia|ía)|language|idioma|status|estado|type|actions?|tags?)$/i;

/** Finds the states in a text of a console that stop or limit sending, each as the value of its field. */
export function findPageStates(text: string, context: TextContext, catalogue: Catalogue): DetectedCode[] {
  const { around = '', header = '', heading = '', isConsole } = context;
  // The fields of data need no label on the page.
  const isData = /["'\x60]\s{0,9}[:=]/.test(text);
  if (!isConsole || !(around || isData)) return [];
  const name = context.header || context.label;
  const said = name && !isData ? `${name.replace(/\s{0,9}[:：]$/, '')}: ${text.trimStart()}` : text;
  const readName = (line: string) =>
    line.replace(/^select .*|[:：].*|^.{41,}|[\s\u2190-\u2bff]{1,9}$/i, '').trim() || [];
  const names = splitLines(around.replaceAll('\t', '\n')).flatMap(readName);
  const [first = ''] = names;
  const findRowKind = () => {
    // The first header shows what the rows of a table are, or else its heading, or all headers.
    if (!NEUTRAL_HEADER.test(first)) return OBJECT.exec(first);
    const isPlain = names.every((one) => NEUTRAL_HEADER.test(one) || OBJECT.test(one));
    const own = isPlain ? OWN_HEADER.exec(names.join('\n')) : null;
    return OBJECT.exec(heading) ?? (own?.[1] && heading ? null : own);
  };
  const [kind, template] =
    (names.includes(header) ? findRowKind() : OBJECT.exec([name, ...names, heading].join('\n'))) ?? [];
  const isOfKind = ({ isOf }: Reader) => (isOf('template') ? template || isOf('phone') : !template);
  const readers = selectReaders([name ?? '', ...names], catalogue, heading).filter(
    (reader) => !reader.near || (kind && isOfKind(reader)),
  );
  const isLast = (_: unknown, { end }: Span) => /^\s{0,9}(?:$|[\n\t])/.test(said.slice(end, end + 20));
  const found = isData ? findFields(text, catalogue, false) : findValues(said, readers, isLast);
  const codes = found.flatMap(({ key, effect, start, end }): DetectedCode | [] => {
    const entry = /blocked|limited/.test(effect) && catalogue.byKey.get(key);
    if (!entry) return [];
    const own = { start: start + text.length - said.length, end: end + text.length - said.length };
    const meanings = [{ key: entry.key, mark: getMarkKind(entry), score: 1 }];
    return { ...own, code: entry.code, subcode: null, confidence: 1, meanings };
  });
  return mergeSpans(codes);
}

/** The entity before its `can_send_message` in `health_status`. */
const ENTITY = /"entity_type"\s*:\s*"(\w+)"[^{}]*$/;
/** Returns the states of a text, with the ranges of their values. `isState` gets the range of field and value. */
const findValues = (text: string, readers: Reader[], isState: (reader: Reader, own: Span) => boolean) =>
  readers.flatMap((reader) =>
    (reader.mention.test(text) ? [...text.matchAll(reader.pattern)] : []).flatMap(
      ({ 0: said, 1: value = '', index }) => {
        const [state, end] = [reader.getState(value), index + said.length];
        const owner = ENTITY.exec(text.slice(Math.max(0, index - MAX_NEAR_UNITS), index))?.[1];
        const isOwn = state && isState(reader, { start: index, end });
        return isOwn ? [{ ...state, owner, start: end - value.length, end }] : [];
      },
    ),
  );

const KEY = createFieldPattern(String.raw`([\p{L}_][\p{L}\p{N}_ ]{0,39})`, '', 'gu');
/** What objects with a state are under: names of numbers, accounts and templates, ids, and names that every API has. */
const OWNER_KEY =
  /^\d*$|(?:ph|f)one|number|sender|waba|whats|templ|plantilla|modelo|vorlage|^(?:data|value|results?|response|body|payload|items?|records?|rows|list|nodes?|channels?|changes|entry)$/i;
/** The answer to `GET /{id}?fields=status` has the id too. */
const ID_OR_DATA = /"id"\s{0,9}:\s{0,9}"?\d{10,20}\b|"data"\s{0,9}:/g;

/** Returns true if nothing is around a field, or around the status of an object with its id. Bare words are a question. */
function isAlone(text: string, { start, end }: Span) {
  if (text.length > MAX_QUESTION_UNITS || !/[^\p{L}\p{N} ]/u.test(text.trim())) return false;
  const isObject = /^[\s[]{0,9}\{/.test(text);
  const around = `${text.slice(0, start)} ${text.slice(end)}`;
  if (isObject && !/^(?:health_)?status/.test(text.slice(start))) return false;
  return !/[\p{L}\p{N}]/u.test(isObject ? around.replace(ID_OR_DATA, '') : around);
}

/** Returns the own level of the object around a field, its key, and both with what is around them. Without an object, the text around. */
function readOwner(text: string, own: Span, object: ReturnType<typeof findObjectAround>, within: Span) {
  if (!object) {
    const level = text.slice(Math.max(0, own.start - MAX_NEAR_UNITS), own.end + MAX_NEAR_UNITS);
    return { level, key: '', said: level };
  }
  const list = findObjectAround(text, object, within, '{}[]');
  const around = list && text[list.start] === '[' ? list : object;
  const outer = findObjectAround(text, around, within, '{}');
  const { start } = around;
  const key = outer ? readNameBefore(text, start) : '';
  const webhook = outer && key === 'value' ? `${outer.before} ${outer.after}` : '';
  const level = `${object.before} ${text.slice(own.start, own.end)} ${object.after}`;
  return { level, key, said: `${text.slice(Math.max(0, start - MAX_KEY_UNITS), start)}{${level} ${webhook}` };
}

/**
 * Finds the values behind fields of a number, an account or a template, by the object around the field, with its key:
 * `"campaign":{"status":"PAUSED"}` says nothing of the template beside it. The field of a webhook is around its `value`.
 *
 * @param isAsked A field without an object, or without another one, may be a state.
 */
function findFields(text: string, { stateFields }: Catalogue, isAsked: boolean) {
  const owners = new Map<number, (near: RegExp) => boolean>();
  return findValues(text, getReaders(stateFields), ({ near }, own) => {
    if (!near || (isAsked && isAlone(text, own))) return true;
    const within = { start: own.start - MAX_OBJECT_UNITS, end: own.end + MAX_OBJECT_UNITS };
    const object = findObjectAround(text, own, within, '{}');
    return getOrInsert(owners, object?.start ?? -1 - own.start, () => {
      const { level, key, said } = readOwner(text, own, object, within);
      return memoize((others: RegExp) => {
        if (!others.test(said) || !OWNER_KEY.test(key)) return false;
        const names = [...Array.from(level.matchAll(KEY), ([, name = '']) => name), key];
        return !isOther(names) && !isOfMessages(names.join('\n'));
      });
    })(near);
  });
}

/** Finds known values behind their field or label, or below it in a table, never bare words. */
export function findStates(text: string, catalogue: Catalogue): readonly Finding[] {
  if (text.length > MAX_STATE_TEXT_UNITS) return [];
  const fields = findFields(text, catalogue, true);
  const found: State[] = [...fields];
  const getRowReader = memoize((headers: Cells) => createStateReader(headers, catalogue));
  const isHead = (cells: Cells) => getRowReader(cells).columns.length > 0;
  for (const { line, head, cells } of readTextLines(text, isHead)) {
    const readCell = (at: number) => line.slice(cells[at]?.start, cells[at]?.end);
    if (head) found.push(...getRowReader(head.cells).read(readCell));
  }
  const [head = '', ...values] = splitLines(text.trim());
  const { read } = createStateReader([head.trim()], catalogue);
  found.push(...values.flatMap((value) => read(() => value)));
  const states = explainStates(found, catalogue);
  const [first, ...more] = states;
  const isOne = found.length === fields.length && fields.every(({ end }) => end === fields[0]?.end);
  if (!first || more.length === 0 || !isOne) return states;
  // Two kinds of objects have it: `Status: Pending`.
  const others = more.flatMap(({ entry }) => entry ?? []);
  return [{ ...first, others, ambiguous: true, undecided: 'variant' }];
}

/** Puts states behind the codes of a text, and drops what the engine took for a code in one of them. */
export function addStates(states: readonly Finding[], findings: readonly Finding[]) {
  if (states.length === 0) return findings;
  const values = new Set(states.map(({ code }) => code.toLowerCase()));
  const codes = findings.filter(({ code, entry }) => !entry?.state && !values.has(code.toLowerCase()));
  return [...codes, ...states];
}
