import { Fragment } from 'react';
import type { Entry, Relation } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { createFrequencyRank } from '../../lib/catalogue/popularity.ts';
import {
  findAmbiguousWrappedCodes,
  findSuccessors,
  isInferredRelation,
} from '../../lib/catalogue/relations.ts';
import { formatNumberWord } from '../../lib/format/answer-options.ts';
import { formatMoreCount } from '../../lib/format/failure-counts.ts';
import { getListSeparator, t } from '../../lib/i18n/translate.ts';
import { Disclosure } from './controls.tsx';
import { EnglishText } from './EnglishText.tsx';
import { Code } from './EntryBody.tsx';
import { EntryLink, type EntryLinking, EntryLinks } from './EntryLink.tsx';
import { INFERRED_TEXT, RELATION_TEXTS } from './wording.ts';

export interface RelatedProps extends EntryLinking {
  entry: Entry;
}

/** Relations that the view shows elsewhere: successors with the deprecation notice, wrapped codes below the meaning, aliases with the sources. */
const RELATIONS_SHOWN_ELSEWHERE: readonly Relation[] = ['successor', 'behind', 'shown-as'];

export function findAliasEntries({ related = [] }: Entry, catalogue: Catalogue): { entry: Entry }[] {
  const rank = createFrequencyRank(catalogue);
  return related
    .flatMap(({ key, as }) => (as === 'shown-as' && catalogue.byKey.get(key)) || [])
    .sort((a, b) => rank(a) - rank(b))
    .map((alias) => ({ entry: alias }));
}

export function RelatedEntries(props: RelatedProps & { others: readonly Entry[] }) {
  const { entry, others, catalogue, onChoose } = props;
  const known = (entry.related ?? []).flatMap(({ key, as }) => {
    const entry = catalogue.byKey.get(key);
    return entry ? [{ as, entry, lead: t(RELATION_TEXTS[as]) }] : [];
  });
  const related = known.filter(({ as }) => !RELATIONS_SHOWN_ELSEWHERE.includes(as));
  const codes = related.map(({ entry: { code } }) => code);
  const elsewhere = others.map((other) => ({ entry: other }));
  const parts = [
    [t('Same code elsewhere'), elsewhere, 'meaning', listFirst(others.map(catalogue.apiName), 'bdi')],
    [t('Related'), related, 'related', listFirst(codes, Code)],
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

const MAX_NAMED = 4;

function listFirst(all: readonly string[], Part: typeof Code | 'bdi') {
  const distinct = [...new Set(all)];
  return (
    <>
      {distinct.slice(0, MAX_NAMED).map((one, at) => (
        <Fragment key={one}>
          {at > 0 && getListSeparator()}
          <Part>{one}</Part>
        </Fragment>
      ))}
      {distinct.length > MAX_NAMED && ` ${formatMoreCount(distinct.length - MAX_NAMED)}`}
    </>
  );
}

export function WrappedCodes({ entry, catalogue, onChoose }: RelatedProps) {
  const behind = (entry.related ?? []).flatMap(({ key, as, via }) => {
    const other = as === 'behind' ? catalogue.byKey.get(key) : undefined;
    const way = via && catalogue.byKey.get(via)?.code;
    return other ? [{ entry: other, way, inferred: !way && isInferredRelation(entry, other) }] : [];
  });
  if (behind.length === 0) return null;
  const direct = behind.filter(({ way }) => !way);
  const allInferred = direct.every(({ inferred }) => inferred);
  const links = behind.map(({ entry, way, inferred }) => ({
    entry,
    lead: way ? t('via $1', way) : inferred && !allInferred ? `${t(INFERRED_TEXT)}:` : undefined,
  }));
  const lost = findAmbiguousWrappedCodes(entry);
  const [first] = lost;
  const registry = first && catalogue.byKey.get(first);
  return (
    <section className="er-behind" aria-label={t('Underlying codes')}>
      <p className="er-lead">
        {t('Underlying codes')}
        {allInferred && getListSeparator() + t(INFERRED_TEXT)}
        {registry && (
          <>
            :{' '}
            {t(
              '$1 codes of the $2 map to this one, and $3 doesn’t say which one occurred',
              formatNumberWord(lost.length),
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

export function RetiredNotice({ entry, catalogue, onChoose }: RelatedProps) {
  const successors = findSuccessors(entry, catalogue);
  if (!entry.deprecated && !entry.renamedFrom && successors.length === 0) return null;
  return (
    <div className="er-retired">
      {entry.deprecated && (
        <p>
          <strong>{t('Retired')}.</strong> <EnglishText>{entry.deprecated}</EnglishText>
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
