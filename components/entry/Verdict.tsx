import { Fragment } from 'react';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getMarkKind } from '../../lib/core/mark-kind.ts';
import type { Explanation } from '../../lib/explain/explanation.ts';
import { getShownVerdict } from '../../lib/format/explanation-text.ts';
import { formatOwner, formatVerdictParts, getResponsibleParty } from '../../lib/format/verdict-text.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import { EnglishText } from './EnglishText.tsx';

export function Verdict(props: {
  entry: Entry;
  catalogue: Catalogue;
  explanation: Pick<Explanation, 'detail' | 'window'>;
}) {
  const { entry, catalogue, explanation } = props;
  const mark = getMarkKind(entry);
  const { line, next } = getShownVerdict(explanation, entry, catalogue);
  const isOpen = explanation.window?.isOpen === true;
  const mover = getResponsibleParty(entry, next);
  const [turn, ...others] = isOpen ? [line] : formatVerdictParts(entry, catalogue);
  return (
    <div className="er-verdict" data-mark={mark}>
      <MarkIcon mark={mark} size={18} />
      <p className="er-turn">
        <strong>{turn}</strong>
        {others.map((part) => (
          <Fragment key={part}>
            {' · '}
            <span>{part}</span>
          </Fragment>
        ))}
      </p>
      <p className="er-next">
        {isOpen ? next : <EnglishText unless={entry.translated && next === entry.next}>{next}</EnglishText>}
        {mover && !isOpen && <span className="er-owner"> {formatOwner(mover)}</span>}
      </p>
    </div>
  );
}
