import { t } from '../../lib/i18n/translate.ts';
import { EntryButton } from './EntryButton.tsx';

/** Buttons to choose a format. */
export function FormatPicker<Form extends string>(props: {
  forms: readonly Form[];
  names: Readonly<Record<Form, string>>;
  chosen: Form;
  onChoose: (form: Form) => void;
}) {
  const { forms, names, chosen, onChoose } = props;
  return (
    <fieldset className="er-forms">
      <legend className="er-hidden">{t('Format')}</legend>
      {forms.map((form) => (
        <EntryButton key={form} aria-pressed={form === chosen} onClick={() => onChoose(form)}>
          {names[form]}
        </EntryButton>
      ))}
    </fieldset>
  );
}
