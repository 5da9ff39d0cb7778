import type { Entry } from '../../data/schema.ts';
import { explainEntry } from '../../lib/answer/explain/explanation.ts';
import { formatMeaningCount } from '../../lib/answer/format/answer-options.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { EntryHeader, Examples } from '../entry/EntryBody.tsx';
import {
  describeProvider,
  EntryContent,
  NEW_VIEW,
  Verdict,
} from '../entry/EntryView.tsx';
import { RetiredNotice } from '../entry/RelatedEntries.tsx';

export function EntryPage(props: {
  entry: Entry;
  catalogue: Catalogue;
  /** Addresses of the pages of the provider, of the entry as JSON, and of its code if several providers use it. */
  links: { provider: string; json: string; shared: string | null };
}) {
  const { entry, catalogue, links } = props;
  const explanation = explainEntry(entry, catalogue, {});
  const [owner, ...details] = describeProvider(explanation, catalogue, false);

  const link = (
    <a key="provider" href={links.provider}>
      {owner}
    </a>
  );

  return (
    <article className="er-entry" data-key={entry.key}>
      {links.shared && (
        <p className="shared">
          <a href={links.shared}>
            {formatMeaningCount(explanation.others.length + 1)} of {entry.code}
          </a>
          . This page is about {catalogue.apiName(entry)}.
        </p>
      )}
      <EntryHeader
        code={entry.code}
        title={entry.title}
        where={[link, ...details]}
        heading="h1"
      />
      {entry.deprecated && (
        <RetiredNotice
          entry={entry}
          catalogue={catalogue}
          onChoose={undefined}
        />
      )}
      <Verdict entry={entry} catalogue={catalogue} explanation={explanation} />
      <EntryContent
        explanation={explanation}
        catalogue={catalogue}
        {...NEW_VIEW}
        onAnswer={null}
      />
      <Examples examples={entry.examples} />
      <p className="site-data">
        <a href={links.json}>This entry as JSON</a>
      </p>
    </article>
  );
}
