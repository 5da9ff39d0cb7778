import type { TabPage } from '../../lib/bridge/tab.ts';
import { plural } from './answer.ts';
import { sumOf } from './outcome-groups.ts';

/** How much stands on the page in front; nothing where that is nothing. */
export function PageHead({ codes, reading }: Pick<TabPage, 'codes' | 'reading'>) {
  const unmarked = codes.reduce((sum, code) => sum + (code.unmarked ?? 0), 0);
  return (
    <>
      {codes.length > 0 && (
        <div className="paste-head">
          <p className="paste-name soft">On this page</p>
          <p className="paste-sum">
            <b>{plural(sumOf(codes), 'failure')}</b>, {plural(codes.length, 'code')}
            {reading && ' so far'}
            {unmarked > 0 && `; ${unmarked.toLocaleString('en')} not underlined`}
          </p>
        </div>
      )}
      {reading && <p className="reading">Still reading this page. There may be more codes.</p>}
    </>
  );
}
