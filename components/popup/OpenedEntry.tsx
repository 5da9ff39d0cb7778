import { useEffect, useRef } from 'react';
import type { EntryKey } from '../../data/schema.ts';
import { explain } from '../../lib/answer/explain/explain.ts';
import type { Explanation } from '../../lib/answer/explain/explanation.ts';
import {
  findMessageContext,
  MAX_MESSAGES,
  type MessageContext,
} from '../../lib/answer/explain/message-context.ts';
import type { CodeOrigin } from '../../lib/answer/format/ticket.ts';
import type { Finding } from '../../lib/answer/paste/finding.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findCurrentEntry } from '../../lib/catalogue/relations.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type { TabPage } from '../../lib/extension/webext/tab-page.ts';
import type { CodeName, PageCode } from '../../lib/page/marking/code-counts.ts';
import { EntryView } from '../entry/EntryView.tsx';
import { useLoaded } from '../entry/masking.ts';
import { WordingNotice } from '../entry/wording.ts';
import { Icon } from '../icons/Icon.tsx';
import { TabLink } from '../shared/controls.tsx';
import { FindingPlaces } from './FindingPlaces.tsx';
import type { ReadTexts } from './page-plan.ts';
import type { LookupContext } from './SiteLine.tsx';

interface OpenedEntryProps {
  explanation: Explanation | Finding;
  catalogue: Catalogue;
  page: TabPage | null | undefined;
  context: LookupContext;
  readTexts: ReadTexts;
  isTicket: boolean;
  isNote?: boolean;
  onOpen: (row: { code: string; key: EntryKey }) => void;
  onGo: (name: CodeName) => void;
  onBack: () => void;
}

export function OpenedEntry(props: OpenedEntryProps) {
  const { explanation, catalogue, page, isTicket, onOpen, onGo, onBack } =
    props;

  const finding = 'places' in explanation ? explanation : null;

  const onPage = page?.codes.find(({ code, key }) =>
    key
      ? findCurrentEntry(key, catalogue)?.key === explanation.entry?.key
      : code === explanation.code,
  );

  const seen = useOrigin(onPage, props);
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
        {onPage && (
          <button
            type="button"
            className="link-button"
            onClick={() => onGo(onPage)}
          >
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
        seen={seen}
        isTicket={isTicket}
        isNote={props.isNote === true}
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

/** Returns all messages of the code in the paste, or else on the page in front, which is read for them. */
function useOrigin(
  onPage: PageCode | undefined,
  { explanation, catalogue, context, readTexts }: OpenedEntryProps,
): CodeOrigin {
  const isFound = 'places' in explanation;

  const loadPlaces = () => {
    if (isFound || !onPage) return null;

    const { code, key, count, unmarked = 0 } = onPage;

    const readPlace = (text: string): MessageContext => {
      const meanings = key ? [{ key, score: 1 }] : undefined;

      const { detail, said } = explain(
        {
          ...context,
          code,
          meanings,
          nearby: text,
        },
        catalogue,
      );

      return { ...findMessageContext(code, text), said: detail?.text || said };
    };

    const texts = readTexts(
      onPage,
      0,
      Math.min(MAX_MESSAGES, count - unmarked),
      true,
    );

    return texts.then((all) => all.map(readPlace));
  };

  const places = useLoaded(loadPlaces, [onPage, isFound]) ?? [];
  const { provider, ...address } = context;

  if (isFound)
    return {
      provider,
      count: explanation.count,
      places: explanation.places,
      text: null,
    };

  if (!onPage)
    return {
      provider,
      count: 1,
      places: [],
      text: null,
    };

  return {
    ...address,
    provider,
    count: onPage.count,
    places,
    text: null,
  };
}
