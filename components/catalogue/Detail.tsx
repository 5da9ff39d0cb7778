import { useEffect, useRef } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { t } from '../../lib/i18n/translate.ts';
import { CopyButton } from '../entry/CopyButton.tsx';
import { Examples } from '../entry/EntryBody.tsx';
import { EntryView } from '../entry/EntryView.tsx';
import { Icon } from '../icons/Icon.tsx';

/** Same as in `catalogue.css`. The entry then replaces the list, so it gets the focus. */
export const ONE_COLUMN = '(max-width: 899px)';

export function Detail(props: {
  explanation: Explanation;
  catalogue: Catalogue;
  nearest: readonly Entry[];
  getAddress: (key: string) => string;
  onChoose: (key: string) => void;
  onClose: () => void;
}) {
  const { explanation, catalogue, nearest, getAddress, onChoose, onClose } = props;
  const { code, entry } = explanation;
  const section = useRef<HTMLElement>(null);
  const shown = entry?.key ?? code;
  useEffect(() => {
    const here = section.current;
    if (!shown || !here) return;
    // Move focus only for keyboard users.
    const isByKey = document.activeElement?.matches('.entries a:focus-visible');
    if (!isByKey && !globalThis.matchMedia?.(ONE_COLUMN).matches) return;
    here.focus({ preventScroll: true });
    if (here.getBoundingClientRect().top < 0) here.scrollIntoView();
  }, [shown]);
  return (
    <section ref={section} className="detail" tabIndex={-1} aria-label={t('$1 explained', code)}>
      <div className="detail-bar">
        <button type="button" className="link-button back" onClick={onClose}>
          <Icon name="chevron" size={14} /> {t('All codes')}
        </button>
      </div>
      <EntryView
        key={shown}
        {...{ explanation, catalogue, onChoose, nearest }}
        below={<Examples examples={entry?.examples} />}
        actions={<CopyButton key={shown} getText={() => getAddress(shown)} label={t('Copy link')} />}
      />
    </section>
  );
}
