import toolTexts from '../../data/mcp-tools.json' with { type: 'json' };
import { PLANS } from '../../data/schema.ts';
import wording from '../../data/wording.json' with { type: 'json' };
import {
  endSentence,
  getAgreeingSources,
} from '../../lib/answer/format/explanation-text.ts';
import {
  formatNotFailed,
  splitHealthy,
} from '../../lib/answer/format/verdict-text.ts';

import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import {
  AUDIT_KINDS,
  type AuditFinding,
  auditText,
} from '../../lib/checks/audit/audit.ts';
import { checkPreflightText } from '../../lib/checks/preflight/preflight.ts';
import { groupBy } from '../../lib/core/group-by.ts';
import {
  type Answer,
  check,
  type Entry,
  explain,
  type Finding,
  lookUp,
  mask,
  plan,
  search,
} from './index.ts';
import { openCatalogue } from './open-catalogue.ts';
import {
  MESSAGES_EXPECTED,
  PAYLOAD_NOTE,
  parseToolInput,
  type ToolInput,
  type ToolName,
  toolAnswers,
  toolArguments,
  toToolSchema,
} from './tool-schemas.ts';

/** Masks what a model gets of a text, unless the user who starts the server says otherwise. */
const hide = process.argv.includes('--unmasked')
  ? (text: string) => text
  : mask;
const MAX_MEANINGS = 5;
const MAX_SOURCES = 3;
/** Of a list in an answer, if it is short enough: what it leaves out is counted. */
const MAX_ITEMS = 20;
const MAX_POSITIONS = 50;
/** Of an answer and its text, for each code in it. */
const MAX_BYTES = 2_000;
/** The answer of an audit may be as long as that many others: its findings are short. */
const MAX_AUDIT_ANSWERS = 6;
/** Of the arguments as JSON. A longer text takes minutes, in which no client waits. */
const MAX_CALL_UNITS = 1_000_000;

const catalogue = openCatalogue();
const date = findLastSeenDate(catalogue.sources);

const TOOL_NAMES = Object.keys(toolArguments) as ToolName[];

type Result = { answer: object; text: string };

/** Each returns the answer and a short text of it. */
const TOOLS: { [N in ToolName]: (given: ToolInput<N>) => Result } = {
  explain: ({ text, provider }) => toAnswer(explain(text, { provider })),
  look_up({ code, provider }) {
    const [first, ...others] = lookUp(code, provider);

    return fitAnswer((size) => {
      const meanings = listFew(others, size).map(toToolMeaning);
      const own = first ? toToolEntry(first, size) : null;

      const answer = {
        date,
        entry: own,
        others: meanings,
        otherCount: others.length,
      };

      return {
        answer,
        text: formatMeanings(
          first ? [first, ...others] : [],
          meanings.length + 1,
        ),
      };
    });
  },
  search({ words, provider }) {
    const found = search(words, { provider, limit: MAX_MEANINGS });

    return {
      answer: { date, entries: found.map(toToolMeaning) },
      text: formatMeanings(found),
    };
  },
  plan({ messages, provider }) {
    const {
      causes,
      messages: all,
      ...planned
    } = planList({ messages, provider });

    const counts = PLANS.map((name) => `${name}: ${planned.counts[name].rows}`);

    const marked = causes.map(({ template, ...cause }) => ({
      ...cause,
      payload: toPayload({ template }),
    }));

    const outcomes = all.map(({ entry, plan, reason }) =>
      [entry ?? 'Not in the catalogue', plan ?? 'not failed', reason ?? []]
        .flat()
        .join(', '),
    );

    const lines = [...groupBy(all.keys(), (at) => outcomes[at])].map(
      ([own, at]) =>
        `${own}: ${takeSome(at.map(String), MAX_POSITIONS).join(', ')}`,
    );

    const summary = [...counts, `not failed: ${planned.notFailed}`].join(', ');

    const text = [summary, ...takeSome(lines, MAX_ITEMS)].join('\n');
    const groups = [...groupBy(all.keys(), (at) => JSON.stringify(all[at]))];

    const create = (size: number) => {
      const shown = groups
        .slice(0, size)
        .map(([id, at]) => ({ ...JSON.parse(id), at }));

      const left = all.length - shown.flatMap(({ at }) => at).length;

      return {
        answer: {
          ...planned,
          messages: shown,
          left,
          causes: marked.slice(0, size),
        },
        text,
      };
    };

    return fitAnswer(create, PLANS.length, all.length);
  },
  check({ text }) {
    const { findings: all } =
      checkPreflightText(text, catalogue) ?? check({ template: text });

    return fitAnswer((size) => {
      const found = all.slice(0, size);

      const findings = found.map(({ path, value, ...one }) => {
        return { ...one, payload: toPayload({ path, value }) };
      });

      const lines = found.map(({ code, hint, in: root, message }) => {
        return `${code ?? 'No code'}${hint ? ', hint' : ''}, ${root}: ${message}`;
      });

      return toListAnswer(findings, all.length, lines);
    });
  },
  audit: ({ text, file = '' }) =>
    toAuditAnswer(auditText(text, file, catalogue, true)),
  decode_payload: ({ payload, provider }) =>
    toAnswer({ ...explain(payload, { provider }), suggestions: [] }),
};

/** Returns the first answer that is short enough, with at most `size` items in each list. */
function fitAnswer(
  create: (size: number) => Result,
  codeCount = 1,
  size = MAX_ITEMS,
): Result {
  const result = create(size);

  const isLong =
    Buffer.byteLength(JSON.stringify(result)) >
    MAX_BYTES * Math.max(1, codeCount);

  return isLong && size > 0
    ? fitAnswer(create, codeCount, Math.floor(size * 0.8))
    : result;
}

function toAnswer({ findings, statuses, unknown, suggestions, left }: Answer) {
  const { explained, healthy } = splitHealthy(findings, statuses);

  const lines = [
    ...explained.map(formatFinding),
    healthy.length > 0 ? formatNotFailed(healthy) : [],
  ]
    .flat()
    .join('\n');

  return fitAnswer((size) => {
    const near = listFew(suggestions, size).map(toToolMeaning);

    const [own, arrived] = [findings, statuses].map((some) =>
      some.map((one) => toToolFinding(one, size)),
    );

    const found = {
      findings: own,
      statuses: arrived,
      unknown: unknown.map(hide),
    };

    const answer = {
      date,
      left,
      ...found,
      suggestions: near,
      suggestionCount: suggestions.length,
    };

    return {
      answer,
      text:
        lines ||
        formatMeanings(suggestions, near.length, 'Only similar entries:'),
    };
  }, findings.length + statuses.length);
}

/** Shortens a list, and ends it with the number of items that it leaves out. */
const takeSome = (all: readonly string[], size: number, total = all.length) =>
  total > size ? [...all.slice(0, size), `and ${total - size} more`] : all;

const listFew = <T>(items: readonly T[], size: number) =>
  items.slice(0, Math.min(size, MAX_MEANINGS));

/** Plans a list or its JSON. What an error says of either would have texts of the sender. */
function planList({ messages, provider }: ToolInput<'plan'>) {
  try {
    return plan(
      typeof messages === 'string' ? JSON.parse(messages) : messages,
      {
        provider,
      },
    );
  } catch {
    throw new TypeError(`messages ${MESSAGES_EXPECTED}`);
  }
}

/** Returns the next step, if it is a text of the catalogue. One with words of the explained text is replaced by the entry's. */
function getCatalogueNext({ key, verdict, next }: Entry): string {
  const own = catalogue.byKey.get(key);
  const details = own?.details?.map((detail) => detail.next) ?? [];
  const causes = own?.causes?.map((cause) => cause.do) ?? [];
  const rules = own?.countries?.map((rule) => rule.next) ?? [];

  const said = [
    ...details,
    ...causes,
    ...rules,
    ...Object.values(wording.step),
  ];

  return said.includes(verdict.next) ? verdict.next : (own?.next ?? next);
}

const toToolMeaning = (entry: Entry) => {
  const { key, title, verdict } = entry;
  const meaning = catalogue.byKey.get(key)?.meaning ?? entry.meaning;

  return {
    key,
    title,
    meaning,
    verdict: { ...verdict, next: getCatalogueNext(entry) },
  };
};

function toToolEntry(entry: Entry, size: number) {
  const { steps, claims } = entry;
  const causes = entry.causes.slice(0, size).map(({ text }) => text);

  const cited = [...new Set(claims.map(({ source }) => source))].flatMap(
    (id) => catalogue.source(id) ?? [],
  );

  const open = cited.flatMap(({ name, url, seen }) =>
    url ? { name, url, seen } : [],
  );

  const sources = listFew(open, Math.min(size, MAX_SOURCES));
  const counts = { causeCount: entry.causes.length, sourceCount: cited.length };

  return {
    ...toToolMeaning(entry),
    causes,
    steps,
    sources,
    ...counts,
  };
}

const toPayload = <T extends Record<string, string | null>>(texts: T) => {
  const hidden = Object.entries(texts).map(([name, text]) => [
    name,
    text && hide(text),
  ]);

  return { note: PAYLOAD_NOTE, ...(Object.fromEntries(hidden) as T) };
};

function toToolFinding(
  { said, detail, cause: _, verdict: __, ...finding }: Finding,
  size: number,
) {
  const { code, entry, others } = finding;

  const next =
    entry && entry.verdict.next !== getCatalogueNext(entry)
      ? entry.verdict.next
      : null;

  return {
    ...finding,
    code: entry ? code : hide(code),
    entry: entry && toToolEntry(entry, size),
    others: listFew(others, size).map(({ key }) => key),
    otherCount: others.length,
    payload: toPayload({ said, detail, next }),
  };
}

const toAuditAnswer = (all: readonly AuditFinding[]) =>
  fitAnswer(
    (size) => {
      const shown = all.slice(0, size);

      const findings = shown.map(({ line, code, kind, said, entry, other }) => {
        const urls = new Set(
          getAgreeingSources(entry, catalogue).flatMap(({ url }) => url ?? []),
        );

        const own = {
          line,
          code,
          kind,
          entry: entry.key,
          title: entry.title,
          other: other?.key ?? null,
        };

        return {
          ...own,
          sources: [...urls].slice(0, MAX_SOURCES),
          payload: toPayload({ said }),
        };
      });

      const lines = shown.map(({ line, code, kind, entry, other }) => {
        const instead = other ? `: ${other.code} ${other.title}` : '';
        return `Line ${line}: ${endSentence(`${code} ${entry.title}`)} ${endSentence(AUDIT_KINDS[kind] + instead)}`;
      });

      return toListAnswer(findings, all.length, lines);
    },
    Math.min(all.length, MAX_AUDIT_ANSWERS),
  );

function toListAnswer(
  findings: readonly object[],
  total: number,
  lines: readonly string[],
): Result {
  const text =
    takeSome(lines, lines.length, total).join('\n') || 'No problems found.';
  return { answer: { findings, left: total - findings.length }, text };
}

function formatMeaning(entry: Entry): string {
  const { code, subcode, title, provider, verdict } = entry;
  const { turn, retry, waitSeconds } = verdict;
  const codes = subcode ? `${code}/${subcode}` : code;
  const wait = waitSeconds === null ? '' : `, not before ${waitSeconds} s`;

  return [
    `${codes} ${title} (${provider}).`,
    `Turn: ${turn}.`,
    `Retry: ${retry}${wait}.`,
    getCatalogueNext(entry),
  ].join(' ');
}

function formatMeanings(
  entries: readonly Entry[],
  limit = MAX_MEANINGS,
  heading?: string,
): string {
  if (entries.length === 0) return 'No results.';

  return [
    ...(heading ? [heading] : []),
    ...takeSome(entries.map(formatMeaning), limit),
  ].join('\n');
}

function formatFinding({ code, count, entry, ambiguous }: Finding): string {
  const times = count > 1 ? `${count} × ` : '';
  const meaning = entry
    ? formatMeaning(entry)
    : `${hide(code)}: not in the catalogue.`;
  const doubt = ambiguous ? ' Ambiguous: pass the provider.' : '';

  return times + meaning + doubt;
}

export const listTools = () =>
  TOOL_NAMES.map((name) => {
    const { title, description } = toolTexts.tools[name];

    return {
      name,
      title,
      description,
      inputSchema: toToolSchema(toolArguments[name]),
      outputSchema: toToolSchema(toolAnswers[name]),
      annotations: { readOnlyHint: true, openWorldHint: false },
    };
  });

export interface ToolAnswer {
  [key: string]: unknown;
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
}

/** Runs a tool. A mistake in its arguments is an answer too. */
export function callTool(toolName: string, given: object = {}): ToolAnswer {
  try {
    const name = TOOL_NAMES.find((one) => one === toolName);

    if (!name) throw new RangeError(`Unknown tool "${toolName}"`);
    if (JSON.stringify(given).length > MAX_CALL_UNITS)
      throw new RangeError(
        `A call can have ${MAX_CALL_UNITS.toLocaleString('en')} characters. Send a part, or use the command line for files`,
      );

    const { answer, text } = runTool(name, given);

    return {
      content: [{ type: 'text', text }],
      structuredContent: { ...answer },
    };
  } catch (error) {
    return {
      isError: true,
      content: [{ type: 'text', text: String(error) }],
    };
  }
}

const runTool = <N extends ToolName>(name: N, given: object): Result =>
  TOOLS[name](parseToolInput(toolArguments[name], given));
