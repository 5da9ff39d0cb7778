import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { MARK_KINDS } from '../../lib/core/mark-kind.ts';
import { NO_POLICY } from '../../lib/settings/apply-policy.ts';
import { ALL_SITES } from '../../lib/settings/match-patterns.ts';
import {
  DEFAULT_SETTINGS,
  MAX_NOTES,
  MAX_SUPPRESSIONS,
  SETTINGS_VERSION,
  type Settings,
} from '../../lib/settings/settings.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { testOwnCode } from '../../tests/fixtures/own-codes.ts';
import { recordSavedFiles } from '../../tests/fixtures/saved-files.ts';
import { createSettingsInMemory } from '../../tests/fixtures/settings.ts';
import { PATIENT } from '../../tests/patience.ts';
import type { SyncProps } from './Backup.tsx';
import { Options, type OptionsProps } from './Options.tsx';
import { parseSettingsFile, serializeSettings } from './settings-file.ts';

const NOW = Date.parse('2026-12-01');
const required = [
  'business.facebook.com',
  'www.gupshup.io',
  'console.twilio.com',
].map((host) => `https://${host}/*`);
const GRANTED = { origins: required, required };
const granting = (...more: string[]) => ({
  origins: [...required, ...more],
  required,
});

function open(
  given: Partial<Settings> = {},
  now = NOW,
  access = GRANTED,
  managed = NO_POLICY,
  synced: Partial<SyncProps> = {},
  problems: readonly string[] = [],
  translation: Partial<
    Pick<OptionsProps, 'translator' | 'onDownloadTranslator'>
  > = {},
) {
  const {
    store,
    changeSettings: change,
    settings,
  } = createSettingsInMemory(given, managed);
  const onSave = recordSavedFiles();
  const changeSettings = vi.fn(change);
  const onChangeShortcuts = vi.fn();
  const [onRequestPermission, onRevokePermission] = [vi.fn(), vi.fn()];
  const sync = {
    problem: null,
    readNotes: async () => ({}),
    onSync: vi.fn(async () => undefined),
    onErase: vi.fn(async () => undefined),
    ...synced,
  };
  render(
    <Options
      store={store}
      changeSettings={changeSettings}
      catalogue={testCatalogue}
      shortcuts={{ 'next-code': 'Alt+Shift+.' }}
      onChangeShortcuts={onChangeShortcuts}
      now={now}
      problems={problems}
      access={access}
      onRequestPermission={onRequestPermission}
      onRevokePermission={onRevokePermission}
      sync={sync}
      translator="unavailable"
      onDownloadTranslator={async () => undefined}
      {...translation}
    />,
  );
  return {
    user: userEvent.setup(),
    store,
    settings,
    changeSettings,
    onSave,
    onChangeShortcuts,
    onAsk: onRequestPermission,
    onGiveBack: onRevokePermission,
    sync,
  };
}

/** jsdom's File has no `text()`. */
function json(value: unknown): File {
  const text = JSON.stringify(value);
  return Object.assign(
    new File([text], 'mine.json', { type: 'application/json' }),
    {
      text: async () => text,
    },
  );
}

describe('a control', () => {
  test('turns all marks off and on', async () => {
    const { user, settings } = open();
    await user.click(
      screen.getByRole('switch', { name: 'Explain codes on consoles' }),
    );
    expect(settings().enabled).toBe(false);
    await expectNoAxeViolations();
  });

  test('opens the page of the browser that changes the shortcuts', async () => {
    const { user, onChangeShortcuts } = open();
    await user.click(screen.getByRole('button', { name: 'Change shortcuts…' }));
    expect(onChangeShortcuts).toHaveBeenCalledOnce();
  });

  test('sets the hover delay', async () => {
    const { user, settings } = open({ hoverDelayMs: 350 });
    const delay = screen.getByRole('combobox', {
      name: 'Delay before the card opens',
    });
    expect(delay).toHaveDisplayValue('350 ms');
    await user.selectOptions(delay, 'no delay');
    expect(settings().hoverDelayMs).toBe(0);
  });

  test('sets the style and strength of marks', async () => {
    const { user, settings } = open();
    const style = screen.getByRole('combobox', {
      name: 'How codes are marked',
    });
    expect(style).toHaveDisplayValue('Underline');
    await user.selectOptions(style, 'Only on hover');
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Mark strength' }),
      'Strong',
    );
    expect(settings()).toMatchObject({
      markStyle: 'hover',
      markStrength: 'bold',
    });
    await expectNoAxeViolations();
  });

  test('pins cards', async () => {
    const { user, settings } = open();
    await user.click(screen.getByRole('switch', { name: 'Keep cards open' }));
    expect(settings().openPinned).toBe(true);
  });

  test('resumes a paused site', async () => {
    const { user, settings } = open({
      pausedHosts: ['a.example', 'a.example/crm', 'b.example'],
    });
    await user.click(screen.getByRole('button', { name: 'Resume a.example' }));
    expect(settings().pausedHosts).toEqual(['a.example/crm', 'b.example']);
    await user.click(
      screen.getByRole('button', { name: 'Resume a.example/crm' }),
    );
    expect(settings().pausedHosts).toEqual(['b.example']);
  });

  test('deletes the provider of a site', async () => {
    const { user, settings } = open({
      providerByHost: { 'crm.example': 'gupshup' },
    });
    expect(screen.getByRole('list', { name: 'crm.example' })).toHaveTextContent(
      'Provider: Gupshup',
    );
    await user.click(screen.getByRole('button', { name: 'Reset crm.example' }));
    expect(settings().providerByHost).toEqual({});
  });

  test('restores a suppressed place', async () => {
    const total = {
      host: 'crm.example',
      code: '1000',
      by: 'column',
      words: 'total',
    } as const;
    const order = {
      host: 'crm.example',
      code: '1000',
      by: 'shape',
      words: 'order #‹› was',
    } as const;
    const { user, settings } = open({ suppressions: [order, total] });
    expect(
      screen.getByText(/isn’t an error code in “order #1000 was”/),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', {
        name: 'Mark again 1000 on crm.example in the column “total”',
      }),
    );
    expect(settings().suppressions).toEqual([order]);
    await expectNoAxeViolations();
  });

  test('is grouped by site, and leaves the focus in the list after use', async () => {
    const { user } = open({
      pausedHosts: ['b.example', 'a.example'],
      providerByHost: { 'b.example': 'gupshup' },
    });
    const sites = within(
      screen.getByRole('region', { name: 'Sites' }),
    ).getAllByRole('heading', { level: 4 });
    expect(sites.map(({ textContent }) => textContent)).toEqual([
      'a.example',
      'b.example',
    ]);
    expect(
      within(screen.getByRole('list', { name: 'b.example' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(2);
    await expectNoAxeViolations();
    await user.click(screen.getByRole('button', { name: 'Resume b.example' }));
    const list = screen
      .getByRole('list', { name: 'b.example' })
      .closest('[tabindex]');
    expect(list).toHaveFocus();
    await user.tab();
    expect(
      screen.getByRole('button', { name: 'Resume a.example' }),
    ).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(list).toHaveFocus();
  });

  test('describes each mark', () => {
    open();
    const marks = within(
      screen.getByRole('list', { name: 'The five marks' }),
    ).getAllByRole('listitem');
    expect(marks.map(({ dataset }) => dataset.mark)).toEqual([...MARK_KINDS]);
    expect(marks[0]?.textContent).toMatch(/^Your turn Fix the cause/);
    const lines = marks.map(
      (mark) =>
        mark
          .querySelector('b')
          ?.style.textDecoration.match(/solid|dashed|dotted|double/)?.[0],
    );
    expect(lines).toEqual([undefined, 'dashed', 'dotted', 'double', undefined]);
  });

  test('turns the translation on once the browser has its language model, and says before that it downloads it', async () => {
    const download = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error('offline'));
    const { user, settings } = open({}, NOW, GRANTED, NO_POLICY, {}, [], {
      translator: 'downloadable',
      onDownloadTranslator: download,
    });
    const translate = screen.getByRole('switch', {
      name: 'Translate the rest automatically',
    });
    expect(
      screen.getByText(/must first download a language model/),
    ).toBeVisible();
    await user.click(translate);
    expect(await screen.findByRole('alert')).toHaveTextContent('offline');
    expect(settings().autoTranslate).toBe(false);
    download.mockResolvedValueOnce();
    await user.click(translate);
    expect(translate).toBeChecked();
    cleanup();
    open();
    expect(
      screen.queryByRole('switch', {
        name: 'Translate the rest automatically',
      }),
    ).toBeNull();
  });

  test('deletes lookups', async () => {
    const { user, settings } = open({
      rememberLookups: true,
      recentLookups: ['meta/cloud/131047'],
    });
    await user.click(screen.getByRole('button', { name: 'Delete 1 lookup' }));
    expect(settings()).toMatchObject({
      rememberLookups: true,
      recentLookups: [],
    });
  });
});

describe('a console', () => {
  const switchOf = (name: string) =>
    screen.getByRole('switch', { name, hidden: true });

  test('that is built in can be paused and resumed', async () => {
    const { user, settings } = open();
    await user.click(switchOf('Twilio Console'));
    expect(settings().pausedHosts).toEqual(['console.twilio.com']);
    expect(switchOf('Twilio Console')).not.toBeChecked();
    await user.click(switchOf('Twilio Console'));
    expect(settings().pausedHosts).toEqual([]);
  });

  test('of another kind requests its hosts, and revokes them', async () => {
    const { user, onAsk } = open();
    expect(switchOf('Desk')).not.toBeChecked();
    await user.click(switchOf('Desk'));
    expect(onAsk).toHaveBeenCalledWith(['https://*.desk.example/*']);
    cleanup();
    const granted = open({}, NOW, granting('https://*.desk.example/*'));
    expect(switchOf('Desk')).toBeChecked();
    await granted.user.click(switchOf('Desk'));
    expect(granted.onGiveBack).toHaveBeenCalledWith([
      'https://*.desk.example/*',
    ]);
    expect(screen.queryByText(/Explained, as you asked/)).toBeNull();
  });

  test('that the browser blocks is named, and can be allowed with one click', async () => {
    const { user, onAsk } = open({}, NOW, {
      origins: required.slice(2),
      required,
    });
    expect(screen.getByText(/The browser blocks Errata on/)).toHaveTextContent(
      'Meta, Gupshup.',
    );
    await expectNoAxeViolations();
    await user.click(screen.getByRole('button', { name: 'Allow access' }));
    expect(onAsk).toHaveBeenCalledWith(required.slice(0, 2));
    cleanup();
    open();
    expect(screen.queryByText(/keeps Errata from/)).toBeNull();
  });
});

describe('a site that was added', () => {
  test('is listed with its other settings, and can be removed', async () => {
    const { user, onGiveBack } = open(
      { pausedHosts: ['crm.example'] },
      NOW,
      granting('https://crm.example/*', 'http://localhost/*'),
    );
    expect(
      within(screen.getByRole('list', { name: 'crm.example' })).getAllByRole(
        'listitem',
      ),
    ).toHaveLength(2);
    await expectNoAxeViolations();
    await user.click(
      screen.getByRole('button', { name: 'Remove crm.example' }),
    );
    expect(onGiveBack).toHaveBeenCalledWith(['https://crm.example/*']);
    expect(screen.getByRole('list', { name: 'localhost' })).toHaveTextContent(
      '(http)',
    );
  });

  test('can be all sites, after a warning, and can be revoked', async () => {
    const { user, onAsk } = open();
    await user.click(
      screen.getByRole('switch', { name: 'Explain codes on every site' }),
    );
    expect(screen.getByText(/including your bank and email/)).toBeVisible();
    expect(onAsk).toHaveBeenCalledWith(ALL_SITES);
    cleanup();
    const everywhere = open({}, NOW, granting(...ALL_SITES));
    await everywhere.user.click(
      screen.getByRole('switch', { name: 'Explain codes on every site' }),
    );
    expect(everywhere.onGiveBack).toHaveBeenCalledWith(ALL_SITES);
    expect(
      screen.getAllByText('included in access to every site'),
    ).toHaveLength(2);
  });
});

test('a change that cannot be saved says so and changes nothing, until one is saved', async () => {
  const { user, settings, changeSettings } = open();
  const marks = screen.getByRole('switch', {
    name: 'Explain codes on consoles',
  });
  changeSettings.mockRejectedValueOnce(
    new Error('Resource::kQuotaBytes quota exceeded'),
  );
  await user.click(marks);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The browser couldn’t save the change: its storage is full.',
  );
  expect(marks).toBeChecked();
  expect(settings().enabled).toBe(true);
  await expectNoAxeViolations();
  await user.click(marks);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(marks).not.toBeChecked();
});

describe('a policy', () => {
  const managed = {
    policy: {
      enabled: true,
      openPinned: true,
      hoverDelayMs: 500,
      markStyle: 'tint' as const,
      pausedHosts: ['console.twilio.com'],
      providerByHost: { 'crm.example': 'gupshup' },
      notes: { 'meta/cloud/131047': 'Ours' },
      sites: ['https://crm.example/*'],
    },
  };
  const problems = [
    '“later”: not a known setting',
    '“notes.x”: must not be empty',
  ];

  test('locks its settings, says so, and reports its problems', async () => {
    const { user, settings } = open(
      { pausedHosts: ['a.example'] },
      NOW,
      GRANTED,
      managed,
      {},
      problems,
    );
    for (const name of [
      'Keep cards open',
      'Explain codes on consoles',
      'Twilio Console',
    ]) {
      const locked = screen.getByRole('switch', { name, hidden: true });
      expect(locked).toBeDisabled();
      expect(locked).toHaveAccessibleDescription('Set by your organisation.');
    }
    expect(
      screen.getByRole('switch', { name: 'Keep cards open' }),
    ).toBeChecked();
    const delay = screen.getByRole('combobox', {
      name: /^Delay before the card opens Set by/,
    });
    expect(delay).toBeDisabled();
    expect(delay).toHaveValue('500');
    expect(
      screen.getByRole('combobox', { name: /^How codes are marked Set by/ }),
    ).toBeDisabled();
    expect(
      screen.getByRole('combobox', { name: 'Mark strength' }),
    ).toBeEnabled();
    const wrong = screen.getByText(
      'Invalid settings in its policy are ignored:',
    ).nextElementSibling as HTMLElement;
    expect(
      within(wrong)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(problems);
    for (const said of screen.getAllByText(/Set by your organisation/))
      expect(said.closest('b')).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Resume console.twilio.com' }),
    ).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Reset crm.example' }),
    ).toBeNull();
    await expectNoAxeViolations();
    await user.click(screen.getByRole('button', { name: 'Resume a.example' }));
    expect(settings().pausedHosts).toEqual([]);
  });

  test('lists its sites, each with a button to allow it, until it is allowed', async () => {
    const { user, onAsk } = open({}, NOW, GRANTED, managed);
    await user.click(screen.getByRole('button', { name: 'Allow crm.example' }));
    expect(onAsk).toHaveBeenCalledWith(['https://crm.example/*']);
    cleanup();
    open({}, NOW, granting('https://crm.example/*'), managed);
    expect(
      screen.queryByRole('button', { name: 'Allow crm.example' }),
    ).toBeNull();
  });

  test('is not part of an export', async () => {
    const { user, onSave } = open(
      { notes: { 'cloud/1': 'Mine' } },
      NOW,
      GRANTED,
      managed,
    );
    await user.click(screen.getByRole('button', { name: 'Export' }));
    const { settings } = JSON.parse(onSave.mock.calls[0]?.[1] as string);
    expect(settings).toEqual(
      JSON.parse(
        serializeSettings({
          ...DEFAULT_SETTINGS,
          notes: { 'cloud/1': 'Mine' },
        }),
      ).settings,
    );
  });

  test('that is missing is not mentioned', () => {
    open();
    expect(screen.queryByText(/organisation/)).toBeNull();
  });
});

describe('an import', () => {
  const whole = {
    enabled: false,
    pausedHosts: ['a.example', 'a.example/crm'],
    hoverDelayMs: 0,
    providerByHost: {},
    rememberLookUps: false,
  };

  test('applies the settings of the file', async () => {
    const { user, settings } = open();
    await user.upload(
      screen.getByLabelText('Import…'),
      json({ form: 'errata-settings', settings: whole }),
    );
    const question = await screen.findByRole('region', {
      name: 'What mine.json changes',
    });
    expect(
      within(question)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Explain codes on consoles: off',
      'Delay before the card opens: no delay',
      'All your site settings are replaced with those in the file.',
    ]);
    expect(settings().enabled).toBe(true);
    await expectNoAxeViolations();
    await user.click(within(question).getByRole('button', { name: 'Import' }));
    expect(await screen.findByText(/were applied/)).toBeInTheDocument();
    expect(settings()).toMatchObject({
      enabled: false,
      pausedHosts: ['a.example', 'a.example/crm'],
      hoverDelayMs: 0,
    });
  });

  test('of the same settings says so, without a question', async () => {
    const { user, settings } = open({ notes: { '987654': 'Ours' } });
    await user.upload(
      screen.getByLabelText('Import…'),
      json(JSON.parse(serializeSettings(settings()))),
    );
    expect(
      await screen.findByText('mine.json contains nothing new.'),
    ).toBeVisible();
    expect(screen.queryByRole('region', { name: /mine.json/ })).toBeNull();
  });

  test('does not mention a setting of the organisation', async () => {
    const { user } = open({}, NOW, GRANTED, { policy: { enabled: true } });
    await user.upload(
      screen.getByLabelText('Import…'),
      json({
        form: 'errata-settings',
        settings: { enabled: false, openPinned: true },
      }),
    );
    const question = await screen.findByRole('region', {
      name: 'What mine.json changes',
    });
    expect(within(question).getByRole('listitem')).toHaveTextContent(
      'Keep cards open: on',
    );
  });

  test.each([
    [
      'of a newer version',
      {
        form: 'errata-settings',
        version: SETTINGS_VERSION + 1,
        settings: whole,
      },
      /from a newer version of Errata/,
    ],
    ['of another program', { name: 'other' }, /isn’t an Errata settings file/],
    [
      'with a wrong field',
      { form: 'errata-settings', settings: { ...whole, hoverDelayMs: 9999 } },
      /“hoverDelayMs”: 9999 isn’t a valid value\. Nothing/,
    ],
    [
      'with a note that is too long',
      {
        form: 'errata-settings',
        settings: { notes: { '987654': 'x'.repeat(400) } },
      },
      /“notes\.987654”: 400 characters; the maximum is 300\. Nothing/,
    ],
    [
      'with markup for a host',
      { form: 'errata-settings', settings: { ...whole, pausedHosts: ['<b>'] } },
      /must be a host/,
    ],
  ])('of a file %s changes nothing and says why', async (_, file, why) => {
    const { user, settings } = open();
    const before = settings();
    await user.upload(screen.getByLabelText('Import…'), json(file));
    const said = await screen.findByText(/Nothing was changed/);
    expect(said.textContent).toMatch(why);
    expect(settings()).toEqual(before);
    await expectNoAxeViolations();
  });

  test('of own codes lists the codes and the hosts of their links', async () => {
    const { user } = open({ ownCodes: [testOwnCode] });
    const ownCodes = [
      testOwnCode,
      { ...testOwnCode, code: 'E4712', link: 'https://b.example/e4712' },
      { ...testOwnCode, code: 'E4713', link: undefined },
    ];
    await user.upload(
      screen.getByLabelText('Import…'),
      json({ form: 'errata-settings', settings: { ...whole, ownCodes } }),
    );
    const question = await screen.findByRole('region', {
      name: 'What mine.json changes',
    });
    expect(question).toHaveTextContent(
      'Your team’s codes: E4712 (b.example), E4713',
    );
    expect(question).not.toHaveTextContent('E4711');
  });

  test('of too many suppressed places is rejected, and none is lost', async () => {
    const place = (at: number) => ({
      host: 'a.example',
      code: '1000',
      by: 'label' as const,
      words: `total ${at}`,
    });
    const places = (count: number) =>
      Array.from({ length: count }, (_, at) => place(at));
    const { user, settings } = open({ suppressions: [place(-1)] });
    const file = (count: number) =>
      json({
        form: 'errata-settings',
        settings: { ...whole, suppressions: places(count) },
      });
    await user.upload(
      screen.getByLabelText('Import…'),
      file(MAX_SUPPRESSIONS + 1),
    );
    expect(
      await screen.findByText(
        `The file has an error at “suppressions”: ${MAX_SUPPRESSIONS + 1} items; the maximum is ${MAX_SUPPRESSIONS}. Nothing was changed.`,
      ),
    ).toBeVisible();
    expect(settings().suppressions).toEqual([place(-1)]);
    await user.upload(screen.getByLabelText('Import…'), file(MAX_SUPPRESSIONS));
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    await screen.findByText(/were applied/);
    expect(settings().suppressions).toEqual(places(MAX_SUPPRESSIONS));
  });

  test.each([
    ['pausedHosts', (hosts: string[]) => hosts],
    [
      'providerByHost',
      (hosts: string[]) =>
        Object.fromEntries(hosts.map((host) => [host, 'twilio'])),
    ],
  ])(
    'of too many sites in %s is rejected with their number',
    async (field, asField) => {
      const { user, settings } = open({ pausedHosts: ['a.example'] });
      const hosts = Array.from({ length: 60_000 }, (_, at) => `h${at}.co`);
      await user.upload(
        screen.getByLabelText('Import…'),
        json({
          form: 'errata-settings',
          settings: { ...whole, [field]: asField(hosts) },
        }),
      );
      await screen.findByText(/too large for|60000 items; the maximum is 500/);
      expect(settings().pausedHosts).toEqual(['a.example']);
      await user.upload(
        screen.getByLabelText('Import…'),
        json({
          form: 'errata-settings',
          settings: { ...whole, [field]: asField(hosts.slice(0, 501)) },
        }),
      );
      await screen.findByText(
        `The file has an error at “${field}”: 501 items; the maximum is 500. Nothing was changed.`,
      );
      expect(settings().pausedHosts).toEqual(['a.example']);
    },
  );

  const notes = (of: Record<string, string>) =>
    json({ form: 'errata-settings', settings: { ...whole, notes: of } });
  const [MINE, THEIRS] = [
    { 'meta/cloud/131047': 'Template X', 'meta/cloud/131042': 'Call billing' },
    { 'meta/cloud/131047': 'Template Y', 'meta/cloud/1000000': '<b>Wait</b>' },
  ];

  test.each([
    ['Add and keep mine', { ...THEIRS, ...MINE }],
    ['Add and replace mine', { ...MINE, ...THEIRS }],
    ['Cancel', MINE],
  ])(
    'with notes shows what it would do before “%s”, and takes the settings too',
    async (answer, after) => {
      const { user, settings } = open({ notes: MINE });
      await user.upload(screen.getByLabelText('Import…'), notes(THEIRS));
      const question = await screen.findByRole('region', {
        name: 'What mine.json changes',
      });
      expect(question).toHaveTextContent(
        'mine.json contains 1 new note and 1 that differs from yours.',
      );
      expect(question).toHaveTextContent(
        'Yours: Template Xmine.json: Template Y',
      );
      expect(question).toHaveTextContent('New: <b>Wait</b>');
      expect(question).toHaveTextContent(
        'This changes your settings:Explain codes on consoles: off',
      );
      const [known, unknown] = within(question).getAllByRole('term');
      expect(known).toHaveTextContent(
        `131047${testCatalogue.byKey.get('meta/cloud/131047')?.title}Meta Cloud API`,
      );
      expect(unknown).toHaveTextContent(
        '1000000Not in the catalogueMeta Cloud API',
      );
      expect(settings()).toMatchObject({ notes: MINE, enabled: true });
      await expectNoAxeViolations();
      await user.click(within(question).getByRole('button', { name: answer }));
      await vi.waitFor(
        () =>
          expect(
            screen.queryByRole('region', { name: /mine.json/ }),
          ).toBeNull(),
        PATIENT,
      );
      expect(settings().notes).toEqual(after);
      const isTaken = answer !== 'Cancel';
      expect(settings()).toMatchObject({
        enabled: !isTaken,
        pausedHosts: isTaken ? whole.pausedHosts : [],
      });
      if (isTaken)
        await screen.findByText(
          'Settings from mine.json were applied. Notes from mine.json were added.',
        );
    },
  );

  test('of notes only mentions and changes no setting', async () => {
    const sender = open({ notes: MINE, openPinned: true });
    await sender.user.click(
      screen.getByRole('button', { name: 'Export notes only' }),
    );
    const [name, text] = sender.onSave.mock.calls[0] as [
      string,
      string,
      string,
    ];
    expect(name).toBe('errata-notes.json');
    cleanup();
    const { user, settings } = open();
    expect(
      screen.queryByRole('button', { name: 'Export notes only' }),
    ).toBeNull();
    await user.upload(screen.getByLabelText('Import…'), json(JSON.parse(text)));
    await screen.findByRole('region', { name: 'What mine.json changes' });
    expect(screen.queryByText(/^This changes your settings/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await screen.findByText('Notes from mine.json were added.');
    expect(settings()).toEqual({ ...DEFAULT_SETTINGS, notes: MINE });
  });

  test('of too many notes changes nothing and says so', async () => {
    const many = (lead: string, count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`${lead}/${at}`, 'x']),
      );
    const mine = many('cloud', 2);
    const { user, settings } = open({ notes: mine });
    await user.upload(
      screen.getByLabelText('Import…'),
      notes(many('twilio', MAX_NOTES + 1)),
    );
    expect(
      await screen.findByText(
        new RegExp(
          `${MAX_NOTES + 1} items; the maximum is ${MAX_NOTES}. Nothing`,
        ),
      ),
    ).toBeVisible();
    await user.upload(
      screen.getByLabelText('Import…'),
      notes(many('twilio', MAX_NOTES)),
    );
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    expect(
      await screen.findByText(
        new RegExp(
          `At most ${MAX_NOTES} notes can be stored.*Nothing was changed`,
        ),
      ),
    ).toBeVisible();
    expect(settings()).toMatchObject({ notes: mine, enabled: true });
  });

  test('that cannot be saved says so', async () => {
    const { user, changeSettings } = open();
    changeSettings.mockRejectedValueOnce(new Error('full'));
    await user.upload(
      screen.getByLabelText('Import…'),
      json({ form: 'errata-settings', settings: whole }),
    );
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    expect(
      await screen.findByText(
        /couldn’t save the change: “full”\. Nothing was changed/,
      ),
    ).toBeVisible();
    await expectNoAxeViolations();
  });

  test('of an export has the same settings', async () => {
    const { user, onSave, settings } = open({
      pausedHosts: ['a.example'],
      openPinned: true,
      markStyle: 'tint',
      markStrength: 'faint',
      suppressions: [
        { host: 'a.example', code: '1000', by: 'label', words: 'total' },
      ],
      rememberLookups: true,
      recentLookups: ['x'],
    });
    await user.click(screen.getByRole('button', { name: 'Export' }));
    const [name, text] = onSave.mock.calls[0] as [string, string, string];
    expect(name).toBe('errata-settings.json');
    expect(text).not.toContain('"x"');
    expect(parseSettingsFile(text)).toMatchObject({
      settings: {
        pausedHosts: ['a.example'],
        openPinned: true,
        markStyle: 'tint',
        markStrength: 'faint',
        rememberLookups: true,
      },
    });
    expect(serializeSettings(settings())).toBe(text);
  });
});

test('the built-in consoles are listed with their hosts', () => {
  open();
  expect(screen.getByText('business.facebook.com')).toBeInTheDocument();
});

test('an old catalogue says so, a recent one shows when its sources were read', async () => {
  open();
  expect(
    screen.getByText(/Sources last checked on 20 November 2026\./),
  ).toBeInTheDocument();
  expect(screen.queryByText(/days old/)).toBeNull();
  open({}, Date.parse('2027-06-08'));
  expect(screen.getByText(/The catalogue is 200 days old/)).toBeInTheDocument();
});

describe('sync', () => {
  const synced = () =>
    screen.getByRole('switch', { name: 'Sync settings and notes' });

  test('can be turned on and off, and changes the privacy statement', async () => {
    const off = open();
    expect(screen.getByText(/Nothing leaves this browser/)).toBeInTheDocument();
    await off.user.click(synced());
    expect(off.sync.onSync).toHaveBeenCalledExactlyOnceWith(true);
    expect(
      screen.queryByRole('button', { name: /delete synced data/ }),
    ).toBeNull();
    cleanup();
    const on = open({ sync: true });
    expect(screen.queryByText(/Nothing leaves this browser/)).toBeNull();
    await on.user.click(
      screen.getByRole('button', { name: /delete synced data/ }),
    );
    expect(on.sync.onErase).toHaveBeenCalledOnce();
    await on.user.click(synced());
    expect(on.sync.onSync).toHaveBeenCalledExactlyOnceWith(false);
    await expectNoAxeViolations();
  });

  test.each([
    ['Add and keep mine', { 'cloud/1': 'mine' }],
    ['Add and replace mine', {}],
  ])(
    'asks first if a note differs from the account’s: %s',
    async (answer, kept) => {
      const notes = { 'cloud/1': 'mine' };
      const { user, sync } = open({ notes }, NOW, GRANTED, NO_POLICY, {
        readNotes: async () => ({ 'cloud/1': 'theirs', 'cloud/2': 'new' }),
      });
      await user.click(synced());
      const question = await screen.findByRole('region', {
        name: 'What Your account changes',
      });
      expect(question).toHaveTextContent('Yours: mineYour account: theirs');
      expect(sync.onSync).not.toHaveBeenCalled();
      await user.click(within(question).getByRole('button', { name: answer }));
      expect(sync.onSync).toHaveBeenCalledExactlyOnceWith(true, kept);
    },
  );

  test('reports why nothing was synced', async () => {
    open({ sync: true }, NOW, GRANTED, NO_POLICY, {
      problem: 'At most 200 notes can be stored',
    });
    expect(
      screen.getByText('Not synced: At most 200 notes can be stored'),
    ).toBeInTheDocument();
    cleanup();
    open({}, NOW, GRANTED, NO_POLICY, {
      onSync: () => Promise.reject(new Error('MAX_WRITE_OPERATIONS')),
    });
    await userEvent.click(synced());
    expect(await screen.findByText(/MAX_WRITE_OPERATIONS/)).toBeInTheDocument();
  });

  test('is locked if an organisation forbids it', () => {
    open({}, NOW, GRANTED, { policy: { sync: false } });
    expect(synced()).toBeDisabled();
  });
});
