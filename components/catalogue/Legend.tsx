import { MARK_KINDS } from '../../lib/core/mark-kind.ts';
import { t } from '../../lib/i18n/translate.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import { MARK_TEXTS } from '../shared/mark-texts.ts';

/** Names the shapes. The settings describe them. */
export const Legend = () => (
  <ul className="legend" aria-label={t('Whose turn it is')}>
    {MARK_KINDS.map((mark) => (
      <li key={mark} data-mark={mark}>
        <MarkIcon mark={mark} size={14} /> {t(MARK_TEXTS[mark].name)}
      </li>
    ))}
  </ul>
);
