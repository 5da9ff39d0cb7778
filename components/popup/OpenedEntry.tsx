import { useEffect, useRef } from 'react';
import type { SearchContext } from '../../lib/catalogue/search.ts';
import { EntryView } from '../entry/EntryView.tsx';
import { Icon } from '../icons/Icon.tsx';
import { explanationOf } from '../shared/explanation-of.ts';
import type { Reference } from './answer.ts';
import type { Opened } from './store.ts';

/** One entry in the popup, with the way back to the list. */
export function OpenedEntry(props: {
  opened: Opened;
  reference: Reference;
  context: SearchContext;
  onOpen: (opened: Opened) => void;
  onBack: () => void;
}) {
  const { opened, context, onOpen, onBack } = props;
  const { catalogue, familyOf } = props.reference;
  const top = useRef<HTMLDivElement>(null);
  // The field is there from the start; an entry that replaces another begins at its own top.
  useEffect(() => {
    if (opened) top.current?.scrollIntoView?.({ block: 'nearest' });
  }, [opened]);
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
        <a className="link-button" href={catalogueLink(opened)} target="_blank" rel="noopener">
          In the catalogue <Icon name="external" size={14} />
        </a>
      </div>
      <EntryView
        key={opened.key ?? opened.code}
        explanation={explanationOf(opened, catalogue, context, familyOf)}
        catalogue={catalogue}
        onChoose={(key) => {
          const entry = catalogue.byKey.get(key);
          if (entry) onOpen({ code: entry.code, key });
        }}
      />
    </div>
  );
}

function catalogueLink({ key, code }: Opened): string {
  return `catalogue.html#${key ?? code}`;
}
