import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCard } from '../components/card/card.tsx';
import { sendMessage } from '../lib/bridge/messages.ts';
import { isOrphan } from '../lib/bridge/orphan.ts';
import { askDetect } from '../lib/bridge/send.ts';
import { type Catalogue, openCatalogue } from '../lib/catalogue/catalogue.ts';
import { joinParts } from '../lib/catalogue/parts.ts';
import { caseAt } from '../lib/page/case-at.ts';
import type { CardRequest } from '../lib/page/page-api.ts';
import { silenceAt } from '../lib/page/silence-at.ts';

/** What a page would ask about a code that stands in it by itself. */
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

/** Runs in a frame when its first code is about to be shown, and stays: an orphaned page goes on reading from it. */
export default defineUnlistedScript(() => {
  // Asked for twice, by the first mark and by the menu: the one that is there may be open.
  if (globalThis.errataCard) return;
  let opened: Catalogue | undefined;
  const open = () => {
    opened ??= openCatalogue(joinParts(globalThis.errataCatalogue ?? []));
    return opened;
  };
  const card = createCard({
    get catalogue() {
      return open();
    },
    isOrphan,
    search: () => (isOrphan() ? null : (query) => void sendMessage('openSearch', query).catch(() => {})),
    remember: (host, provider) => sendMessage('setProvider', { host, provider }),
    silenceOf: ({ range, code, host }) => silenceAt(range, code, host),
    caseOf: caseAt,
    detect: async (text, context) => (await askDetect([{ text, context }]))[0] ?? [],
    silence: (silence, on) => sendMessage('setSilenced', { silence, on }),
  });
  globalThis.errataCard = card;
  // In a task of its own: with the card's code it takes longer than a frame.
  setTimeout(() => {
    const [entry] = open().entries;
    if (entry) card.warm(requestLike(entry.code));
  });
});
