import {
  type ComponentProps,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { t } from '../../lib/core/i18n/translate.ts';
import type { Masker } from '../../lib/masking/mask-text.ts';
import { Icon } from '../icons/Icon.tsx';
import { COPY_FAILED_TEXT, copyText } from './copy-text.ts';
import { MaskingContext } from './masking.ts';

export const EntryButton = (props: ComponentProps<'button'>) => (
  <button type="button" className="er-button" {...props} />
);

export const QuietButton = (props: ComponentProps<'button'>) => (
  <button type="button" className="er-quiet" {...props} />
);

/** Opens a new tab, so that the entry stays. */
export const NewTabLink = (props: ComponentProps<'a'>) => (
  <a target="_blank" rel="noreferrer" {...props} />
);

export const MoreButton = ({ onClick }: { onClick: () => void }) => (
  <QuietButton aria-expanded={false} onClick={onClick}>
    {t('More')}
  </QuietButton>
);

interface CopyButtonProps {
  getText: () => string;
  label: string;
  title?: string;
  isBare?: boolean;
}

const FEEDBACK_MS = 2000;

export const CopyMarkdownButton = ({
  getText,
}: Pick<CopyButtonProps, 'getText'>) => (
  <CopyButton
    isBare
    label="Markdown"
    title={t('Copy as Markdown')}
    getText={getText}
  />
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
      <button
        type="button"
        className="er-button er-copy"
        onClick={copy}
        title={title}
      >
        {!isBare && <Icon name={said === t('Copied') ? 'yes' : 'copy'} />}
        {/* As wide as either text, so that the next buttons stay. */}
        <span className="er-swap" data-other={said ? label : t('Copied')}>
          {said ?? label}
        </span>
      </button>
      <span role="status" className="er-hidden">
        {said}
      </span>
    </>
  );
}

export function Disclosure({
  summary,
  children,
}: {
  summary: ReactNode;
  children: ReactNode;
}) {
  // Most nodes of a card are inside closed parts, so render those after the first paint. The static site has all at once.
  const [isFilled, fill] = useState(() => typeof document === 'undefined');

  useEffect(() => fill(true), []);

  return (
    <details
      className="er-fold"
      onToggle={({ currentTarget: fold }) => fold.open && scrollToReveal(fold)}
    >
      <summary>
        <Icon name="chevron" size={14} />
        <span>{summary}</span>
      </summary>
      <div className="er-fold-body">{isFilled && children}</div>
    </details>
  );
}

export const OpenedPart = (props: { children: ReactNode }) => (
  <div ref={scrollToReveal} className="er-opened" {...props} />
);

/** What `More` adds: below the last fold, nobody would see that something came. */
export const AddedPart = (props: { children: ReactNode }) => (
  <div ref={scrollToReveal} {...props} />
);

const BUTTON_ROW_PX = 48;

/** Height in CSS pixels of a part that shows what has come. To see more, its reader scrolls. */
const SEEN_HEIGHT_PX = 160;

/** Scrolls only the nearest `.er-scroll` until a part that has just grown is visible. Leaves what was pressed where it is, if enough is. */
export function scrollToReveal(part: Element | null) {
  const view = part?.closest('.er-scroll');
  if (!part || !view) return;

  const [inner, outer] = [
    part.getBoundingClientRect(),
    view.getBoundingClientRect(),
  ];

  const seen = outer.bottom - inner.top;
  if (seen >= Math.min(inner.height, SEEN_HEIGHT_PX)) return;

  // The sticky head covers the top of the view, more of it below a line that leads back. The button stays in view as well.
  const top = view.querySelector('.er-head');
  const isSticky = top !== null && getComputedStyle(top).position === 'sticky';

  const padding =
    Number.parseFloat(getComputedStyle(view).scrollPaddingBlockStart) || 0;

  const head = isSticky
    ? Math.max(padding, top.getBoundingClientRect().height + BUTTON_ROW_PX)
    : padding;

  view.scrollTop += Math.max(
    0,
    Math.min(inner.bottom - outer.bottom, inner.top - outer.top - head),
  );
}

export interface CopySampleButtonProps {
  children: ReactNode;
  /** Returns one masked line of the test corpus; null if the text has left the page. */
  getSampleLine: (masking: Masker) => Promise<string | null>;
}

/** Copies a wrong or missed mark as a test case. Errata sends nothing; the user decides what to do with it. */
export function CopySampleButton({
  children,
  getSampleLine,
}: CopySampleButtonProps) {
  const bring = useContext(MaskingContext);
  const [said, setSaid] = useState<string | null>(null);

  async function copy() {
    const line = await getSampleLine(await bring());
    if (line === null) throw new Error('The text has left the page.');
    await copyText(line);

    setSaid(
      t(
        'Copied. Personal data was replaced with fake values. Names in sentences and short numbers may remain. Check before you share it.',
      ),
    );
  }

  return (
    <p className="er-case">
      {children}{' '}
      <QuietButton
        onClick={() => copy().catch(() => setSaid(`${t(COPY_FAILED_TEXT)}.`))}
      >
        {t('Copy a report')}
      </QuietButton>
      <span role="status">{said}</span>
    </p>
  );
}
