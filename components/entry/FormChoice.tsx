import { t } from '../../lib/language/translate.ts';

/** In which form something is handed over. */
export function FormChoice<Form extends string>(props: {
  forms: readonly Form[];
  names: Readonly<Record<Form, string>>;
  chosen: Form;
  onChoose: (form: Form) => void;
}) {
  const { forms, names, chosen, onChoose } = props;
  return (
    <fieldset className="er-forms">
      <legend className="er-hidden">{t('Form')}</legend>
      {forms.map((form) => (
        <button
          key={form}
          type="button"
          className="er-button"
          aria-pressed={form === chosen}
          onClick={() => onChoose(form)}
        >
          {names[form]}
        </button>
      ))}
    </fieldset>
  );
}
