import type { ReactNode } from 'react';
import {
  formatCodeCount,
  formatFailureCount,
} from '../../lib/answer/format/failure-counts.ts';
import { groupFailures } from '../../lib/answer/format/page-tree.ts';
import type { JsonSyntaxError } from '../../lib/answer/paste/json-syntax-error.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import type { PreflightFinding } from '../../lib/checks/preflight/preflight.ts';
import { getListSeparator, t } from '../../lib/core/i18n/translate.ts';
import { EnglishText } from '../entry/EnglishText.tsx';
import { useMaskedText } from '../entry/masking.ts';
import { Button } from '../shared/controls.tsx';
import {
  formatSize,
  type Pasted,
  type PasteProgress,
} from '../shared/pasted.ts';

export function PasteSummary(props: {
  pasted: Pasted;
  reading: PasteProgress;
  catalogue: Catalogue;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { pasted, reading, onCancel } = props;
  const { state, done, report } = reading;
  const { findings } = report;

  const codes = new Set(
    findings.map(({ code, subcode }) => `${code} ${subcode}`),
  );

  return (
    <div className="paste-head">
      <p className="paste-name soft">
        {pasted.name ?? t('Pasted text')} · {formatSize(pasted)}{' '}
        {props.children}
      </p>
      {pasted.head !== '' && findings.length === 0 && (
        <PastePreview text={pasted.head} />
      )}
      {findings.length > 0 && (
        <p className="paste-sum">
          <b>{formatFailureCount(groupFailures(findings))}</b>
          {getListSeparator() + formatCodeCount(codes.size)}
          {report.droppedCount > 0 &&
            getListSeparator() +
              t('and $1 of other kinds', report.droppedCount)}
          {state === 'cancelled' && ` ${t('in the part that was read')}`}
        </p>
      )}
      {state === 'reading' && (
        <div className="paste-progress">
          <progress value={done} aria-label={t('Reading the pasted text')} />
          <Button onClick={onCancel}>{t('Stop')}</Button>
        </div>
      )}
      {state !== 'reading' && report.syntaxError && (
        <SyntaxErrorNotice at={report.syntaxError} />
      )}
      {report.preflight && <PreflightList findings={report.preflight} />}
    </div>
  );
}

const PreflightList = ({
  findings,
}: {
  findings: readonly PreflightFinding[];
}) => (
  <div className="er-notice paste-broken">
    {findings.every(({ hint }) => hint)
      ? t('The message matches its template.')
      : t('The message doesn’t match its template:')}
    {findings.map(({ code, hint, path, message, value }) => (
      <p key={`${path} ${message} ${value}`}>
        <b>
          {[code, hint && t('possible')]
            .filter(Boolean)
            .join(getListSeparator())}
        </b>{' '}
        <EnglishText>{message}</EnglishText>{' '}
        <bdi className="code-text soft">
          {[path, value].filter(Boolean).join(' · ')}
        </bdi>
      </p>
    ))}
  </div>
);

const PastePreview = ({ text }: { text: string }) => (
  <p className="pasted">{useMaskedText(text)}</p>
);

/** The position of a syntax error in a payload. Errata has read everything before it. */
export function SyntaxErrorNotice({ at }: { at: JsonSyntaxError }) {
  const { line, column, expected, ends, decoded } = at;
  const [before, after] = [useMaskedText(at.before), useMaskedText(at.after)];
  const position = t('line $1, column $2', line, column);
  const where = decoded ? t('$1 of the decoded text', position) : position;

  return (
    <div className="er-notice paste-broken">
      <p>
        {ends
          ? t(
              'The payload is cut off at $1: $2 is missing. Everything before it was read.',
              where,
              expected,
            )
          : t(
              'The payload is invalid at $1: expected $2. Errata read what it could.',
              where,
              expected,
            )}
      </p>
      <p className="paste-position code-text">
        {before}
        <mark>{after === '' ? '\u00a0' : after.slice(0, 1)}</mark>
        {after.slice(1)}
      </p>
    </div>
  );
}
