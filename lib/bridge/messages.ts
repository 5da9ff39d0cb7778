import { defineExtensionMessaging } from '@webext-core/messaging';
import type { CatalogueData } from '../../data/schema.ts';
import type { Words } from '../language/translate.ts';
import type { PageState } from '../page/page.ts';
import type { SiteChoice } from '../settings/changes.ts';
import type { WireRequests, WireResults } from './detect-wire.ts';

interface Messages {
  /**
   * Page to background: run `annotator.js` in the sender's frame. Answers the settings of its host, or false where marks are switched off
   * there, its tab is paused or its host not granted, and it was not run.
   */
  loadAnnotator(): PageState | false;
  /** Page to background: the browser grants the sender's host, and its tab is not paused. */
  isAllowed(): boolean;
  /** Page to background: the codes in some texts. */
  detect(requests: WireRequests): WireResults;
  /** Page to background: run `card.js` in the sender's frame. Rejects where the host is not granted. */
  loadCard(): void;
  /** Card to background: run `redaction.js` in the sender's frame. Rejects where the host is not granted. */
  loadRedaction(): void;
  /** Card to background: the words of the reader's language. */
  loadWords(): Words;
  /** Card to background: what the catalogue says of these codes, in the reader's language. */
  loadEntries(codes: readonly string[]): CatalogueData;
  /** Page to background: the codes of this frame changed; count the badge again. */
  codesChanged(): void;
  /** Card to background: open the search in a tab, with a text of the page. */
  openSearch(query: string): void;
  /** Card to background: keep this. The card has no code to write settings with. */
  keepChoice(choice: SiteChoice): void;
  /** Card to background: ask for it in a window of our own, as the page may lie over the card. */
  askChoice(choice: SiteChoice): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
