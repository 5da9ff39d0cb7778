import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCard, getRequestedCodes } from '../components/card/card.tsx';
import { isFirefox } from '../components/card/text-isolation.ts';
import type { Entry } from '../data/schema.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { recordAndReturn, recordStart } from '../lib/core/diagnostics.ts';
import { OWN_CODES_API } from '../lib/core/entry-key.ts';
import { getOwn } from '../lib/core/get-own.ts';
import { getOwnGlobal } from '../lib/core/get-own-global.ts';
import { setAutoTranslator } from '../lib/core/i18n/auto-translate.ts';
import { setLocale } from '../lib/core/i18n/translate.ts';
import { retryOnceWithTimeout, withTimeout } from '../lib/core/retry-once.ts';
import { offerTranslation } from '../lib/extension/webext/browser-translator.ts';
import { readEffectiveSettings } from '../lib/extension/webext/effective-settings.ts';
import { loadMasking } from '../lib/extension/webext/load-masking.ts';
import { isOrphan } from '../lib/extension/webext/orphan.ts';
import {
  onFieldsChanged,
  readNotes,
  wasPersisted,
} from '../lib/extension/webext/page-settings.ts';
import {
  requestDetection,
  sendToBackground,
} from '../lib/extension/webext/send-message.ts';
import { hasForeignAncestor } from '../lib/page/dom/frames.ts';
import { getDocumentProperty } from '../lib/page/dom/nodes.ts';
import type { CardRequest } from '../lib/page/marking/page-api.ts';
import { getSuppressionAt } from '../lib/page/text/suppression-of-mark.ts';
import { getSampleAt } from '../lib/page/text/text-sample.ts';
import type { SiteChoice } from '../lib/settings/changes.ts';

/** If the card's own entry is loaded, wait at most this long for the entries of adjacent codes. */
const MAX_WAIT_MS = 150;

/** A request for a code without context, to warm up the card. */
const createBareRequest = ({ code, key }: Entry): CardRequest => ({
  code,
  subcode: null,
  meanings: [{ key, score: 1 }],
  hit: true,
  nearby: code,
  own: code,
  host: location.hostname,
  path: location.pathname,
  position: [1, 1],
  navigationStep: null,
  takesFocus: false,
  isPinned: false,
  range: new Range(),
});

const EMPTY_CATALOGUE = createCatalogue({
  version: '',
  entries: [],
  sources: [],
  providers: [],
  consoles: [],
  mostCommon: [],
});

/** Stores a choice. If the background is stopped before it answers, checks whether the choice was stored. */
async function saveChoice(choice: SiteChoice): Promise<void> {
  await sendToBackground('saveSiteChoice', choice).catch(async (error) => {
    if (!(await wasPersisted(choice).catch(() => false))) throw error;
  });
}

/** Runs in a frame when its first code is about to be shown. It stays, so that an orphaned page can still use it. */
export default defineUnlistedScript(() => {
  // Injected twice, by the first mark and by the context menu: keep the first card, which may be open.
  if (getOwnGlobal('errataCard')) return;
  recordStart('card');

  const known = new Set<string>();
  let catalogue = EMPTY_CATALOGUE;
  let isWarm = false;
  const isEmbedded = hasForeignAncestor(window);
  let notes: Awaited<ReturnType<typeof readNotes>> = { own: {}, managed: {} };

  let loadingCodes: Promise<void> = Promise.resolve();

  /** Loads entries. Serializes requests, so that no earlier response overwrites a later one. */
  function preloadEntries(codes: readonly string[]): Promise<void> {
    loadingCodes = loadingCodes.then(() => requestCodes(codes));
    return loadingCodes;
  }

  /** Requests the known codes again as well, because an excerpt keeps the order of the catalogue. */
  async function requestCodes(codes: readonly string[]): Promise<void> {
    const fresh = codes.filter((code) => !known.has(code));
    if (fresh.length === 0) return;

    const request = () => sendToBackground('loadEntries', [...known, ...fresh]);
    const excerpt = await retryOnceWithTimeout(request, 'load-entries');
    if (!excerpt) return;
    for (const code of fresh) known.add(code);
    catalogue = createCatalogue(excerpt);

    const [entry] = excerpt.entries;
    // A removed frame has no `defaultView`, and in Firefox its timers throw; see content-bootstrap.ts.
    if (isWarm || !entry || !getDocumentProperty('defaultView')) return;
    isWarm = true;
    // In a separate task, because compiling the card takes longer than a frame.
    setTimeout(() => card.warmUp(createBareRequest(entry)));
  }

  async function loadLanguage(): Promise<void> {
    const loaded = retryOnceWithTimeout(
      () => sendToBackground('loadLocale'),
      'load-language',
    );

    const settings = await readEffectiveSettings().catch(
      recordAndReturn('read-settings', null),
    );

    const translates = settings?.autoTranslate === true;

    setAutoTranslator(
      translates ? (text) => sendToBackground('translate', text) : null,
    );

    const locale = await loaded;
    if (locale) setLocale(locale);
    if (!translates) void offerTranslation();
  }

  let speaking = loadLanguage();

  // Firefox exposes the text below the pointer to the page (see components/card/firefox-event-shield.ts), so the card hides notes there. The
  // background does not send the team's own codes.
  const isHidden = ({ key }: { key: string }) =>
    isFirefox && key.split('/')[1] === OWN_CODES_API;

  const hiddenCodes = new Set<string>();

  const hideInFirefox = (note: string | undefined, key = '') =>
    isFirefox && (note || hiddenCodes.has(key.replace(/^.*\//, '')))
      ? null
      : note;

  const card = createCard({
    get catalogue() {
      return catalogue;
    },
    preloadEntries,
    isOrphan,
    search: () =>
      isOrphan()
        ? null
        : (query) =>
            void sendToBackground('openSearch', query).catch(
              recordAndReturn('open-search', undefined),
            ),
    writeNote: () =>
      isOrphan()
        ? null
        : (key) =>
            void sendToBackground('openNote', key).catch(
              recordAndReturn('open-search', undefined),
            ),
    getSuppression: ({ range, code, host }) =>
      getSuppressionAt(range, code, host),
    getSample: getSampleAt,
    contradicts: ({ text, start }, key) =>
      sendToBackground('contradictsEntry', { text, start, key }),
    masking: () => loadMasking(() => sendToBackground('loadMasking')),
    detect: async (text, context) =>
      (await requestDetection([{ text, context }]))[0] ?? [],
    isEmbedded,
    saveChoice: isEmbedded
      ? (choice) => sendToBackground('confirmSiteChoice', choice)
      : saveChoice,
    notes: {
      getNote: (key) => hideInFirefox(getOwn(notes.own, key), key),
      getManagedNote: (key) => hideInFirefox(getOwn(notes.managed, key)),
    },
  });

  onFieldsChanged(['language', 'ownCodes', 'autoTranslate'], () => {
    card.close();
    speaking = loadLanguage();

    // After pending requests with the previous language or codes.
    loadingCodes = loadingCodes.then(() => {
      known.clear();
      catalogue = EMPTY_CATALOGUE;
    });
  });

  const isLoaded = ({ key }: { key: string }) => catalogue.byKey.has(key);

  // The codes of a wording are loaded one by one, and all of them are listed.
  const canShow = ({ meanings, wording }: CardRequest) =>
    meanings.every(isHidden) ||
    (wording ? meanings.every(isLoaded) : meanings.some(isLoaded));

  globalThis.errataCard = Object.assign(card, {
    preloadEntries,
    async ensureEntries(request: CardRequest) {
      const loaded = preloadEntries(getRequestedCodes(request));

      if (request.meanings.some(isHidden)) hiddenCodes.add(request.code);
      await speaking;

      const read = readNotes().catch(recordAndReturn('read-settings', notes));

      // Do not wait long for entries that only add to the explanation.
      await (canShow(request) ? withTimeout(loaded, MAX_WAIT_MS) : loaded);
      notes = await read;

      return canShow(request);
    },
  });
});
