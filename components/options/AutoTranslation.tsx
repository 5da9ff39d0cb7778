import { useState } from 'react';
import { t } from '../../lib/i18n/translate.ts';
import type { TranslatorState } from '../../lib/webext/browser-translator.ts';
import { SwitchSetting } from '../shared/controls.tsx';
import { SaveError, useAsyncError } from '../shared/use-change.tsx';

export interface AutoTranslationProps {
  /** Whether the browser can translate into the language of the interface. */
  translator: TranslatorState;
  /** Downloads the language model. Needs a user gesture. */
  onDownloadTranslator: () => Promise<void>;
}

/** Switches translation by the browser on, once it has its language model. Renders nothing if the browser cannot translate. */
export function AutoTranslation(
  props: AutoTranslationProps & { on: boolean; onChange: (on: boolean) => void },
) {
  const { translator, onDownloadTranslator, on, onChange } = props;
  const [isDownloading, setDownloading] = useState(false);
  const [attempt, problem] = useAsyncError();
  if (translator === 'unavailable') return null;
  const download = async () => {
    setDownloading(true);
    await onDownloadTranslator().finally(() => setDownloading(false));
    onChange(true);
  };
  return (
    <>
      <SwitchSetting
        id="translate"
        name={t('Translate the rest automatically')}
        on={on}
        onChange={(wanted) => (wanted && translator !== 'available' ? attempt(download()) : onChange(wanted))}
      >
        {t(
          'The browser translates explanations that nobody has translated yet, on this device, and marks them. Cards are translated while a page of Errata, such as the side panel, is open.',
        )}{' '}
        {translator !== 'available' &&
          t(
            'Your browser must first download a language model, which may be large. No text leaves this device.',
          )}
      </SwitchSetting>
      <p role="status" className="soft">
        {isDownloading && t('Downloading…')}
      </p>
      <SaveError problem={problem} />
    </>
  );
}
