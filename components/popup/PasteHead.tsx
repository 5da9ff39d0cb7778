import { plural } from '../../lib/explain/counted.ts';
import type { Break } from '../../lib/explain/json-break.ts';
import { type Pasted, type Reading, sizeText } from './pasted.ts';

/** What was pasted, how far it is read, how much is in it, and where it breaks. */
export function PasteHead(props: { pasted: Pasted; reading: Reading; onCancel: () => void }) {
  const { pasted, reading, onCancel } = props;
  const { state, done, report } = reading;
  const total = report.findings.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="paste-head">
      <p className="paste-name soft">
        {pasted.name ?? 'Pasted text'} · {sizeText(pasted)}
      </p>
      {pasted.head !== '' && total === 0 && <p className="pasted">{pasted.head}</p>}
      {total > 0 && (
        <p className="paste-sum">
          <b>{plural(total, 'failure')}</b>, {plural(report.findings.length, 'cause')}
          {report.left > 0 && `, and ${report.left.toLocaleString('en')} of further kinds`}
          {state === 'cancelled' && ' in the part that was read'}
        </p>
      )}
      {state === 'reading' && (
        <div className="paste-progress">
          <progress value={done} aria-label="Reading the pasted text" />
          <button type="button" className="button" onClick={onCancel}>
            Stop
          </button>
        </div>
      )}
      {state !== 'reading' && report.broken && <Broken at={report.broken} />}
    </div>
  );
}

/** The place where a payload breaks. Errata has read everything before it. */
function Broken({ at }: { at: Break }) {
  const { line, column, expected, before, after, ends, decoded } = at;
  return (
    <div className="paste-broken">
      <p>
        {ends ? 'The payload is cut off' : 'The payload breaks'} at line {line.toLocaleString('en')}, column{' '}
        {column.toLocaleString('en')}
        {decoded && ' of the decoded text'}: {expected} {ends ? 'is missing' : 'was expected'}.
        {ends ? ' What stands before was read.' : ' What could be read was read.'}
      </p>
      <p className="paste-place code-text">
        {before}
        <mark>{after === '' ? '\u00a0' : after.slice(0, 1)}</mark>
        {after.slice(1)}
      </p>
    </div>
  );
}
