import { t } from '../../lib/i18n/translate.ts';
import { COMMANDS } from '../../lib/settings/commands.ts';
import type { Shortcut } from '../../lib/webext/shortcuts.ts';
import { Button } from '../shared/controls.tsx';

export function Shortcuts(props: { shortcuts: readonly Shortcut[]; onChange: () => void }) {
  const { shortcuts, onChange } = props;
  return (
    <>
      <ul className="keys">
        {shortcuts.map(({ name, keys }) => (
          <li key={name}>
            <span>{t(COMMANDS[name].text)}</span>
            {keys === '' ? <span className="soft">{t('not set')}</span> : <kbd>{keys}</kbd>}
          </li>
        ))}
      </ul>
      <p className="soft">{t('In a card, press P to pin and Escape to close.')}</p>
      <Button onClick={onChange}>{t('Change shortcuts…')}</Button>
    </>
  );
}
