import { browser } from 'wxt/browser';
import { browserText } from './open-language.ts';
import { openSearch, type Place } from './search-page.ts';

const PLACES: Readonly<Record<string, Place>> = {
  currentTab: 'here',
  newForegroundTab: 'new-tab',
  newBackgroundTab: 'behind',
};

/**
 * Answers what is typed after the keyword `errata` in the address bar, in the page of the popup: its first answer is the popup's. Suggests nothing while one
 * types, since the background holds no catalogue.
 */
export function answerAddressBar(): void {
  // Firefox for Android has no such bar.
  const { omnibox } = browser as Partial<typeof browser>;
  omnibox?.setDefaultSuggestion({
    description: browserText('Explain this code, or search the catalogue for these words'),
  });
  omnibox?.onInputEntered.addListener((text, disposition) => openSearch(text, PLACES[disposition]));
}
