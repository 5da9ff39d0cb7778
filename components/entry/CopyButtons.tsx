import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { copyText } from './copy-text.ts';

export type CopyForm = 'text' | 'markdown';

interface CopyButtonsProps {
  /** The explanation as a plain paragraph or as Markdown. */
  textOf: (form: CopyForm) => string;
  /** Writes to the clipboard; `copyText` unless told. Rejects where it could not. */
  onCopy?: ((text: string) => Promise<void>) | undefined;
}

const CONFIRM_MS = 2000;

/** Copies the explanation, and says so to eye and ear. */
export function CopyButtons({ textOf, onCopy = copyText }: CopyButtonsProps) {
  const [done, setDone] = useState<{ form: CopyForm; ok: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy(form: CopyForm) {
    const ok = await onCopy(textOf(form)).then(
      () => true,
      () => false,
    );
    setDone({ form, ok });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDone(null), CONFIRM_MS);
  }

  const label = (form: CopyForm, idle: string) => (done?.form === form && done.ok ? 'Copied' : idle);
  return (
    <>
      <button
        type="button"
        className="er-button er-copy"
        onClick={() => copy('text')}
        title="Copy as a paragraph"
      >
        <Icon name={done?.form === 'text' && done.ok ? 'yes' : 'copy'} />
        {label('text', 'Copy')}
      </button>
      <button type="button" className="er-button" onClick={() => copy('markdown')} title="Copy as Markdown">
        {label('markdown', 'Markdown')}
      </button>
      <span role="status" className="er-hidden">
        {done && (done.ok ? 'Copied' : 'Could not copy')}
      </span>
    </>
  );
}
