import { createHash } from 'node:crypto';
import type {
  AcceptedDifference,
  Entry,
  LinkRecords,
  SourceReads,
  SourceRecord,
} from '../../data/schema.ts';
import { stripToWords } from '../../lib/answer/explain/detail-verdict.ts';
import { getRegistryId } from '../../lib/core/entry-key.ts';

export interface PageRow
  extends Partial<Record<'title' | 'text' | 'http', string | undefined>> {
  code: string;
}

/** Thrown if a page cannot be read, so that comparing it with the claims would be meaningless. */
export class UnreadableError extends Error {}

export interface Difference {
  kind: AcceptedDifference['kind'];
  code: string;
  /** The catalogue's title, status or text, and the page's. */
  here?: string | undefined;
  there?: string | undefined;
  row?: PageRow;
}

export interface SourceData {
  entries: readonly Entry[];
  sources: readonly SourceRecord[];
  accepted: readonly AcceptedDifference[];
  reads: SourceReads;
  links: LinkRecords;
}

/** Returns the day on which somebody, or a program, last read the page of a source. */
export function getLastRead(
  { id, seen }: Pick<SourceRecord, 'id' | 'seen'>,
  reads: SourceReads,
): string {
  const machine = reads[id]?.read ?? '';

  return seen > machine ? seen : machine;
}

/** If fewer of the previously read codes are left, the page's format has probably changed, not its codes. */
const MIN_SHARE = 0.5;

/** Compares a page with its source's claims and with the previous reading. Throws an UnreadableError if they share little. */
export function compareSource(
  id: string,
  rows: readonly PageRow[],
  data: SourceData,
): Difference[] {
  const shared = data.sources.filter(
    ({ read }) => read && 'as' in read && read.as === id,
  );

  const group = new Set([id, ...shared.map((one) => one.id)]);

  const claimed = data.entries.filter(({ claims }) =>
    claims.some(({ source }) => group.has(source)),
  );

  const own = claimed.filter(({ claims }) =>
    claims.some(({ source }) => source === id),
  );

  const providers = new Set(own.map(({ provider }) => provider));
  const near = data.entries.filter(({ provider }) => providers.has(provider));
  const before = data.reads[id]?.codes;

  checkPlausible(rows, claimed, before);

  const compareUnclaimed = (row: PageRow): Difference[] => {
    const { code, title, text } = row;
    const isKnown = near.some((entry) => hasCode(entry, code));
    const kind = isKnown ? 'unclaimed' : 'new';
    const isReported = isKnown && before?.[code];

    return isReported
      ? []
      : [
          {
            kind,
            code,
            there: title ?? text,
            row,
          },
        ];
  };

  const compareCode = (
    code: string,
    [row, ...others]: readonly PageRow[],
  ): Difference[] => {
    if (!row) return [];

    const meant = claimed.filter((entry) => hasCode(entry, code));
    if (meant.length === 0) return compareUnclaimed(row);

    const all = [row, ...others];

    const claims = meant.flatMap((entry) =>
      entry.claims.filter(({ source }) => source === id),
    );

    const changed = [
      ...compareField('title', all, claims),
      ...compareField('http', all, claims),
    ];

    if (changed.length > 0) return changed;

    const isSame = !before?.[code] || before[code] === fingerprint(all);
    const there = row.text ?? row.title;

    return isSame
      ? []
      : [
          {
            kind: 'text',
            code,
            here: claims[0]?.says,
            there,
          },
        ];
  };

  const byCode = Map.groupBy(rows, ({ code }) => code);

  const found = [...byCode].flatMap(([code, own]) => compareCode(code, own));

  // A claim that was not on the page at the previous reading may come from another page of the source.
  const expected =
    before === undefined ? own.map(({ code }) => code) : Object.keys(before);

  const isOnPage = (code: string) => {
    const names = claimed.filter((entry) => entry.code === code);

    return rows.some(
      (row) =>
        row.code === code || names.some((entry) => hasCode(entry, row.code)),
    );
  };

  const vanished = [...new Set(expected)].flatMap((code): Difference[] => {
    const here = claimed.find((entry) => hasCode(entry, code))?.title;
    return isOnPage(code) ? [] : [{ kind: 'vanished', code, here }];
  });

  return [...found, ...vanished].filter(
    (one) => !data.accepted.some((record) => isAccepted(id, one, record)),
  );
}

/** The page's own words are not stored. */
export function fingerprint(rows: readonly PageRow[]): string {
  const words = rows.map(({ title = '', text = '', http = '' }) =>
    stripToWords(`${title} ${text} ${http}`),
  );

  return createHash('sha256')
    .update(words.join('\n'))
    .digest('hex')
    .slice(0, 8);
}

export function hasCode(
  { code, subcode, number, symbols = [] }: Entry,
  wanted: string,
): boolean {
  const own = subcode
    ? [subcode, `${code}.${subcode}`, `${code}/${subcode}`]
    : [code];
  return [...own, number, ...symbols].includes(wanted);
}

function compareField(
  kind: 'title' | 'http',
  rows: readonly PageRow[],
  claims: Entry['claims'],
) {
  const there = rows.flatMap((row) => row[kind] ?? []);
  const here = claims.flatMap((claim) => claim[kind] ?? []).map(String);
  // A claim may shorten the page's title, or call its text the title. The fingerprint shows changes of the rest.
  const texts = kind === 'title' ? rows.flatMap(({ text }) => text ?? []) : [];

  const isSame = [...there, ...texts].some((one) =>
    here.some((other) => stripToWords(one).startsWith(stripToWords(other))),
  );

  if (there.length === 0 || here.length === 0 || isSame) return [];

  return [
    {
      kind,
      code: rows[0]?.code ?? '',
      here: here.join(' / '),
      there: there.join(' / '),
    },
  ];
}

function checkPlausible(
  rows: readonly PageRow[],
  claimed: readonly Entry[],
  before: Record<string, string> | undefined,
): void {
  const codes = Object.keys(before ?? {});

  const kept = codes.filter((code) =>
    rows.some((row) => row.code === code),
  ).length;

  if (kept < codes.length * MIN_SHARE)
    throw new UnreadableError(
      `only ${kept} of the ${codes.length} codes of the last time; the form of the page may have changed`,
    );

  if (
    claimed.length > 0 &&
    !claimed.some((entry) => rows.some(({ code }) => hasCode(entry, code)))
  )
    throw new UnreadableError(
      `${rows.length} codes, but none of the ${claimed.length} entries that claim this source`,
    );
}

export function findSourceProblems({
  entries,
  sources,
  accepted,
  reads,
}: SourceData): string[] {
  const ids = new Set(sources.map(({ id }) => id));

  const pages = new Set(
    sources.filter(({ read }) => read && 'format' in read).map(({ id }) => id),
  );

  const apis = new Set(entries.map(getRegistryId));

  return [
    ...accepted.flatMap(({ source }) =>
      ids.has(source)
        ? []
        : `accepted-differences.yaml: unknown source "${source}"`,
    ),
    ...Object.keys(reads).flatMap((id) =>
      pages.has(id)
        ? []
        : `source-reads.json: no program reads the source "${id}"`,
    ),
    ...sources.flatMap(({ id, url, read }) => {
      const where = `sources.yaml: ${id} read`;

      if (!read) return [];

      if ('as' in read)
        return pages.has(read.as)
          ? []
          : `${where}.as: no program reads "${read.as}"`;

      const isStray = read.into && !apis.has(read.into);

      return [
        ...(url || read.url ? [] : [`${where}: needs an address`]),
        ...(isStray
          ? [`${where}.into: there is no registry "${read.into}"`]
          : []),
      ];
    }),
  ];
}

function isAccepted(
  id: string,
  { kind, code, there }: Difference,
  accepted: AcceptedDifference,
): boolean {
  const { source, codes, value } = accepted;
  if (source !== id || accepted.kind !== kind) return false;

  return (
    codes.some((range) => isInRange(code, range)) &&
    (!value || stripToWords(value) === stripToWords(there ?? ''))
  );
}

export function isInRange(code: string, range: string): boolean {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(range) ?? [];

  return (
    range === '*' ||
    range === code ||
    (Number(code) >= Number(from) && Number(code) <= Number(to))
  );
}
