import { browser } from 'wxt/browser';
import { browserText } from './open-language.ts';
import { openSearch, type Place } from './search-page.ts';

const PLACES: Readonly<Record<string, Place>> = {
  currentTab: 'here',
  newForegroundTab: 'new-tab',
  newBackgroundTab: 'behind',
};

/**
 * Opens the popup's page with the text that was typed after the keyword `errata` in the address bar. Offers no suggestions, because the
 * background does not load the catalogue.
 */
export function answerAddressBar(): void {
  // Firefox for Android has no omnibox API.
  const { omnibox } = browser as Partial<typeof browser>;
  omnibox?.setDefaultSuggestion({
    description: browserText('Explain this code, or search the catalogue for these words'),
  });
  omnibox?.onInputEntered.addListener((text, disposition) => openSearch(text, PLACES[disposition]));
}
