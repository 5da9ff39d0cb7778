import { useEffect, useState } from 'react';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import {
  applySiteChoice,
  type ChangeSettings,
  type SiteChoice,
} from '../../lib/settings/changes.ts';
import {
  Button,
  PageTitle,
  SaveError,
  useAsyncError,
} from '../shared/controls.tsx';
import { formatSuppressedPlace } from '../shared/texts.tsx';

/** Clickjacking protection: time in milliseconds before the button is enabled, so that a click meant for the page does not confirm. */
const READY_DELAY_MS = 500;

/** Confirms a choice from a card in an extension window, which no page can cover. */
export function ConfirmSiteChoice(props: {
  choice: SiteChoice;
  catalogue: Catalogue;
  changeSettings: ChangeSettings;
  onDone(): void;
}) {
  const { choice, catalogue, changeSettings, onDone } = props;
  const [isReady, setReady] = useState(false);
  const [attempt, problem] = useAsyncError();

  useEffect(() => {
    let due: ReturnType<typeof setTimeout>;

    const disableBriefly = () => {
      setReady(false);
      clearTimeout(due);
      due = setTimeout(() => setReady(true), READY_DELAY_MS);
    };

    disableBriefly();
    addEventListener('focus', disableBriefly);

    return () => {
      removeEventListener('focus', disableBriefly);
      clearTimeout(due);
    };
  }, []);

  const { says, verb } = getChoiceTexts(choice, catalogue);

  const storeChoice = () =>
    attempt(changeSettings(applySiteChoice(choice)).then(onDone));

  return (
    <main className="options">
      <PageTitle />
      <p>{says}</p>
      <p className="soft">
        {t(
          'Errata asks here because the page may have covered the card. You can undo your choice in Settings.',
        )}
      </p>
      <p>
        <Button onClick={onDone}>{t('Cancel')}</Button>{' '}
        <Button disabled={!isReady} onClick={storeChoice}>
          {verb}
        </Button>
      </p>
      <SaveError problem={problem} />
    </main>
  );
}

function getChoiceTexts(
  choice: SiteChoice,
  catalogue: Catalogue,
): { says: string; verb: string } {
  if ('provider' in choice) {
    const name = catalogue.provider(choice.provider)?.name ?? choice.provider;

    return {
      says: t('Codes on $1 will be treated as $2 codes.', choice.host, name),
      verb: t('Remember'),
    };
  }

  if ('sensitivity' in choice)
    return {
      says: t('Less certain codes on $1 will be marked.', choice.host),
      verb: t('Mark them here'),
    };

  if ('timeZone' in choice)
    return {
      says: t(
        'Times on $1 that name no time zone will be read as $2.',
        choice.host,
        choice.timeZone,
      ),
      verb: t('Remember'),
    };

  const { suppression, on } = choice;

  const where = [
    suppression.code,
    suppression.host,
    formatSuppressedPlace(suppression),
  ] as const;

  return on
    ? {
        says: t('$1 will no longer be marked on $2 $3.', ...where),
        verb: t('Stop marking'),
      }
    : {
        says: t('$1 will be marked again on $2 $3.', ...where),
        verb: t('Mark again'),
      };
}
