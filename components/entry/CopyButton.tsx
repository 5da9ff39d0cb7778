import { useEffect, useRef, useState } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { COPY_FAILED_TEXT, copyText } from './copy-text.ts';

interface CopyButtonProps {
  getText: () => string;
  label: string;
  title?: string;
  isBare?: boolean;
}

const FEEDBACK_MS = 2000;

export const CopyMarkdownButton = ({ getText }: Pick<CopyButtonProps, 'getText'>) => (
  <CopyButton isBare label="Markdown" title={t('Copy as Markdown')} getText={getText} />
);

/** Copies a text. Shows and announces for two seconds whether that worked. Absent on the static site, which works without scripts. */
export function CopyButton({ getText, label, title, isBare }: CopyButtonProps) {
  const [said, setSaid] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const showFeedback = (words: string) => {
    setSaid(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(null), FEEDBACK_MS);
  };
  const copy = () =>
    copyText(getText()).then(
      () => showFeedback(t('Copied')),
      () => showFeedback(t(COPY_FAILED_TEXT)),
    );
  if (typeof document === 'undefined') return null;
  return (
    <>
      <button type="button" className="er-button er-copy" onClick={copy} title={title}>
        {!isBare && <Icon name={said === t('Copied') ? 'yes' : 'copy'} />}
        {said ?? label}
      </button>
      <span role="status" className="er-hidden">
        {said}
      </span>
    </>
  );
}
