import { afterAll, vi } from 'vitest';
import { answerArguments } from '../cli/explain/answer-arguments.ts';
import { toAnswerJson } from '../cli/explain/answer-json.ts';
import { explain } from '../cli/npm/index.ts';
import { createSections } from '../components/catalogue/EntryList.tsx';
import { createAnswerView } from '../components/popup/answer.ts';
import { NO_PAGE_FILTERS } from '../components/shared/FilterBar.tsx';
import { createPasted } from '../components/shared/pasted.ts';
import {
  answerQuestion,
  getSoleFinding,
  mergeAnswers,
} from '../lib/answer/answer.ts';
import { answerSelection } from '../lib/answer/answer-selection.ts';
import { answerText } from '../lib/answer/answer-text.ts';
import { readPaste } from '../lib/answer/paste/decode-paste.ts';
import { isPayload, isText } from '../lib/answer/text-form.ts';
import { getBundledCatalogue } from '../lib/catalogue/bundled-catalogue.ts';
import { getSearch } from '../lib/catalogue/search/search.ts';
import { getOrInsert } from '../lib/core/get-or-insert.ts';

const catalogue = getBundledCatalogue();
const setting = { catalogue };

/**
 * Searches once for what several surfaces ask with the same words, context and limit, which halves the time of many
 * queries. How a surface asks, and what it makes of the results, stays its own.
 */
export function shareSearches(): void {
  const search = getSearch(catalogue);
  const { find } = search;
  const found = new Map<string, ReturnType<typeof find>>();

  vi.spyOn(search, 'find').mockImplementation((...asked) => {
    const key = JSON.stringify(asked, (_, value) =>
      value instanceof Set ? [...value] : value,
    );
    return getOrInsert(found, key, () => find(...asked));
  });

  afterAll(() => void vi.mocked(search.find).mockRestore());
}

/** Returns the key of the first entry that the popup shows, and whether it is only offered. */
function showInPopup(text: string, isPasted: boolean): string | null {
  const isRead = isText(text);
  const sole = isPasted ? getSoleFinding(answerQuestion(text, setting)) : null;
  if (sole) return sole.entry?.key ?? null;

  const report = isRead && [...readPaste(text, catalogue, {})].at(-1)?.report();
  const pasted = isPasted && isRead ? createPasted(text) : null;
  const reading = report ? ({ state: 'done', done: 1, report } as const) : null;
  const [group] = createAnswerView(text, pasted, reading, setting).groups;

  return group?.id === 'neighbours'
    ? null
    : (group?.rows.find(({ key }) => key)?.key ?? null);
}

/** Returns the key of the first entry that each surface gives for a text. */
const SURFACES: Readonly<Record<string, (text: string) => string | null>> = {
  typed: (text) => showInPopup(text, false),
  pasted: (text) => showInPopup(text, true),
  menu: (text) =>
    answerSelection(text, { asked: true }, catalogue)[0]?.meanings[0]?.key ??
    null,
  command: (text) =>
    toAnswerJson(
      mergeAnswers(answerArguments([text], { catalogue })),
      catalogue,
    ).found[0]?.key ?? null,
  catalogue: (query) => {
    const [section] = createSections(setting, { ...NO_PAGE_FILTERS, query });
    return section && section.id !== 'neighbours'
      ? (section.entries[0]?.key ?? null)
      : null;
  },
  npm(text) {
    const { findings, suggestions } = explain(text);
    const isNear = answerText(text, { catalogue }).entries.length === 0;

    return (
      findings.find(({ entry }) => entry)?.entry?.key ??
      (isNear ? null : (suggestions[0]?.key ?? null))
    );
  },
};

/** Returns the answers of all surfaces to a text, by their names. */
export function answerEverywhere(
  text: string,
): Readonly<Record<string, string | null>> {
  // A payload needs the engine, which the fields of catalogue page and site do not have.
  const surfaces = Object.entries(SURFACES).filter(
    ([name]) => name !== 'catalogue' || !isPayload(text),
  );

  return Object.fromEntries(
    surfaces.map(([name, answer]) => [name, answer(text)]),
  );
}
