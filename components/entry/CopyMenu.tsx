import { t } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons/Icon.tsx';
import { CopyButton } from './CopyButton.tsx';

export interface CopyMenuProps {
  label: string;
  title?: string;
  /** Called when the button is pressed. */
  getText: () => string;
  /** Further formats, in a menu. */
  others: readonly { name: string; title: string; getText: () => string }[];
}

export function CopyMenu({ others, ...first }: CopyMenuProps) {
  return (
    <>
      <CopyButton {...first} />
      {others.length > 0 && (
        <details
          className="er-menu"
          onBlur={({ currentTarget: menu, relatedTarget }) => {
            if (!menu.contains(relatedTarget)) menu.open = false;
          }}
        >
          <summary
            className="er-button er-more"
            aria-label={t('Copy in another format')}
            title={t('Copy in another format')}
          >
            <Icon name="more" size={14} />
          </summary>
          {/* Keeps the focus in the menu where a press does not focus a button. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus */}
          <div className="er-menu-list" onMouseDown={(event) => event.preventDefault()}>
            {others.map(({ name, title, getText }) => (
              <CopyButton key={name} isBare label={name} {...{ title, getText }} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
