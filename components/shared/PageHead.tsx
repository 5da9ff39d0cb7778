import type { ReactNode } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import {
  countFailures,
  formatBulkNotice,
  formatCodeCount,
  formatFailureCount,
} from '../../lib/format/failure-counts.ts';
import { getListSeparator, t } from '../../lib/i18n/translate.ts';
import type { TabPage } from '../../lib/webext/tab-page.ts';

export function PageHead(props: {
  page: Pick<TabPage, 'codes' | 'isReading'>;
  catalogue: Catalogue;
  children?: ReactNode;
}) {
  const { codes, isReading } = props.page;
  const entries = codes.map((code) => ({
    ...code,
    entry: (code.key && props.catalogue.byKey.get(code.key)) || null,
  }));
  const bulk = formatBulkNotice(entries);
  const unmarked = codes.reduce((sum, code) => sum + (code.unmarked ?? 0), 0);
  const distinct = new Set(codes.map(({ code }) => code)).size;
  return (
    <>
      {codes.length > 0 && (
        <div className="paste-head page-head">
          <p className="paste-sum">
            <span className="paste-name soft">{t('On this page')}</span>{' '}
            <b>{formatFailureCount(countFailures(entries))}</b>
            {getListSeparator() + formatCodeCount(distinct)}
            {isReading && ` ${t('so far')}`}
            {unmarked > 0 && `; ${t('$1 not underlined', unmarked)}`}
          </p>
          {bulk && <p className="page-bulk">{bulk}</p>}
          {props.children}
        </div>
      )}
      {isReading && <p className="reading">{t('Still reading this page. There may be more codes.')}</p>}
    </>
  );
}
