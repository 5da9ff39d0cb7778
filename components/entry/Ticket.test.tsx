import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { explain } from '../../lib/answer/explain/explain.ts';
import type { CodeOrigin } from '../../lib/answer/format/ticket.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { MaskingForTests } from '../../tests/fixtures/masking.tsx';
import { EntryView } from './EntryView.tsx';

const seen: CodeOrigin = {
  host: 'crm.example',
  path: '/inbox',
  count: 1,
  places: [
    {
      message: 'wamid.HBgNNTUxMTk4NzY1NDMyMRUC',
      recipient: '5511987654321',
      template: null,
      time: null,
      trace: 'Ax',
    },
  ],
  text: 'failed for +14155552671 <b>(#131047)</b>',
};

async function openTicket(more: Partial<CodeOrigin> = {}) {
  render(
    <EntryView
      explanation={explain({ code: '131047' }, testCatalogue)}
      catalogue={testCatalogue}
      seen={{ ...seen, ...more }}
    />,
    { wrapper: MaskingForTests },
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Ticket…' }));
  const preview = await screen.findByRole('group', { name: 'Preview' });
  const copyTicket = async () => {
    // The button for Markdown says "Copied" for two seconds, too.
    const [copy] = screen.getAllByRole('button', { name: /^(Copy|Copied)$/ });
    await user.click(copy as HTMLElement);
    return navigator.clipboard.readText();
  };
  return { user, preview, copied: copyTicket };
}

test('shows what is masked before it is copied, and copies just that', async () => {
  const { preview, copied: copyTicket } = await openTicket();
  expect(preview).not.toHaveTextContent('5511987654321');
  expect(screen.getByText(/Masked: 2 phone numbers\./)).toBeInTheDocument();
  await expectNoAxeViolations();
  const text = await copyTicket();
  expect(text).toBe(preview.textContent);
  expect(text).toContain('crm.example/inbox');
  expect(text).not.toMatch(/5511987654321|14155552671/);
  // The desk needs the id.
  expect(text).toMatch(/HBgN[\s\S]*contains the number of the recipient/);
});

test('has its copy button in the footer, where it does not scroll away, in place of that of the explanation', async () => {
  await openTicket();
  const footer = within(screen.getByRole('contentinfo'));
  expect(footer.getByRole('button', { name: 'Copy' })).toBeVisible();
  expect(footer.getAllByRole('button')).toHaveLength(3);
});

test('masks all message ids by one click on one of them', async () => {
  const places = ['A', 'B'].map((end) => ({
    ...(seen.places[0] as CodeOrigin['places'][number]),
    message: `wamid.HBgNNTUxMTk4NzY1NDMyM${end}`,
  }));
  const {
    user,
    preview,
    copied: copyTicket,
  } = await openTicket({ places, count: 2 });
  expect(await copyTicket()).toMatch(/wamid\.HBgN\w+A .*\n.*wamid\.HBgN\w+B /);
  await user.click(
    within(preview).getByRole('button', { name: /^wamid\.HBgN\w+A$/ }),
  );
  expect(await copyTicket()).not.toContain('HBgN');
  await user.click(screen.getByTitle('Copy as Markdown'));
  expect(await navigator.clipboard.readText()).not.toContain('HBgN');
  await user.click(
    within(preview).getAllByRole('button', {
      name: 'wamid.[masked]',
    })[0] as HTMLElement,
  );
  expect(await copyTicket()).toMatch(/HBgN\w+A .*\n.*HBgN\w+B /);
});

test('unmasks a single part, and masks it again', async () => {
  const { user, preview, copied: copyTicket } = await openTicket();
  const [first] = within(preview).getAllByRole('button', { name: '+55 …21' });
  await user.click(first as HTMLElement);
  expect(await copyTicket()).toContain('5511987654321');
  expect(await copyTicket()).not.toContain('14155552671');
  await user.click(
    within(preview).getByRole('button', { name: '5511987654321' }),
  );
  expect(await copyTicket()).not.toContain('5511987654321');
});

test('shows plain text, and copies Markdown, masked alike', async () => {
  const { user, preview } = await openTicket();
  expect(preview.textContent).toMatch(
    /^To: .*\nSubject: 131047 .*\n\nHello,\n\nWe get 131047 on crm\.example\/inbox\.\n/,
  );
  const [first] = within(preview).getAllByRole('button', { name: '+55 …21' });
  await user.click(first as HTMLElement);
  const copyAs = async (title: string) => {
    await user.click(screen.getByTitle(title));
    return navigator.clipboard.readText();
  };
  const markdown = await copyAs('Copy as Markdown');
  expect(markdown).toMatch(
    /^\*\*To:\*\* .*\n\*\*Subject:\*\* 131047 .*\n\nHello,\n\nWe get 131047 on `crm\.example\/inbox`\.\n[\s\S]*\n- WABA ID: ____\n/,
  );
  expect(markdown).toContain('5511987654321');
  expect(markdown).not.toContain('14155552671');
  expect(preview.textContent).not.toContain('**');
});

test('shows markup of the page as text', async () => {
  const { preview } = await openTicket();
  expect(preview).toHaveTextContent('<b>(#131047)</b>');
  expect(preview.querySelector('b')).toBeNull();
});

test('says so where nothing can mask it, and offers no copy', async () => {
  render(
    <EntryView
      explanation={explain({ code: '131047' }, testCatalogue)}
      catalogue={testCatalogue}
      seen={seen}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Ticket…' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Couldn’t mask personal data. Reload the page and try again.',
  );
  expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
  expect(screen.getByRole('article')).not.toHaveTextContent('5511987654321');
});

test('masks a word that the user names, in this copy and in later ones', async () => {
  const { preview } = await openTicket({
    places: [],
    text: '131047 sent by account',
  });
  expect(preview).toHaveTextContent('sent by account');
  await userEvent.type(
    screen.getByRole('textbox', { name: 'Mask another word' }),
    'account{Enter}',
  );
  expect(preview).toHaveTextContent('sent by [text]');
});

test('masks the word that a double click selects', async () => {
  const { preview } = await openTicket({
    places: [],
    text: '131047 sent by window',
  });
  const node = [...preview.childNodes].find(({ nodeValue }) =>
    nodeValue?.includes('window'),
  ) as Text;
  const start = node.data.indexOf('window');
  getSelection()?.setBaseAndExtent(node, start, node, start + 'window'.length);
  fireEvent.doubleClick(preview);
  expect(preview).toHaveTextContent('sent by [text]');
});

test('says that nothing had to be masked', async () => {
  await openTicket({ places: [], text: null });
  expect(
    screen.getByText(
      /^Found nothing to mask\. Check for names before you share it\. Fill in each ____ before you send it\./,
    ),
  ).toBeInTheDocument();
});

test('shows control characters, and names each kind that was masked', async () => {
  await openTicket({
    places: [],
    text: '131047 a\u202eb\u0007 177.34.12.9 @maria.silva "address":"Rua Augusta 12"',
  });
  expect(
    screen.getByText(/1 IP address, 1 username or user ID, 1 postal address/),
  ).toBeInTheDocument();
  expect(screen.getByRole('group', { name: 'Preview' })).toHaveTextContent(
    'a\ufffdb\u2407',
  );
});
