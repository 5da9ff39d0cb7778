import axe from 'axe-core';
import { expect } from 'vitest';

/**
 * Fails with the rule, the element and the advice of every accessibility violation within `root`. Skips colour contrast, because
 * jsdom does not paint (the browser tests check it), and landmarks, because a component is not a page.
 */
export async function expectNoAxeViolations(
  root: Element = document.body,
): Promise<void> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });

  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  );

  expect(found).toEqual([]);
}
