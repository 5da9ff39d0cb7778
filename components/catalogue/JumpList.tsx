import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/i18n/translate.ts';
import { getProvidersWithCodes } from './FilterBar.tsx';

/** Buttons that scroll from the top of the list to the codes of one provider. */
export function JumpList({ catalogue }: { catalogue: Catalogue }) {
  return (
    <nav className="jump" aria-labelledby="jump">
      <h2 id="jump">{t('All codes by provider')}</h2>
      <ul>
        {getProvidersWithCodes(catalogue).map(([id, name]) => (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => jumpTo(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Does not use a fragment link, because the page's fragment is a code. */
function jumpTo(provider: string) {
  const section = [...document.querySelectorAll<HTMLElement>('.entries [data-section]')].find(({ dataset }) =>
    dataset.section?.startsWith(`${provider}/`),
  );
  section?.scrollIntoView?.();
  section?.querySelector('h2')?.focus({ preventScroll: true });
}
