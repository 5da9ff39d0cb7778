import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/language/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { COULD_NOT, copyText } from './copy-text.ts';

interface CopyButtonProps {
  /** Called when the button is pressed. */
  textOf: () => string;
  label: string;
  /** The message after copying. Default: `Copied`. */
  done?: string;
  title?: string;
  /** Hides the icon, for a button next to one that has it. */
  isBare?: boolean;
}

const SAID_MS = 2000;

/** Copies a text. Shows and announces for two seconds whether that worked. */
export function CopyButton({ textOf, label, done = t('Copied'), title, isBare }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (words: string) => {
    setSaid(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(null), SAID_MS);
  };
  const copy = () =>
    copyText(textOf()).then(
      () => say(done),
      () => say(t(COULD_NOT)),
    );
  return (
    <>
      <button type="button" className="er-button er-copy" onClick={copy} title={title}>
        {!isBare && <Icon name={said === done ? 'yes' : 'copy'} />}
        {said ?? label}
      </button>
      <span role="status" className="er-hidden">
        {said}
      </span>
    </>
  );
}
