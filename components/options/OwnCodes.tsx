import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import * as v from 'valibot';
import { RETRIES, TURNS } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getOwnKey, type OwnCode } from '../../lib/catalogue/own-codes.ts';
import { capitalize, formatVerdictParts, RETRY_TEXT, TURN_TEXT } from '../../lib/format/verdict-text.ts';
import { t } from '../../lib/i18n/translate.ts';
import { type SettingsChange, setOwnCodes } from '../../lib/settings/changes.ts';
import type { Policy } from '../../lib/settings/policy.ts';
import { MAX_OWN_CODES, MAX_OWN_WORDINGS } from '../../lib/settings/settings.ts';
import { describeIssue, ownCodeSchema } from '../../lib/settings/settings-schema.ts';
import { Button, getPolicyNotice } from '../shared/controls.tsx';

interface OwnCodesProps {
  ownCodes: readonly OwnCode[];
  policy: Policy;
  catalogue: Catalogue;
  /** A code to define, for which the editor is open. */
  offered?: string | null | undefined;
  onChange: (change: SettingsChange) => void;
}

/** The team's own codes, with an editor, and those that the policy defines. */
export function OwnCodes({ ownCodes, policy, catalogue, offered, onChange }: OwnCodesProps) {
  /** The edited code; null for a new one. */
  const [edited, setEdited] = useState<OwnCode | null | undefined>(offered ? null : undefined);
  const add = useRef<HTMLButtonElement>(null);
  const managed = policy.ownCodes ?? [];
  const finish = (change?: SettingsChange) => {
    if (change) onChange(change);
    setEdited(undefined);
    add.current?.focus();
  };
  return (
    <>
      <p className="soft">
        {t('Codes of your own systems. Errata marks and explains them like all others.')}{' '}
        {ownCodes.length > 0 && t('$1 of at most $2.', ownCodes.length, MAX_OWN_CODES)}
      </p>
      {managed.length + ownCodes.length > 0 && (
        <ul className="own-codes">
          {managed.map((one) => (
            <OwnCodeRow key={`managed ${getOwnKey(one)}`} {...{ one, catalogue }}>
              <span className="soft">{getPolicyNotice()}</span>
            </OwnCodeRow>
          ))}
          {ownCodes.map((one) => (
            <OwnCodeRow
              key={getOwnKey(one)}
              {...{ one, catalogue }}
              isReplaced={managed.some((other) => getOwnKey(other) === getOwnKey(one))}
            >
              <Button aria-label={t('Edit $1', one.code)} onClick={() => setEdited(one)}>
                {t('Edit')}
              </Button>
              <Button
                aria-label={t('Remove $1', one.code)}
                onClick={() => finish(setOwnCodes([], getOwnKey(one)))}
              >
                {t('Remove')}
              </Button>
            </OwnCodeRow>
          ))}
        </ul>
      )}
      {edited !== undefined && (
        <OwnCodeForm
          key={edited?.code}
          {...{ edited, catalogue, offered }}
          taken={ownCodes.filter((one) => one !== edited).map(getOwnKey)}
          onSave={(one) => finish(setOwnCodes([one], edited ? getOwnKey(edited) : undefined))}
          onCancel={() => finish()}
        />
      )}
      <button
        type="button"
        className="button"
        ref={add}
        disabled={ownCodes.length >= MAX_OWN_CODES}
        onClick={() => setEdited(null)}
      >
        {t('Add a code')}…
      </button>
    </>
  );
}

function OwnCodeRow(props: {
  one: OwnCode;
  catalogue: Catalogue;
  isReplaced?: boolean;
  children: ReactNode;
}) {
  const { one, catalogue, isReplaced, children } = props;
  const { code, title, provider, turn, retry } = one;
  const [other] = catalogue.meaningsOf(code);
  const name = catalogue.provider(provider)?.name ?? provider;
  const verdict = formatVerdictParts({ provider: '', verdict: { turn, retry } }, catalogue);
  return (
    <li>
      <span className="code-text">
        <bdi>{code}</bdi>
      </span>
      <div>
        <bdi>{title}</bdi>
        <p className="soft">
          <bdi>{name}</bdi> · {verdict.join(' · ')}
        </p>
        {other && (
          <p className="soft">
            {t(
              'Also in the catalogue: $1. Cards ask which one applies.',
              `${catalogue.apiName(other)}, ${other.title}`,
            )}
          </p>
        )}
        {isReplaced && <p className="problem">{t('Your organization’s definition of this code applies.')}</p>}
      </div>
      <div className="backup">{children}</div>
    </li>
  );
}

interface OwnCodeFormProps {
  edited: OwnCode | null;
  catalogue: Catalogue;
  /** The code of a new definition. */
  offered: string | null | undefined;
  /** Keys of the other codes. */
  taken: readonly string[];
  onSave: (code: OwnCode) => void;
  onCancel: () => void;
}

function OwnCodeForm({ edited, catalogue, offered, taken, onSave, onCancel }: OwnCodeFormProps) {
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const findProvider = (name: string) =>
    catalogue.providers.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())?.id ?? name;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { link, wordings, provider, ...given } = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    );
    const lines = (wordings ?? '').split('\n').filter((line) => line.trim() !== '');
    const { output, issues, success } = v.safeParse(ownCodeSchema, {
      ...given,
      provider: findProvider(provider ?? ''),
      ...(lines.length > 0 && { wordings: lines }),
      ...(link?.trim() && { link }),
    });
    const found = (issues ?? []).map((issue) => [String(issue.path?.[0].key), describeIssue(issue)]);
    if (success && taken.includes(getOwnKey(output))) found.push(['code', t('is already in your list')]);
    // The first problem of each field.
    setProblems(Object.fromEntries(found.toReversed()));
    if (success && found.length === 0) onSave(output);
  }

  const renderField = (name: keyof OwnCode, label: string, field: ReactNode, hint?: string) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is an argument
    <label>
      <span>{label}</span>
      {field}
      {hint && <span className="soft">{hint}</span>}
      {problems[name] && (
        <span role="alert" className="problem">
          {capitalize(problems[name])}
        </span>
      )}
    </label>
  );
  const createProps = (name: Exclude<keyof OwnCode, 'wordings'>) =>
    ({ name, dir: 'auto', 'aria-invalid': name in problems, defaultValue: edited?.[name] }) as const;
  const renderInput = (name: 'code' | 'title' | 'provider' | 'link' | 'next', more: object = {}) => (
    <input {...createProps(name)} {...more} />
  );
  const renderSelect = (
    name: 'turn' | 'retry',
    options: readonly (readonly [value: string, text: string])[],
  ) => (
    <select name={name} defaultValue={edited?.[name]}>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {capitalize(text)}
        </option>
      ))}
    </select>
  );
  const turns = TURNS.map((turn) => [turn, t(TURN_TEXT[turn])] as const);
  const retries = RETRIES.map((retry) => [retry, t(RETRY_TEXT[retry])] as const);
  return (
    <form className="own-code" noValidate onSubmit={submit}>
      {renderField(
        'code',
        t('Code'),
        renderInput('code', {
          defaultValue: edited?.code ?? offered,
          autoFocus: true,
          placeholder: 'E4711',
          className: 'code-text',
        }),
        t(
          'A number is marked only if the text around it names it as a code; anything else wherever it appears.',
        ),
      )}
      {renderField(
        'provider',
        t('Provider or system'),
        <>
          {renderInput('provider', {
            list: 'providers',
            defaultValue: edited && (catalogue.provider(edited.provider)?.name ?? edited.provider),
          })}
          <datalist id="providers">
            {catalogue.providers.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
        </>,
      )}
      {renderField('title', t('Title'), renderInput('title'))}
      {renderField(
        'wordings',
        t('Wordings'),
        <textarea name="wordings" dir="auto" rows={2} defaultValue={edited?.wordings?.join('\n')} />,
        t(
          'Texts that stand for the code, one per line, at most $1. Each is marked wherever it appears.',
          MAX_OWN_WORDINGS,
        ),
      )}
      {renderField('meaning', t('Meaning'), <textarea rows={2} {...createProps('meaning')} />)}
      {renderField('turn', t('Whose turn'), renderSelect('turn', turns))}
      {renderField('retry', t('Retry'), renderSelect('retry', retries))}
      {renderField('next', t('Next step'), renderInput('next'))}
      {renderField(
        'link',
        t('Link'),
        renderInput('link', { type: 'url', placeholder: 'https://', dir: 'ltr' }),
      )}
      <div className="backup">
        <Button type="submit">{t('Save')}</Button>
        <Button onClick={onCancel}>{t('Cancel')}</Button>
      </div>
    </form>
  );
}
