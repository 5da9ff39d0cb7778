import { t } from '../../lib/core/i18n/translate.ts';
import { COMMANDS } from '../../lib/settings/commands.ts';

/** The keys of each command, as the browser has them now: `Alt+Shift+E`, or empty. */
export type ShortcutKeys = Readonly<Record<string, string>>;

/** The commands with their keys, and the keys of a card. */
export const Shortcuts = ({ keys }: { keys: ShortcutKeys }) => (
  <>
    <ul className="shortcuts">
      {Object.entries(COMMANDS).map(([name, { text }]) => (
        <li key={name}>
          <span>{t(text)}</span>{' '}
          {keys[name] ? (
            <kbd dir="ltr">{keys[name]}</kbd>
          ) : (
            <span className="soft">{t('Not set')}</span>
          )}
        </li>
      ))}
    </ul>
    <p className="soft">
      {t(
        'In a card, press P to pin, the arrow keys for the previous or next failure, and Escape to close.',
      )}
    </p>
  </>
);
