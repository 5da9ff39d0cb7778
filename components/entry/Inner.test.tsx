import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { explain } from '../../lib/answer/explain/explain.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { EntryView } from './EntryView.tsx';

test('a wrapping code names the Meta code of the same payload as its cause, and links to it', async () => {
  const outer = testCatalogue.entries.find(
    ({ provider, code }) =>
      provider !== 'meta' && testCatalogue.meaningsOf(code).length === 1,
  );
  const code = outer?.code ?? '';
  const explanation = explain(
    {
      code,
      provider: outer?.provider,
      nearby: `{"code":"${code}","message":"(#131047) too late"}`,
    },
    testCatalogue,
  );
  const onChoose = vi.fn();
  render(
    <EntryView
      explanation={explanation}
      catalogue={testCatalogue}
      onChoose={onChoose}
    />,
  );
  await userEvent.click(
    screen.getByRole('button', { name: /^Caused by.*131047/ }),
  );
  expect(onChoose).toHaveBeenCalledWith('meta/cloud/131047', 'related');
  await expectNoAxeViolations();
});
