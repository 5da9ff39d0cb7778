import axe from 'axe-core';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { explain } from '../../lib/answer/explain/explain.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import tokens from '../tokens.css?inline';
import { EntryView } from './EntryView.tsx';
import styles from './entry.css?inline';

/** One code for each mark, one with a dissenting source, an unknown code and an ambiguous one. */
const CODES = [
  '131047',
  '131026',
  '131056',
  'PENDING',
  'EX_MESSAGE_SEEN',
  '1005',
  '131999',
  '1003',
];

test.each(['light', 'dark'])(
  'the entry view has enough contrast in the %s scheme',
  async (scheme) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `${tokens} ${styles} :root { color-scheme: ${scheme}; background: var(--er-paper) }`,
    );
    document.adoptedStyleSheets = [sheet];
    const place = document.createElement('div');
    document.body.append(place);
    const react = createRoot(place);
    const onChoose = () => {};
    flushSync(() =>
      react.render(
        CODES.map((code) =>
          createElement(EntryView, {
            key: code,
            explanation: explain({ code }, testCatalogue),
            catalogue: testCatalogue,
            onChoose,
          }),
        ),
      ),
    );
    for (const fold of place.querySelectorAll('details')) fold.open = true;
    const { violations, passes } = await axe.run(place, {
      runOnly: ['color-contrast', 'target-size'],
    });
    expect(
      violations.flatMap(({ nodes }) =>
        nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
      ),
    ).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain('color-contrast');
    react.unmount();
    place.remove();
    document.adoptedStyleSheets = [];
  },
);
