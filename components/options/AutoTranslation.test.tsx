import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { AutoTranslation, type AutoTranslationProps } from './AutoTranslation.tsx';

function open(
  translator: AutoTranslationProps['translator'],
  onDownloadTranslator = vi.fn(async () => undefined),
) {
  const onChange = vi.fn();
  render(<AutoTranslation on={false} {...{ translator, onChange, onDownloadTranslator }} />);
  return { user: userEvent.setup(), onChange, onDownloadTranslator };
}

test('says before that the browser downloads a language model, and is on once it is there', async () => {
  let finish = () => {};
  const { user, onChange } = open(
    'downloadable',
    vi.fn(() => new Promise<undefined>((resolve) => (finish = () => resolve(undefined)))),
  );
  expect(screen.getByText(/must first download a language model/)).toBeVisible();
  await user.click(screen.getByRole('switch'));
  expect(screen.getByRole('status')).toHaveTextContent('Downloading…');
  expect(onChange).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalledExactlyOnceWith(true));
});

test('stays off if the download fails, and says so', async () => {
  const { user, onChange } = open(
    'downloadable',
    vi.fn(() => Promise.reject(new Error('no space'))),
  );
  await user.click(screen.getByRole('switch'));
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(onChange).not.toHaveBeenCalled();
});

test('is on at once if the model is there, and absent if the browser cannot translate', async () => {
  const { user, onChange } = open('available');
  await user.click(screen.getByRole('switch'));
  expect(onChange).toHaveBeenCalledWith(true);
  const { container } = render(
    <AutoTranslation
      on={false}
      translator="unavailable"
      onChange={onChange}
      onDownloadTranslator={async () => undefined}
    />,
  );
  expect(container).toBeEmptyDOMElement();
});
