import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { explainEntry } from '../../lib/explain/explanation.ts';
import { formatMeaningCount } from '../../lib/format/answer-options.ts';
import { formatNonWhatsAppChannel } from '../../lib/format/verdict-text.ts';
import { EntryBody, Examples, Handover } from '../entry/EntryBody.tsx';
import { EntryHeader } from '../entry/EntryHeader.tsx';
import { RelatedEntries, RetiredNotice, WrappedCodes } from '../entry/RelatedEntries.tsx';
import { SourceComparison } from '../entry/SourceComparison.tsx';
import { Verdict } from '../entry/Verdict.tsx';

interface EntryPageProps {
  entry: Entry;
  catalogue: Catalogue;
  /** Addresses of the pages of the provider, of the entry as JSON, and of its code if several providers use it. */
  links: { provider: string; json: string; shared: string | null };
}

/** One meaning of a code at one provider. */
export function EntryPage({ entry, catalogue, links }: EntryPageProps) {
  const { others } = explainEntry(entry, catalogue, {});
  const channel = formatNonWhatsAppChannel(entry);
  const where = [
    <a key="provider" href={links.provider}>
      {catalogue.apiName(entry)}
    </a>,
    ...(entry.subcode ? [`subcode ${entry.subcode}`] : []),
    ...(entry.http === undefined ? [] : [`HTTP ${entry.http}`]),
    ...(channel ? [channel] : []),
  ];
  const linking = { entry, catalogue, onChoose: undefined };
  return (
    <article className="er-entry">
      {links.shared && (
        <p className="shared">
          <a href={links.shared}>
            {formatMeaningCount(others.length + 1)} of {entry.code}
          </a>
          . This page is about {catalogue.apiName(entry)}.
        </p>
      )}
      <EntryHeader code={entry.code} title={entry.title} where={where} heading="h1" />
      <RetiredNotice {...linking} />
      <Verdict {...{ entry, catalogue }} explanation={{ detail: null }} />
      <EntryBody {...{ entry, catalogue }} detail={null} said={null} subcodeFamily={null} isBrief={false} />
      <WrappedCodes {...linking} />
      <Examples examples={entry.examples} />
      <Handover customer={entry.customer} />
      <SourceComparison {...linking} />
      <RelatedEntries {...linking} others={others} />
      <p className="site-data">
        <a href={links.json}>This entry as JSON</a>
      </p>
    </article>
  );
}
