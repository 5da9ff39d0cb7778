import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CatalogueData } from '../../data/schema.ts';
import type { WireRequests, WireResults } from '../engine/detect-wire.ts';
import type { Locale } from '../i18n/translate.ts';
import type { PageState } from '../page/lifecycle/annotator-controller.ts';
import type { SiteChoice } from '../settings/changes.ts';

interface Messages {
  /** Console to background, while its page loads: start the engine. */
  wake(): void;
  /**
   * Page to background: run `annotator.js` in the sender's frame. Returns the settings of its host. Returns false, without running it, if
   * marks are off there, the tab is paused, or the host is not granted.
   */
  loadAnnotator(): PageState | false;
  /** Page to background: whether the sender's host is granted and its tab is not paused. */
  isAllowed(): boolean;
  /** Page to background: find the codes in some texts. */
  detect(requests: WireRequests): WireResults;
  /** Page to background: run `card.js` in the sender's frame. Rejects if the host is not granted. */
  loadCard(): void;
  /** Card to background: run `redaction.js` in the sender's frame. Rejects if the host is not granted. */
  loadRedaction(): void;
  /** Card to background: load the translation of the reader's language. */
  loadLocale(): Locale;
  /** Card to background: load the catalogue's entries for these codes, in the reader's language. */
  loadEntries(codes: readonly string[]): CatalogueData;
  /** Page to background: the codes of this frame changed, so update the badge. */
  codesChanged(): void;
  /** Card to background: open the search in a new tab with a text of the page. */
  openSearch(query: string): void;
  /** Card to background: store a choice. The card does not contain the code that writes settings. */
  saveSiteChoice(choice: SiteChoice): void;
  /** Card to background: confirm a choice in an extension window, because the page may be covering the card. */
  confirmSiteChoice(choice: SiteChoice): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
