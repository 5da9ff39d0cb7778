import MARK_LINES from '../../data/mark-lines.json' with { type: 'json' };
import { t } from '../../lib/core/i18n/translate.ts';
import { MARK_KINDS } from '../../lib/core/mark-kind.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import { MARK_TEXTS } from './texts.tsx';

/** The five lines of the marks, and whose turn each means. */
export const MarkLegend = () => (
  <ul className="look" aria-label={t('The five marks')}>
    {MARK_KINDS.map((mark) => (
      <li key={mark} data-mark={mark}>
        <MarkIcon mark={mark} size={14} />
        <b
          style={{
            textDecoration: `underline ${MARK_LINES[mark].line} ${MARK_LINES[mark].light} ${MARK_LINES[mark].width}px`,
          }}
        >
          {t(MARK_TEXTS[mark].name)}
        </b>{' '}
        <span className="soft">{t(MARK_TEXTS[mark].text)}</span>
      </li>
    ))}
  </ul>
);
