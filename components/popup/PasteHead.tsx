import { failureCount, sumOf } from '../../lib/explain/counted.ts';
import type { Break } from '../../lib/explain/json-break.ts';
import { comma, t, tn } from '../../lib/language/translate.ts';
import { useShown } from '../entry/redaction.ts';
import { Button } from '../shared/controls.tsx';
import { type Pasted, type Reading, sizeText } from './pasted.ts';

/** The beginning of a paste, its progress, the number of failures in it, and its syntax error if it has one. */
export function PasteHead(props: { pasted: Pasted; reading: Reading; onCancel: () => void }) {
  const { pasted, reading, onCancel } = props;
  const { state, done, report } = reading;
  const total = sumOf(report.findings);
  return (
    <div className="paste-head">
      <p className="paste-name soft">
        {pasted.name ?? t('Pasted text')} · {sizeText(pasted)}
      </p>
      {pasted.head !== '' && total === 0 && <Head text={pasted.head} />}
      {total > 0 && (
        <p className="paste-sum">
          <b>{failureCount(total)}</b>
          {comma() + tn(report.findings.length, '$1 cause', '$1 causes')}
          {report.left > 0 && comma() + t('and $1 of other kinds', report.left)}
          {state === 'cancelled' && ` ${t('in the part that was read')}`}
        </p>
      )}
      {state === 'reading' && (
        <div className="paste-progress">
          <progress value={done} aria-label={t('Reading the pasted text')} />
          <Button onClick={onCancel}>{t('Stop')}</Button>
        </div>
      )}
      {state !== 'reading' && report.broken && <Broken at={report.broken} />}
    </div>
  );
}

/** The first lines of the paste, with personal data masked. */
function Head({ text }: { text: string }) {
  return <p className="pasted">{useShown(text)}</p>;
}

/** The place of a syntax error in a payload. Errata has read everything before it. */
function Broken({ at }: { at: Break }) {
  const { line, column, expected, ends, decoded } = at;
  const [before, after] = [useShown(at.before), useShown(at.after)];
  const place = t('line $1, column $2', line, column);
  const where = decoded ? t('$1 of the decoded text', place) : place;
  return (
    <div className="paste-broken">
      <p>
        {ends
          ? t('The payload is cut off at $1: $2 is missing. Everything before it was read.', where, expected)
          : t('The payload is invalid at $1: expected $2. Everything readable was read.', where, expected)}
      </p>
      <p className="paste-place code-text">
        {before}
        <mark>{after === '' ? '\u00a0' : after.slice(0, 1)}</mark>
        {after.slice(1)}
      </p>
    </div>
  );
}
