import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { copyText } from './copy-text.ts';

interface CopyButtonProps {
  text: string;
  label: string;
  /** Said once it is on the clipboard: `Link copied`. */
  done: string;
  /** Writes to the clipboard; `copyText` unless told. Rejects where it could not. */
  onCopy?: ((text: string) => Promise<void>) | undefined;
}

const CONFIRM_MS = 2000;

/** Copies one text, and says on the button itself whether that worked. */
export function CopyButton({ text, label, done, onCopy = copyText }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function say(words: string) {
    setSaid(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(''), CONFIRM_MS);
  }

  const copy = () =>
    onCopy(text).then(
      () => say(done),
      () => say('Could not copy'),
    );
  return (
    <button type="button" className="er-button" onClick={copy}>
      <Icon name={said === done ? 'yes' : 'copy'} />
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}
