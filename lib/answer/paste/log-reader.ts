import type { Catalogue } from '../../catalogue/catalogue.ts';
import { getCodeIndex } from '../../catalogue/get-code-index.ts';
import { getOrInsert, memoize } from '../../core/get-or-insert.ts';
import { isConfident, REPORT_CONFIDENCE } from '../../detect/detect.ts';
import type { TextContext } from '../../detect/hit.ts';
import { isStatusReason } from '../../detect/http-status.ts';
import { createShapeMemory } from '../../detect/shapes/detect-in-records.ts';
import {
  detachText,
  findCurrentKind,
  type RecordKind,
} from '../../detect/shapes/shape.ts';
import { countLineBreaks } from '../../structure/lines.ts';
import { getDigits } from '../../structure/record-shape.ts';
import { type RecordForm, splitIntoRecords } from '../../structure/records.ts';
import { extractMessageContext } from '../explain/message-context.ts';
import { getCountryRules } from '../plan/country-rules.ts';
import { findRecipientCountry } from '../plan/recipient.ts';
import {
  createFindingCollector,
  createTruncatedFinding,
  type Finding,
  isTruncated,
  type Occurrence,
} from './finding.ts';
import { findJsonSyntaxError } from './json-syntax-error.ts';
import { explainFailures, type TextFinding } from './text-findings.ts';
import { decodeDump, unescapePaste } from './unescape.ts';
import { getWordingIndex, isPartOfWording } from './wording-index.ts';

/** A record that is kept, or the last of several that are only counted. */
interface KeptRecord {
  /** Position among all records. */
  sequence: number;
  text: string;
  /** The line in which it begins. */
  line: number;
  /** False if its text has other lines than the log. */
  keepsLines: boolean;
  count: number;
}

/** The records of one kind: the first ones, and those that are only counted. */
interface KindRecords {
  kept: KeptRecord[];
  /** By the country of the recipient, where that changes the verdict; else under ''. */
  counted: Map<string, KeptRecord>;
  dependsOnCountry: boolean;
}

interface KindState {
  /** Number of records that are still to come, and of those that wait to be counted with one of them. */
  left: number;
  waiting: number;
  /** True if all its findings have as many places as they keep. */
  isFull: boolean;
}

/** As many as a finding has places. */
const MAX_KEPT = 100;
/** Kinds that are remembered. Ordinary logs have some hundreds. */
const MAX_KINDS = 30_000;
const NO_COUNTRY = '';
const MAX_UNRELEASED_UNITS = 1 << 21;

/**
 * Reads a log in one pass and in the memory of its kinds of records. The verdicts
 * are those of all that was read so far: a line that decides late counts for the
 * records above it, too.
 */
export function createLogReader(
  head: string,
  form: RecordForm,
  catalogue: Catalogue,
  context: TextContext,
  maxKinds = MAX_KINDS,
) {
  const findPhrases = getWordingIndex(catalogue);
  const records = new Map<RecordKind, KindRecords>();
  let memory = createMemory();
  /** What was found before the memory was full. */
  let earlier: readonly Finding[] = [];
  let sequence = 0;
  let line = 1;
  let droppedCount = 0;
  /** The last record so far, which the next text may continue. */
  let open = '';
  let unreleased = 0;

  function createMemory() {
    return createShapeMemory({
      head,
      form,
      index: getCodeIndex(catalogue),
      context,
      minConfidence: REPORT_CONFIDENCE,
      decode: (text) => decodeDump(unescapePaste(text)),
    });
  }

  /** At this number of kinds, keeps their findings and forgets the kinds: their verdicts are final. */
  function startAfresh(): void {
    memory.settle();
    earlier = collectFindings(false);
    records.clear();
    memory = createMemory();
  }

  function addRecord(raw: string): void {
    if (records.size >= maxKinds) startAfresh();

    const kind = memory.add(raw);
    const own = getOrInsert(records, kind, createKindRecords);
    const isKept = own.kept.length < MAX_KEPT;
    const record = isKept ? createRecord() : findCounted(kind, own);
    const text = memory.lastText;

    record.sequence = sequence++;
    record.line = line;
    record.text = isKept ? detachText(text) : text;
    record.keepsLines =
      text === raw || countLineBreaks(text) === countLineBreaks(raw);
    record.count++;

    if (!isKept) return;

    own.kept.push(record);

    if (own.kept.length === MAX_KEPT)
      own.dependsOnCountry = dependsOnCountry(record, kind);
  }

  /** Returns the record with which one that is not kept is counted. */
  function findCounted(kind: RecordKind, own: KindRecords): KeptRecord {
    const country = own.dependsOnCountry
      ? findCountry(memory.lastText, kind)
      : NO_COUNTRY;

    return getOrInsert(own.counted, country, createRecord);
  }

  function dependsOnCountry(record: KeptRecord, kind: RecordKind): boolean {
    // Few codes do, and a verdict takes long.
    if (!mayDependOnCountry(kind)) return false;

    memory.settle(kind.shape.group);

    return explainRecord(record, kind).some(
      ({ draft: { entry } }) =>
        entry !== null && getCountryRules(entry, catalogue).length > 0,
    );
  }

  /** Returns true if a record has a number, a name or a wording whose verdict depends on the country. */
  function mayDependOnCountry({ samples: [sample], shape }: RecordKind) {
    const { text = '', numbers = [] } = sample ?? {};
    const names = getNamesWithCountryRules(catalogue);
    const hasNumber = numbers.some(
      (number, slot) =>
        shape.mayBeCode(number, slot) && names.has(getDigits(number)),
    );

    return (
      hasNumber ||
      [...names].some((name) => /\D/.test(name) && text.includes(name)) ||
      findPhrases(text).some(({ entries }) =>
        entries.some(({ code }) => names.has(code)),
      )
    );
  }

  function findCountry(text: string, kind: RecordKind): string {
    const [hit] = memory.findHits(kind, text);
    const recipient = hit && extractMessageContext(text, hit).recipient;

    return (recipient && findRecipientCountry(recipient)) || NO_COUNTRY;
  }

  function explainRecord(
    { text }: KeptRecord,
    kind: RecordKind,
  ): TextFinding[] {
    const phrases = findPhrases(text).filter(
      (one) => !isStatusReason(text, one),
    );
    const hits = memory.findHits(kind, text);

    return explainFailures(
      text,
      hits.filter((hit) => isConfident(hit) && !isPartOfWording(hit, phrases)),
      phrases,
      catalogue,
      context,
    );
  }

  /** Copies the last record of each kind, which may keep a chunk of the log in memory. */
  function releaseChunks(): void {
    unreleased = 0;

    for (const { counted } of records.values())
      for (const record of counted.values())
        record.text = detachText(record.text);
  }

  /** Returns the records that were kept, in the order of the log. */
  function listRecords(): { kind: RecordKind; record: KeptRecord }[] {
    const all = [...records].flatMap(([own, { kept, counted }]) => {
      const kind = findCurrentKind(own);

      return [...kept, ...counted.values()].map((record) => ({ kind, record }));
    });

    return all.sort((a, b) => a.record.sequence - b.record.sequence);
  }

  function collectFindings(isLast: boolean): readonly Finding[] {
    const found = createFindingCollector(earlier);

    const states = new Map<RecordKind, KindState>();
    const all = listRecords();

    for (const { kind } of all) getOrInsert(states, kind, createState).left++;

    for (const { kind, record } of all) {
      const state = getOrInsert(states, kind, createState);

      state.left--;
      state.waiting += record.count;

      // It only has to be counted, with the last record of its kind.
      if (state.isFull && state.left > 0) continue;

      const noted = explainRecord(record, kind)
        .filter((failure) => !(isLast && isCutOff(failure, record)))
        .map((failure) =>
          found.note(
            failure.draft,
            () => findPlace(failure, record),
            failure.count * state.waiting,
          ),
        );

      state.isFull = noted.every(Boolean);
      state.waiting = 0;
    }

    droppedCount = found.droppedCount();

    return isLast ? [...found.all(), ...findCutOff(all.at(-1))] : found.all();
  }

  /** Returns true if the log ends within a code. */
  const isCutOff = ({ mayBeCutOff }: TextFinding, record: KeptRecord) =>
    record.sequence === sequence - 1 &&
    mayBeCutOff() &&
    isTruncated(findJsonSyntaxError(record.text));

  function findCutOff(
    last: ReturnType<typeof listRecords>[number] | undefined,
  ) {
    if (!last) return [];

    const { kind, record } = last;

    return explainRecord(record, kind)
      .filter((failure) => isCutOff(failure, record))
      .map((failure) =>
        createTruncatedFinding(failure.draft, findPlace(failure, record)),
      );
  }

  return {
    /** @param text Whole lines. */
    push(text: string): void {
      const all = open + text;
      let last = 0;
      let before: string | null = null;

      for (const { start, end } of splitIntoRecords(all, form)) {
        if (before !== null) addRecord(before);

        line += countLineBreaks(all.slice(last, start));
        last = start;
        before = all.slice(start, end);
      }

      open = all.slice(last);
      unreleased += text.length;

      if (unreleased > MAX_UNRELEASED_UNITS) releaseChunks();
    },
    /** Returns the findings so far, in order of appearance. */
    collect(isLast: boolean): readonly Finding[] {
      if (isLast && open.trim() !== '') {
        addRecord(open.trimEnd());
        open = '';
      }

      memory.settle();

      return collectFindings(isLast);
    },
    droppedCount: () => droppedCount,
  };
}

/** Returns the codes and symbols whose verdict depends on the country of the recipient. */
const getNamesWithCountryRules = memoize((catalogue: Catalogue) => {
  const entries = catalogue.entries.filter(
    (entry) => getCountryRules(entry, catalogue).length > 0,
  );

  return new Set(
    entries.flatMap(({ code, symbols = [] }) => [code, ...symbols]),
  );
});

const createRecord = (): KeptRecord => ({
  sequence: 0,
  text: '',
  line: 0,
  keepsLines: true,
  count: 0,
});

const createKindRecords = (): KindRecords => ({
  kept: [],
  counted: new Map(),
  dependsOnCountry: false,
});

const createState = (): KindState => ({ left: 0, waiting: 0, isFull: false });

const findPlace = (
  { readContext, start }: TextFinding,
  { text, line, keepsLines }: KeptRecord,
): Occurrence => ({
  ...readContext(),
  line: keepsLines ? line + countLineBreaks(text.slice(0, start)) : null,
});
