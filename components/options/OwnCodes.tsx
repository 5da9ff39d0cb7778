import {
  type FormEvent,
  type ReactElement,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import * as v from 'valibot';
import { RETRIES, TURNS } from '../../data/schema.ts';
import {
  capitalize,
  formatVerdictParts,
  RETRY_TEXT,
  TURN_TEXT,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { getOwnKey, type OwnCode } from '../../lib/catalogue/own-codes.ts';
import { t } from '../../lib/core/i18n/translate.ts';
import type { Policy } from '../../lib/settings/apply-policy.ts';
import {
  type SettingsChange,
  setOwnCodes,
} from '../../lib/settings/changes.ts';
import {
  MAX_OWN_CODES,
  MAX_OWN_WORDINGS,
} from '../../lib/settings/settings.ts';
import {
  describeIssue,
  ownCodeSchema,
} from '../../lib/settings/settings-schema.ts';
import { Button, getPolicyNotice } from '../shared/controls.tsx';

export function OwnCodes(props: {
  ownCodes: readonly OwnCode[];
  policy: Policy;
  catalogue: Catalogue;
  offered?: string | null | undefined;
  onChange: (change: SettingsChange) => void;
}) {
  const { ownCodes, policy, catalogue, offered, onChange } = props;

  const [edited, setEdited] = useState<OwnCode | null | undefined>(
    offered ? null : undefined,
  );

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
        {t(
          'Add codes from your own systems. Errata marks and explains them like all others.',
        )}{' '}
        {ownCodes.length > 0 &&
          t('$1 of $2 used.', ownCodes.length, MAX_OWN_CODES)}
      </p>
      {managed.length + ownCodes.length > 0 && (
        <ul className="own-codes">
          {managed.map((one) => (
            <OwnCodeRow
              key={`managed ${getOwnKey(one)}`}
              one={one}
              catalogue={catalogue}
            >
              <span className="soft">{getPolicyNotice()}</span>
            </OwnCodeRow>
          ))}
          {ownCodes.map((one) => (
            <OwnCodeRow key={getOwnKey(one)} one={one} catalogue={catalogue}>
              <Button
                aria-label={t('Edit $1', one.code)}
                onClick={() => setEdited(one)}
              >
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
          edited={edited}
          catalogue={catalogue}
          offered={offered}
          taken={ownCodes.filter((one) => one !== edited).map(getOwnKey)}
          onSave={(one) =>
            finish(setOwnCodes([one], edited ? getOwnKey(edited) : undefined))
          }
          onCancel={() => finish()}
        />
      )}
      <Button
        ref={add}
        disabled={ownCodes.length >= MAX_OWN_CODES}
        onClick={() => setEdited(null)}
      >
        {t('Add a code')}…
      </Button>
    </>
  );
}

function OwnCodeRow(props: {
  one: OwnCode;
  catalogue: Catalogue;
  children: ReactNode;
}) {
  const { one, catalogue, children } = props;
  const { code, title, provider } = one;

  const verdict = formatVerdictParts(
    { provider: '', verdict: one, own: { wordings: [] } },
    catalogue,
  );

  return (
    <li>
      <bdi className="code-text">{code}</bdi>
      <div>
        <bdi>{title}</bdi>
        <p className="soft">
          <bdi>{catalogue.provider(provider)?.name ?? provider}</bdi> ·{' '}
          {verdict.join(' · ')}
        </p>
      </div>
      <div className="backup">{children}</div>
    </li>
  );
}

function OwnCodeForm(props: {
  /** Null for a new one. */
  edited: OwnCode | null;
  catalogue: Catalogue;
  offered: string | null | undefined;
  taken: readonly string[];
  onSave: (code: OwnCode) => void;
  onCancel: () => void;
}) {
  const { edited, catalogue, offered, taken, onSave, onCancel } = props;

  const [problems, setProblems] = useState<Readonly<Record<string, string>>>(
    {},
  );

  const findProvider = (name: string) =>
    catalogue.providers.find(
      (one) => one.name.toLowerCase() === name.trim().toLowerCase(),
    )?.id ?? name;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();

    const { link, wordings, provider, ...given } = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [
        name,
        String(value),
      ]),
    );

    const lines = (wordings ?? '')
      .split('\n')
      .filter((line) => line.trim() !== '');

    const { output, issues, success } = v.safeParse(ownCodeSchema, {
      ...given,
      provider: findProvider(provider ?? ''),
      ...(lines.length > 0 && { wordings: lines }),
      ...(link?.trim() && { link }),
    });

    const found = (issues ?? []).map((issue) => [
      String(issue.path?.[0].key),
      describeIssue(issue),
    ]);

    if (success && taken.includes(getOwnKey(output)))
      found.push(['code', t('already in your list')]);

    // The first problem of each field.
    setProblems(Object.fromEntries(found.toReversed()));
    if (success && found.length === 0) onSave(output);
  }

  const renderField = (
    label: string,
    field: ReactElement<{ name: string }>,
    hint?: string,
  ) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is an argument
    <label>
      <span>{label}</span>
      {field}
      {hint && <span className="soft">{hint}</span>}
      {problems[field.props.name] && (
        <span role="alert" className="problem">
          {capitalize(problems[field.props.name] ?? '')}
        </span>
      )}
    </label>
  );

  const describe = (
    name: Exclude<keyof OwnCode, 'wordings'>,
    defaultValue = edited?.[name],
  ) =>
    ({
      name,
      dir: 'auto',
      'aria-invalid': name in problems,
      defaultValue,
    }) as const;

  const renderOptions = <Value extends string>(
    values: readonly Value[],
    format: (value: Value) => string,
  ) =>
    values.map((value) => (
      <option key={value} value={value}>
        {capitalize(format(value))}
      </option>
    ));

  const turns = renderOptions(TURNS, (turn) => t(TURN_TEXT[turn]));
  const retries = renderOptions(RETRIES, (retry) => t(RETRY_TEXT[retry]));

  const provider =
    edited && (catalogue.provider(edited.provider)?.name ?? edited.provider);

  return (
    <form className="own-code" noValidate onSubmit={submit}>
      {renderField(
        t('Code'),
        <input
          {...describe('code', edited?.code ?? offered ?? '')}
          // biome-ignore lint/a11y/noAutofocus: the form appears because its button was pressed
          autoFocus
        />,
        t(
          'A number is marked only where the text around it calls it a code. Any other text is marked wherever it appears.',
        ),
      )}
      {renderField(
        t('Provider or system'),
        <input {...describe('provider', provider ?? '')} list="providers" />,
      )}
      <datalist id="providers">
        {catalogue.providers.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {renderField(t('Title'), <input {...describe('title')} />)}
      {renderField(
        t('Phrases'),
        <textarea
          name="wordings"
          dir="auto"
          rows={2}
          defaultValue={edited?.wordings?.join('\n')}
        />,
        t(
          'Phrases that mean this code, one per line, up to $1. Each is marked wherever it appears.',
          MAX_OWN_WORDINGS,
        ),
      )}
      {renderField(
        t('Meaning'),
        <textarea rows={2} {...describe('meaning')} />,
      )}
      {renderField(
        t('Whose turn'),
        <select {...describe('turn')}>{turns}</select>,
      )}
      {renderField(
        t('Retry'),
        <select {...describe('retry')}>{retries}</select>,
      )}
      {renderField(t('Next step'), <input {...describe('next')} />)}
      {renderField(
        t('Link'),
        <input {...describe('link')} type="url" dir="ltr" />,
      )}
      <div className="backup">
        <Button type="submit">{t('Save')}</Button>
        <Button onClick={onCancel}>{t('Cancel')}</Button>
      </div>
    </form>
  );
}
