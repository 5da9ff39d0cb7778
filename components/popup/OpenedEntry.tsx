import { useEffect, useRef } from 'react';
import type { EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import type { Finding } from '../../lib/explain/finding.ts';
import { EntryView } from '../entry/EntryView.tsx';
import { Icon } from '../icons/Icon.tsx';
import { hasPlaces, Places } from './Places.tsx';

/** One entry in the popup, with the way back to the list. */
export function OpenedEntry(props: {
  explanation: Explanation | Finding;
  catalogue: Catalogue;
  onOpen: (row: { code: string; key: EntryKey }) => void;
  onBack: () => void;
}) {
  const { explanation, catalogue, onOpen, onBack } = props;
  const shown = explanation.entry?.key ?? explanation.code;
  const top = useRef<HTMLDivElement>(null);
  // The field is there from the start; an entry that replaces another begins at its own top.
  useEffect(() => {
    if (shown) top.current?.scrollIntoView?.({ block: 'nearest' });
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the entry from wherever within it
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
          <Icon name="chevron" size={14} /> Back
        </button>
        <a className="link-button" href={`catalogue.html#${encodeURI(shown)}`} target="_blank" rel="noopener">
          In the catalogue <Icon name="external" size={14} />
        </a>
      </div>
      <EntryView
        key={shown}
        explanation={explanation}
        catalogue={catalogue}
        notice={'places' in explanation && hasPlaces(explanation) && <Places finding={explanation} />}
        onChoose={(key) => {
          const entry = catalogue.byKey.get(key);
          if (entry) onOpen({ code: entry.code, key });
        }}
      />
    </div>
  );
}
