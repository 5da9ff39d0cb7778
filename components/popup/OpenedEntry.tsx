import { useEffect, useRef } from 'react';
import type { EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { CodeOrigin, TicketSender } from '../../lib/format/ticket.ts';
import { t } from '../../lib/i18n/translate.ts';
import type { Finding } from '../../lib/paste/finding.ts';
import { EntryView } from '../entry/EntryView.tsx';
import { WordingNotice } from '../entry/WordingNotice.tsx';
import { Icon } from '../icons/Icon.tsx';
import { TabLink } from '../shared/controls.tsx';
import { FindingPlaces } from './FindingPlaces.tsx';

/** One entry in the popup, with a button back to the list. */
export function OpenedEntry(props: {
  explanation: Explanation | Finding;
  catalogue: Catalogue;
  onOpen: (row: { code: string; key: EntryKey }) => void;
  /** The page in front, for a code that was found on it. */
  sender: TicketSender;
  /** Goes to the code on the page in front. Null if it is not there. */
  onShow: (() => void) | null;
  onBack: () => void;
}) {
  const { explanation, catalogue, onOpen, onShow, onBack } = props;
  const finding = 'places' in explanation ? explanation : null;
  const shown = explanation.entry?.key ?? explanation.code;
  const top = useRef<HTMLDivElement>(null);
  // Scroll a following entry to its top; the first one is there already, and the search field stays in view.
  useEffect(() => {
    if (shown) top.current?.scrollIntoView?.({ block: 'nearest' });
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the entry from any control in it
    <div
      ref={top}
      className="opened"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onBack();
      }}
    >
      <div className="opened-bar">
        <button type="button" className="link-button back" onClick={onBack}>
          <Icon name="chevron" size={14} /> {t('Back')}
        </button>
        {onShow && (
          <button type="button" className="link-button" onClick={onShow}>
            <Icon name="target" size={14} /> {t('Show on the page')}
          </button>
        )}
        <TabLink href={`catalogue.html#${encodeURI(shown)}`}>
          {t('Open in the catalogue')} <Icon name="external" size={14} />
        </TabLink>
      </div>
      <EntryView
        key={shown}
        explanation={explanation}
        catalogue={catalogue}
        seen={getOrigin(explanation, props.sender)}
        notice={finding?.wording && <WordingNotice {...finding.wording} />}
        below={finding && <FindingPlaces finding={finding} />}
        onChoose={(key) => {
          const entry = catalogue.byKey.get(key);
          if (entry) onOpen({ code: entry.code, key });
        }}
      />
    </div>
  );
}

function getOrigin(explanation: Explanation | Finding, { provider, ...page }: TicketSender): CodeOrigin {
  if ('places' in explanation)
    return { provider, count: explanation.count, places: explanation.places, text: null };
  return { ...page, provider, count: 1, places: [], text: null };
}
