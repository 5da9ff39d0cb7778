import { MARK_KINDS } from '../../lib/core/mark-kind.ts';
import { t } from '../../lib/i18n/translate.ts';
import { MarkIcon } from '../icons/Icon.tsx';
import { MARK_TEXTS } from '../shared/mark-texts.ts';

/** Explains the shapes: with a description on a wide screen, by name only on a narrow one. */
export function Legend() {
  return (
    <section className="legend" aria-label={t('Shapes')}>
      <h2>{t('Whose turn it is')}</h2>
      <dl>
        {MARK_KINDS.map((mark) => (
          <div key={mark} data-mark={mark}>
            <dt>
              <MarkIcon mark={mark} size={14} /> {t(MARK_TEXTS[mark].name)}
            </dt>
            <dd>
              {t(MARK_TEXTS[mark].text)}{' '}
              <span className="soft">{t('On a page: a $1 line.', t(MARK_TEXTS[mark].line))}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {t('Choose a code to see what it means and what to do. You can share its link.')}
      </p>
    </section>
  );
}
