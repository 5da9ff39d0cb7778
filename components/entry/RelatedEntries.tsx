import { Fragment } from 'react';
import type { Entry, Relation } from '../../data/schema.ts';
import { metRank } from '../../lib/catalogue/likelihood.ts';
import { isInferred, lostBehind, successorsOf } from '../../lib/catalogue/relations.ts';
import { moreText } from '../../lib/explain/counted.ts';
import { comma, t } from '../../lib/language/translate.ts';
import { Code } from './Code.tsx';
import { Disclosure } from './Disclosure.tsx';
import { EntryLink, EntryLinks, type Linking } from './EntryLink.tsx';
import { inferredWords, numberWords, relationWords } from './wording.ts';

interface OfEntry extends Linking {
  entry: Entry;
}

/** Relations that the view shows elsewhere: successors with the deprecation notice, wrapped codes below the meaning. */
const ELSEWHERE: readonly Relation[] = ['successor', 'behind', 'shown-as'];

/** Folded links: the same number at other providers, providers' own codes for this one, and related codes. */
export function RelatedEntries({
  entry,
  others,
  catalogue,
  onChoose,
}: OfEntry & { others: readonly Entry[] }) {
  const known = (entry.related ?? []).flatMap(({ key, as }) => {
    const entry = catalogue.byKey.get(key);
    return entry ? [{ as, entry, lead: t(relationWords[as]) }] : [];
  });
  const met = metRank(catalogue);
  const shownAs = known
    .filter(({ as }) => as === 'shown-as')
    .map(({ entry }) => ({ entry }))
    // Most common first.
    .sort((a, b) => met(a.entry) - met(b.entry));
  const related = known.filter(({ as }) => !ELSEWHERE.includes(as));
  const elsewhere = others.map((other) => ({ entry: other }));
  const codesOf = (links: readonly { entry: Entry }[]) => links.map(({ entry }) => entry.code);
  const parts = [
    [t('Same code elsewhere'), elsewhere, 'meaning', firstOf(others.map(catalogue.apiName), 'bdi')],
    [t('Shown by providers as'), shownAs, 'related', firstOf(codesOf(shownAs), Code)],
    [t('Related'), related, 'related', firstOf(codesOf(related), Code)],
  ] as const;
  return parts.map(
    ([lead, links, why, first]) =>
      links.length > 0 && (
        <Disclosure
          key={lead}
          summary={
            <>
              {lead}: {first}
            </>
          }
        >
          <EntryLinks {...{ links, why, catalogue, onChoose }} />
        </Disclosure>
      ),
  );
}

const MOST = 4;

/** The first four distinct names or codes in one line, and how many more there are. */
function firstOf(all: readonly string[], Part: typeof Code | 'bdi') {
  const distinct = [...new Set(all)];
  return (
    <>
      {distinct.slice(0, MOST).map((one, at) => (
        <Fragment key={one}>
          {at > 0 && comma()}
          <Part>{one}</Part>
        </Fragment>
      ))}
      {distinct.length > MOST && ` ${moreText(distinct.length - MOST)}`}
    </>
  );
}

/** Lists Meta's codes that a provider's own code wraps. Says whether the provider distinguishes them, and which source says so. */
export function Behind({ entry, catalogue, onChoose }: OfEntry) {
  const behind = (entry.related ?? []).flatMap(({ key, as, via }) => {
    const other = as === 'behind' ? catalogue.byKey.get(key) : undefined;
    const way = via && catalogue.byKey.get(via)?.code;
    return other ? [{ entry: other, way, inferred: !way && isInferred(entry, other) }] : [];
  });
  if (behind.length === 0) return null;
  const direct = behind.filter(({ way }) => !way);
  const allInferred = direct.every(({ inferred }) => inferred);
  const links = behind.map(({ entry, way, inferred }) => ({
    entry,
    lead: way ? t('via $1', way) : inferred && !allInferred ? `${t(inferredWords)}:` : undefined,
  }));
  const lost = lostBehind(entry);
  const [first] = lost;
  const registry = first && catalogue.byKey.get(first);
  return (
    <section className="er-behind" aria-label={t('Underlying codes')}>
      <p className="er-lead">
        {t('Underlying codes')}
        {allInferred && comma() + t(inferredWords)}
        {registry && (
          <>
            :{' '}
            {t(
              '$1 codes of the $2 map to this one, and $3 doesn’t say which one occurred',
              numberWords(lost.length),
              catalogue.apiName(registry),
              catalogue.provider(entry.provider)?.name ?? '',
            )}
          </>
        )}
      </p>
      <EntryLinks links={links} why="related" catalogue={catalogue} onChoose={onChoose} />
    </section>
  );
}

/** A notice that a code is deprecated or renamed, with its successors. */
export function Retired({ entry, catalogue, onChoose }: OfEntry) {
  const successors = successorsOf(entry, catalogue);
  if (!entry.deprecated && !entry.renamedFrom && successors.length === 0) return null;
  return (
    <div className="er-retired">
      {entry.deprecated && (
        <p>
          <strong>{t('Retired')}.</strong> {entry.deprecated}
        </p>
      )}
      {entry.renamedFrom && <p>{t('Formerly called “$1”.', entry.renamedFrom)}</p>}
      {successors.map((successor) => (
        <EntryLink
          key={successor.key}
          entry={successor}
          why="related"
          lead={t('Replaced by')}
          {...{ catalogue, onChoose }}
        />
      ))}
    </div>
  );
}
