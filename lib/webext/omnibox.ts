import { browser } from 'wxt/browser';
import { getBrowserText } from './load-language.ts';
import { type OpenTarget, openSearchPage } from './search-page.ts';

const TARGETS_BY_DISPOSITION: Readonly<Record<string, OpenTarget>> = {
  currentTab: 'here',
  newForegroundTab: 'new-tab',
  newBackgroundTab: 'behind',
};

/**
 * Opens the popup's page with the text that was typed after the keyword `errata` in the address bar. Offers no suggestions, because the
 * background does not load the catalogue.
 */
export function handleOmniboxInput(): void {
  // Firefox for Android has no omnibox API.
  const { omnibox } = browser as Partial<typeof browser>;
  omnibox?.setDefaultSuggestion({
    description: getBrowserText('Explain this code, or search the catalogue for these words'),
  });
  omnibox?.onInputEntered.addListener((text, disposition) =>
    openSearchPage(text, TARGETS_BY_DISPOSITION[disposition]),
  );
}
