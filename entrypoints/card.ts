import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCard } from '../components/card/card.tsx';
import { isFirefox } from '../components/card/seal.ts';
import { codesIn } from '../components/card/subject.ts';
import { bringRedaction } from '../lib/bridge/bring-redaction.ts';
import { sendMessage } from '../lib/bridge/messages.ts';
import { isOrphan } from '../lib/bridge/orphan.ts';
import { isKept, onLanguageChosen, readNotes } from '../lib/bridge/page-settings.ts';
import { askDetect } from '../lib/bridge/send.ts';
import { openCatalogue } from '../lib/catalogue/catalogue.ts';
import { setLanguage } from '../lib/language/translate.ts';
import { caseAt } from '../lib/page/case-at.ts';
import type { CardRequest } from '../lib/page/page-api.ts';
import { silenceAt } from '../lib/page/silence-at.ts';
import type { SiteChoice } from '../lib/settings/changes.ts';

/** If the card's own entry is loaded, wait at most this long for the entries of adjacent codes. */
const MORE_MS = 150;

/** A request for a code without context, to warm up the card. */
const requestLike = (code: string): CardRequest => ({
  code,
  subcode: null,
  meanings: [],
  hit: true,
  strength: 1,
  nearby: code,
  own: code,
  host: location.hostname,
  path: location.pathname,
  position: [1, 1],
  walked: null,
  focus: false,
  pinned: false,
  range: document.createRange(),
});

const NOTHING_KNOWN = openCatalogue({
  version: '',
  entries: [],
  sources: [],
  providers: [],
  consoles: [],
  mostMet: [],
});

/** Stores a choice. If the background is stopped before it answers, checks whether the choice was stored. */
async function keep(choice: SiteChoice): Promise<void> {
  await sendMessage('keepChoice', choice).catch(async (error) => {
    if (!(await isKept(choice).catch(() => false))) throw error;
  });
}

/** Runs in a frame when its first code is about to be shown. It stays, so that an orphaned page can still use it. */
export default defineUnlistedScript(() => {
  // Injected twice, by the first mark and by the context menu: keep the first card, which may be open.
  if (globalThis.errataCard) return;
  const known = new Set<string>();
  let catalogue = NOTHING_KNOWN;
  let isWarm = false;
  let notes: Awaited<ReturnType<typeof readNotes>> = { own: {}, managed: {} };

  let learning: Promise<unknown> = Promise.resolve();

  /** Loads entries. Serializes requests, so that no earlier response overwrites a later one. Rejects if the background does not answer. */
  function learn(codes: readonly string[]): Promise<void> {
    const learnt = learning.then(() => ask(codes));
    learning = learnt.catch(() => undefined);
    return learnt;
  }

  /** Requests the known codes again as well, because an excerpt keeps the order of the catalogue. */
  async function ask(codes: readonly string[]): Promise<void> {
    const fresh = codes.filter((code) => !known.has(code));
    if (fresh.length === 0) return;
    const excerpt = await sendMessage('loadEntries', [...known, ...fresh]);
    for (const code of fresh) known.add(code);
    catalogue = openCatalogue(excerpt);
    const [entry] = excerpt.entries;
    if (isWarm || !entry) return;
    isWarm = true;
    // In a separate task, because compiling the card takes longer than a frame.
    setTimeout(() => card.warm(requestLike(entry.code)));
  }

  const speak = () => sendMessage('loadWords').then(setLanguage, () => undefined);
  let speaking = speak();
  // Firefox exposes the text below the pointer to the page (see components/card/guard.ts), so the card hides notes there.
  const shown = (note: string | undefined) => (isFirefox && note ? null : note);
  const know = (codes: readonly string[]) => learn(codes).catch(() => undefined);
  const card = createCard({
    get catalogue() {
      return catalogue;
    },
    know,
    isOrphan,
    search: () => (isOrphan() ? null : (query) => void sendMessage('openSearch', query).catch(() => {})),
    silenceOf: ({ range, code, host }) => silenceAt(range, code, host),
    caseOf: caseAt,
    redaction: () => bringRedaction(() => sendMessage('loadRedaction')),
    detect: async (text, context) => (await askDetect([{ text, context }]))[0] ?? [],
    keep,
    notes: { noteOf: (key) => shown(notes.own[key]), managedOf: (key) => shown(notes.managed[key]) },
    ask: (choice) => sendMessage('askChoice', choice),
  });
  onLanguageChosen(() => {
    card.close();
    speaking = speak();
    // After pending requests in the previous language.
    learning = learning.then(() => {
      known.clear();
      catalogue = NOTHING_KNOWN;
    });
  });
  const canShow = ({ meanings }: CardRequest) =>
    meanings.length === 0 || meanings.some(({ key }) => catalogue.byKey.has(key));
  globalThis.errataCard = Object.assign(card, {
    know,
    async getReady(request: CardRequest) {
      const learnt = know(codesIn(request));
      await speaking;
      const read = readNotes().catch(() => notes);
      // Do not wait long for entries that only add to the explanation.
      await (canShow(request)
        ? Promise.race([learnt, new Promise((due) => setTimeout(due, MORE_MS))])
        : learnt);
      notes = await read;
      return canShow(request);
    },
  });
});
