import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { COULD_NOT, copyText } from './copy-text.ts';

export type CopyForm = 'text' | 'markdown';

interface CopyButtonsProps {
  /** The explanation as a plain paragraph or as Markdown. */
  textOf: (form: CopyForm) => string;
}

const COPIED = 'Copied';

/** Copies the explanation, and says so to eye and ear. */
export function CopyButtons({ textOf }: CopyButtonsProps) {
  const [said, say] = useSaid<{ form: CopyForm; text: string }>();
  const copy = (form: CopyForm) =>
    copyText(textOf(form)).then(
      () => say({ form, text: COPIED }),
      () => say({ form, text: COULD_NOT }),
    );
  const label = (form: CopyForm, idle: string) => (said?.form === form ? said.text : idle);
  return (
    <>
      <button
        type="button"
        className="er-button er-copy"
        onClick={() => copy('text')}
        title="Copy as a paragraph"
      >
        <Icon name={label('text', '') === COPIED ? 'yes' : 'copy'} />
        {label('text', 'Copy')}
      </button>
      <button type="button" className="er-button" onClick={() => copy('markdown')} title="Copy as Markdown">
        {label('markdown', 'Markdown')}
      </button>
      <span role="status" className="er-hidden">
        {said?.text}
      </span>
    </>
  );
}

interface CopyButtonProps {
  text: string;
  label: string;
  /** Said once it is on the clipboard: `Link copied`. */
  done: string;
}

/** Copies one text, and shows on the button whether that worked. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [said, say] = useSaid<string>();
  const copy = () =>
    copyText(text).then(
      () => say(done),
      () => say(COULD_NOT),
    );
  return (
    <button type="button" className="er-button" onClick={copy}>
      <Icon name={said === done ? 'yes' : 'copy'} />
      <span aria-live="polite">{said ?? label}</span>
    </button>
  );
}

const SAID_MS = 2000;

/** A short message, and a way to show one; it is null again after two seconds. */
function useSaid<T>(): [said: T | null, say: (words: T) => void] {
  const [said, setSaid] = useState<T | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    said,
    (words) => {
      setSaid(() => words);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setSaid(null), SAID_MS);
    },
  ];
}
