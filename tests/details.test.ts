import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { explain } from '../lib/answer/explain/explain.ts';
import { formatTimeBound } from '../lib/answer/explain/time-bound.ts';
import { formatExplanationMarkdown } from '../lib/answer/format/explanation-text.ts';
import { readPaste } from '../lib/answer/paste/decode-paste.ts';
import { packReport, unpackReport } from '../lib/answer/paste/packed-report.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { decodePaste } from './fixtures/decode-paste.ts';

const catalogue = createCatalogue(readCatalogue());
const clock = {
  nowMs: Date.parse('2026-11-20T10:33:00Z'),
  timeZone: 'Europe/Madrid',
};

const createGraphError = (code: number, details: string) =>
  JSON.stringify({
    error: {
      message: `(#${code}) x`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
    },
  });

/** Explains a code as a card does, with the text around it on a page. */
const explainNear = (
  code: string,
  nearby: string,
  subcode: string | null = null,
) =>
  explain({ code, subcode, nearby, host: 'business.facebook.com' }, catalogue);
/** Explains a text as the popup and the command line do. */
const decodeFirst = (text: string) => decodePaste(text, catalogue)[0];

describe('the text beside a code sharpens whose turn it is', () => {
  const createOnPremError = (details: string) =>
    `{"errors":[{"code":1005,"title":"Access denied","details":"${details}"}]}`;

  it.each([
    [
      'Invalid credentials.',
      'you',
      'no',
      'Log in to the client again with the correct password.',
    ],
    [
      'Timeout',
      'meta',
      'no',
      'Wait until the hold ends, then register the number again.',
    ],
    [
      'Certificate error',
      'provider',
      'no',
      'Ask whoever runs the client to renew its certificate.',
    ],
    [
      'Client expired, needs upgrade',
      'provider',
      'no',
      'Ask whoever runs the client to update it.',
    ],
    [
      'Media directory is not writable',
      'provider',
      'no',
      /fix its media folder/,
    ],
    [
      'button messages are disabled for this account',
      'you',
      'no',
      'Send the message without buttons.',
    ],
    [
      'Number is already registered on WhatsApp',
      'you',
      'no',
      /then delete the account in the app/,
    ],
    [
      'Something else.',
      'you',
      'after-fix',
      'Give the token the missing permission in Business settings.',
    ],
  ])('on-premises 1005, "%s": %s', (details, turn, retry, next) => {
    for (const found of [
      explain(
        { code: '1005', nearby: createOnPremError(details), provider: 'meta' },
        catalogue,
      ),
      decodePaste(createOnPremError(details), catalogue, {
        provider: 'meta',
      })[0],
    ]) {
      const asNext =
        typeof next === 'string' ? next : expect.stringMatching(next);
      expect(found?.entry).toMatchObject({
        key: 'meta/onprem/1005',
        verdict: { turn, retry },
        next: asNext,
      });
    }
  });

  it('also through a worker', () => {
    const [...slices] = readPaste(
      createOnPremError('Invalid credentials.'),
      catalogue,
      {
        provider: 'meta',
      },
    );
    const report = slices.at(-1)?.report() ?? {
      findings: [],
      syntaxError: null,
      droppedCount: 0,
    };
    expect(
      unpackReport(structuredClone(packReport(report)), catalogue),
    ).toEqual(report);
    expect(report.findings[0]?.entry?.verdict.turn).toBe('you');
  });

  it('and leaves the catalogue as it is', () => {
    explain(
      { code: '1005', nearby: createOnPremError('Timeout'), provider: 'meta' },
      catalogue,
    );
    expect(catalogue.byKey.get('meta/onprem/1005')?.verdict.turn).toBe('you');
  });

  it('keeps the meaning from the other meanings of the code', () => {
    const { entry, others } = explain(
      { code: '1005', nearby: createOnPremError('Timeout'), provider: 'meta' },
      catalogue,
    );
    expect(others.map(({ key }) => key)).not.toContain(entry?.key);
  });
});

it.each([
  'Template name does not exist in the translation',
  'template does not exist in the specified language or the template has not been approved.',
])('the general text of 132001 decides nothing: %s', (details) => {
  const plain = catalogue.byKey.get('meta/cloud/132001');
  const { entry, detail } = explainNear(
    '132001',
    createGraphError(132001, details),
  );
  expect(entry).toMatchObject({
    verdict: plain?.verdict,
    next: plain?.next,
    causes: plain?.causes,
  });
  expect(detail).toBeNull();
});

it('whoever may not send on behalf of an account looks for another partner first, and for the subscription last', () => {
  const text =
    'You do not have the necessary permissions to send messages on behalf of this WhatsApp Business Account';
  const { entry } = explainNear(
    '200',
    `{"error":{"message":"(#200) ${text}","code":200}}`,
  );
  const steps = entry?.steps?.map((step) => step.do) ?? [];
  expect(entry?.next).toContain('Partners');
  expect(
    steps.map(
      (step) => /Partners|full control|subscribed_apps/.exec(step)?.[0] ?? null,
    ),
  ).toEqual(['Partners', null, 'full control', 'subscribed_apps']);
});

it.each([
  ['8005', 'netcore', '{"code":8005,"message":"Optin already found"}'],
  [
    '400',
    'unifonic',
    'HTTP/1.1 400 Bad Request {"message":"Phone number 966500000000 does not exists in the list of testing phone numbers"}',
  ],
])(
  '%s of %s has no step for the other causes once the text proves one',
  (code, provider, nearby) => {
    const { entry, detail } = explain({ code, provider, nearby }, catalogue);
    expect(detail?.cause).toBeTruthy();
    expect(entry?.steps).toHaveLength(1);
  },
);

it('an already deprecated Flow needs nothing', () => {
  expect(
    explainNear('139003', 'Flow is already deprecated').entry,
  ).toMatchObject({
    verdict: { turn: 'nobody', retry: 'no' },
    next: 'Do nothing; the Flow is already deprecated.',
  });
});

describe('the counts of 132000 are read in any language that keeps the name of the field', () => {
  it.each([
    [
      'pt_BR',
      'body: o número de localizable_params (2) não corresponde ao número esperado de parâmetros (3)',
    ],
    [
      'es',
      'body: el número de localizable_params (2) no coincide con el número esperado de parámetros (3)',
    ],
    [
      'de',
      'body: Die Anzahl der localizable_params (2) entspricht nicht der erwarteten Anzahl (3)',
    ],
    [
      'fr',
      'body : le nombre de localizable_params (2) ne correspond pas au nombre attendu (3)',
    ],
    [
      'it',
      'body: il numero di localizable_params (2) non corrisponde al numero previsto (3)',
    ],
    [
      'id',
      'body: jumlah localizable_params (2) tidak sesuai dengan jumlah yang diharapkan (3)',
    ],
    [
      'tr',
      'body: localizable_params (2) sayısı beklenen parametre sayısıyla (3) eşleşmiyor',
    ],
    [
      'ru',
      'body: число localizable_params (2) не совпадает с ожидаемым числом параметров (3)',
    ],
    [
      'hi',
      'body: localizable_params (2) की संख्या अपेक्षित संख्या (3) से मेल नहीं खाती',
    ],
    ['ar', 'body: عدد localizable_params (2) لا يطابق العدد المتوقع (3)'],
  ])('%s', (_, details) => {
    expect(
      decodeFirst(createGraphError(132000, details))?.detail?.meaning,
    ).toBe('The template expects 3 values, but you sent 2.');
  });

  it('but not if the field follows the expected count', () => {
    const turned = 'o número esperado (3) difere de localizable_params (2)';
    expect(
      decodeFirst(createGraphError(132000, turned))?.detail?.meaning ?? '',
    ).not.toMatch(/\d/);
  });
});

describe('the text beside a code sharpens what is said', () => {
  it.each([
    [
      132000,
      'body: number of localizable_params (2) does not match the expected number of params (3)',
      'The body expects 3 values, but you sent 2.',
    ],
    [
      132000,
      'number of localizable_params (0) does not match the expected number of params (1)',
      'The template expects 1 value, but you sent 0.',
    ],
    [
      132001,
      'template name (order_update) does not exist in pt_BR',
      'This account has no approved template order_update in pt_BR.',
    ],
    [
      132012,
      'header: Format mismatch, expected IMAGE, received UNKNOWN',
      'The template has a header of type IMAGE, but the request has none that Meta can read.',
    ],
    [
      132012,
      'header: Format mismatch, expected IMAGE, received VIDEO',
      'The template expects IMAGE, but the request sent VIDEO.',
    ],
    [
      132018,
      'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
      'A value contains a line break, a tab or a long run of spaces.',
    ],
    [
      131008,
      'buttons: Button at index 0 of type Url requires a parameter',
      'Button 0 (counted from 0, of type Url) needs a value.',
    ],
    [
      131009,
      'Button title length invalid. Min length: 1, Max length: 20',
      'A button title must have 1 to 20 characters.',
    ],
    [
      131009,
      'Total row count exceed max allowed count: 10',
      'A list may have 10 rows across all its sections.',
    ],
    [
      131053,
      'Downloading media from weblink failed with http code 403, status message Forbidden',
      'Your file server denied Meta access (HTTP 403).',
    ],
    [
      131053,
      'Downloading media from weblink failed with http code 503, status message Service Unavailable',
      'Your file server responded to Meta with HTTP 503.',
    ],
    [
      131053,
      'Audio file uploaded with mimetype as audio/ogg; codecs=opus, however on processing it is of type application/octet-stream. Please choose a different file.',
      'The file claims to be audio/ogg; codecs=opus, but its content is application/octet-stream.',
    ],
    [
      131053,
      'The file size is too large',
      'The file is larger than its type allows.',
    ],
    [
      100,
      "(#100) Param interactive['action']['buttons'] is required",
      "The interactive['action']['buttons'] parameter is missing.",
    ],
    [
      131053,
      'Unsupported Video mime type text/plain. Please use one of video/mp4',
      'Meta does not accept Video files of type text/plain.',
    ],
    [
      100,
      'Parameter name is missing or empty',
      'The template uses named variables, but a value was sent without its name.',
    ],
    [
      100,
      "Parameter 'text' is mandatory for component parameter type 'text'",
      'A value of type text has no text, or its text is empty.',
    ],
    [
      130429,
      'Cloud API message throughput has been reached.',
      'The number sent or received more messages a second than its throughput allows.',
    ],
  ])('%i: %s', (code, details, meaning) => {
    const text = createGraphError(code, details);
    expect(decodeFirst(text)?.detail).toMatchObject({ text: details, meaning });
    expect(explainNear(String(code), text).detail).toMatchObject({
      text: details,
      meaning,
    });
    // The cells of a row have no keys.
    expect(
      explainNear(String(code), `Failed\t${code}\t${details}`).detail?.meaning,
    ).toBe(meaning);
  });

  it.each([
    [
      '100',
      '(#100) The parameter messaging_product is required.',
      'The messaging_product parameter is missing.',
    ],
    [
      '100',
      '(#100) Tried accessing nonexisting field (phone_numbers) on node type (User)',
      'An object of type User has no phone_numbers field.',
    ],
    [
      '100',
      '(#100) Unexpected key \\"header\\" on param \\"template\\".',
      'The header field does not belong in template.',
    ],
    [
      '190',
      'Error validating access token: The session has been invalidated because the user changed their password',
      "The token's owner changed their Facebook password, or Facebook ended the session.",
    ],
    [
      '100',
      'API calls from the server require an appsecret_proof argument',
      'The app demands an app secret proof with every call from a server.',
    ],
    [
      '100',
      "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID",
      "Meta does not know the media ID in image['id'], or it belongs to another sending number.",
    ],
    [
      '100',
      "(#100) Param components[2]['buttons'][0]['url'] is not a valid URI",
      "The link in components[2]['buttons'][0]['url'] is not a full URL.",
    ],
    [
      '100',
      "(#100) Param text['body'] must be at most 4096 characters long.",
      "The text['body'] parameter does not have the format that Meta requires: at most 4096 characters long.",
    ],
    [
      '131009',
      'Row title is too long. Max length is 24',
      'A row title of the list may have 24 characters.',
    ],
    [
      '131053',
      'Video file has size 63787247 bytes but must be atmost 16777216 bytes and non-empty',
      'The file has 63787247 bytes, but its type may have at most 16777216.',
    ],
    [
      '100',
      'Fingerprint algo is not SHA256',
      'The SDP has a fingerprint line that is not SHA-256.',
    ],
    [
      '803',
      '(#803) Cannot query users by their username (15550123456)',
      'The path has a name or a phone number where an ID belongs.',
    ],
    [
      '2200',
      '(#2200) Callback verification failed with the following errors: HTTP Status Code = 404; HTTP Message = Not Found',
      'The server answers, but has nothing at the path of the callback URL.',
    ],
  ])('%s: %s', (code, text, meaning) =>
    expect(
      explainNear(code, `{"error":{"message":"${text}","code":${code}}}`).detail
        ?.meaning,
    ).toBe(meaning),
  );

  it('keeps the first line short if a captured value is long', () => {
    const explainParameter = (name: string) =>
      explainNear(
        '100',
        `{"error":{"message":"(#100) The parameter ${name} is required.","code":100}}`,
      );
    expect(explainParameter('messaging_product').detail?.next).toBe(
      'Add messaging_product to the request.',
    );
    const { detail, entry } = explainParameter(
      'template.components_of_the_body.parameters',
    );
    expect(detail).toMatchObject({
      meaning: expect.stringContaining('components_of_the_'),
      next: null,
    });
    expect(entry?.next).toBeTruthy();
  });

  it('reads a failure that a provider passes on', () => {
    const text = JSON.stringify({
      exo_status_code: 30023,
      exo_detailed_status: 'EX_TEMPLATE_PARAM_ERROR',
      description:
        'body: number of localizable_params (1) does not match the expected number of params (4)',
    });
    expect(
      explain({ code: '30023', nearby: text, provider: 'exotel' }, catalogue)
        .detail?.meaning,
    ).toBe('The body expects 4 values, but you sent 1.');
  });

  it('gives the four 1005 of 360dialog four texts', () => {
    const said = catalogue.entries
      .filter(({ key }) => key.startsWith('360dialog/registration/1005~'))
      .map(
        ({ title }) =>
          explain(
            {
              code: '1005',
              nearby: `{"code":1005,"details":"${title}"}`,
              provider: '360dialog',
            },
            catalogue,
          ).entry,
      );
    expect(new Set(said.map((entry) => entry?.meaning)).size).toBe(4);
    expect(new Set(said.map((entry) => entry?.next)).size).toBe(4);
  });
});

describe('a text in another language', () => {
  it.each([
    [
      'Já existe conteúdo em Portuguese (BR) para esse modelo. Crie outro modelo.',
      'The template already has a version in Portuguese (BR).',
    ],
    [
      'There is already English (US) content for this template. You can create a new template and try again.',
      'The template already has a version in English (US).',
    ],
  ])('is read: %s', (text, meaning) => {
    const body = JSON.stringify({
      error: {
        message: 'Invalid parameter',
        code: 100,
        error_subcode: 2388024,
        error_user_msg: text,
      },
    });
    const found = decodeFirst(body);
    expect(found?.detail).toMatchObject({ text, meaning });
  });

  it('is shown unchanged if no pattern matches', () => {
    const text =
      '{"error":{"message":"Invalid parameter","code":2,"error_subcode":2494055,"error_user_title":"Erro temporário","error_user_msg":"Tente novamente em alguns instantes"}}';
    const said = 'Erro temporário · Tente novamente em alguns instantes';
    expect(decodeFirst(text)).toMatchObject({ detail: null, said });
    const hebrew = createGraphError(131009, 'מספר הטלפון שגוי');
    expect(decodeFirst(hebrew)?.detail?.text).toBe('מספר הטלפון שגוי');
  });

  it('is not repeated if it says no more than the title', () => {
    expect(
      decodeFirst(createGraphError(131026, 'Message Undeliverable.')),
    ).toMatchObject({
      detail: null,
      said: null,
    });
  });
});

describe('until when', () => {
  const createStatus = (code: number, timestamp: string) =>
    JSON.stringify({
      statuses: [
        {
          id: 'wamid.x',
          status: 'failed',
          timestamp,
          errors: [{ code, title: 'x' }],
        },
      ],
    });
  const formatBound = (text: string) =>
    formatTimeBound(decodeFirst(text)?.when ?? null, clock)?.text ?? null;

  it.each([
    [
      'the marketing limit',
      createStatus(131049, '1795170000'),
      'Usually: do not retry before tomorrow at 11:20 (CET).',
    ],
    [
      'a paused template',
      createStatus(132015, '1795170000'),
      'Usually: the wait ends no later than today at 17:20 (CET).',
    ],
    [
      'the pair rate limit',
      createStatus(131056, '1795100000'),
      'Usually: the wait ended no later than yesterday at 15:57 (CET).',
    ],
    [
      'the hourly limit',
      '2026-11-20T10:20:00Z ERROR (#80007) Rate limit issues',
      'Usually: the wait ends no later than today at 12:20 (CET).',
    ],
    [
      'the hourly limit from a time without a zone',
      '2026-11-20 10:20:00 ERROR (#80007) Rate limit issues',
      null,
    ],
    [
      'two times without a zone',
      '2026-11-18 10:20:00 ERROR (#80007) at 11:20',
      null,
    ],
    [
      'the hourly limit with the minutes of the header',
      '2026-11-20T10:20:00Z ERROR (#80007) x-business-use-case-usage: {"123":[{"call_count":100,"type":"whatsapp","estimated_time_to_regain_access":25}]}',
      'Do not retry before today at 11:45 (CET).',
    ],
    [
      'a token that ran out',
      '{"error":{"message":"Error validating access token: Session has expired on Thursday, 19-Nov-26 23:00:00 PST. The current time is Friday, 20-Nov-26 02:00:00 PST.","type":"OAuthException","code":190,"error_subcode":463}}',
      'Expired today at 08:00 (CET).',
    ],
    [
      'a restriction',
      '{"value":{"event":"ACCOUNT_RESTRICTION","restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING","expiration":1795500000}]}}',
      null,
    ],
    [
      'a failure without a date',
      '10:20:00 ERROR (#80007) Rate limit issues',
      null,
    ],
    ['a failure of tomorrow', createStatus(131049, '1795270000'), null],
    ['an error with no window', createStatus(131026, '1795170000'), null],
  ])('%s', (name, text, said) => {
    if (name === 'a restriction') {
      const { when: formatBoundNear } = explain(
        { code: 'RESTRICTED_BIZ_INITIATED_MESSAGING', nearby: text },
        catalogue,
      );
      expect(formatTimeBound(formatBoundNear, clock)?.text).toBe(
        'In effect until Tue 24 Nov at 07:00 (CET).',
      );
    } else expect(formatBound(text)).toBe(said);
  });

  it('shows the 24-hour window only if a label names the customer’s last message', () => {
    const formatBoundNear = (nearby: string) =>
      formatTimeBound(explainNear('131047', nearby).when, clock)?.text ?? null;
    expect(formatBoundNear('131047\t2026-11-20T10:00:00Z')).toBeNull();
    expect(
      formatBoundNear('131047\tLast customer message: 2026-11-19T08:00:00Z'),
    ).toBe('Closed since today at 09:00 (CET): you can only send templates.');
    expect(
      formatBoundNear('131047\tLast customer message: 2026-11-20T08:00:00Z'),
    ).toBe('You can send free-form messages until tomorrow at 09:00 (CET).');
  });
});

describe('an event of a webhook is of what the payload speaks of', () => {
  const createChange = (field: string, value: object) =>
    JSON.stringify({ changes: [{ value, field }] });
  const createTemplateChange = (event: string) =>
    createChange('message_template_status_update', {
      event,
      message_template_id: 594425479261596,
      reason: 'NONE',
    });
  const createNameChange = (decision: string) =>
    createChange('phone_number_name_update', {
      decision,
      requested_verified_name: 'Shop',
    });
  const createAccountChange = (decision: string) =>
    createChange('account_review_update', { decision });

  it.each([
    [createTemplateChange('REJECTED'), 'REJECTED~template'],
    [createTemplateChange('FLAGGED'), 'FLAGGED~template'],
    [
      '{"event":"REJECTED","message_template_id":594425479261596}',
      'REJECTED~template',
    ],
    [createNameChange('REJECTED'), 'REJECTED~display-name'],
    [createNameChange('DEFERRED'), 'DEFERRED~display-name'],
    [createAccountChange('REJECTED'), 'REJECTED~account-review'],
    [createAccountChange('DEFERRED'), 'DEFERRED'],
    [createAccountChange('PENDING'), 'PENDING~account-review'],
  ])('%s: %s', (text, key) => {
    expect(decodeFirst(text)).toMatchObject({
      undecided: null,
      entry: { key: `meta/management/${key}` },
    });
  });

  it('and approval is a success', () => {
    expect(decodeFirst(createAccountChange('APPROVED'))?.entry).toMatchObject({
      state: true,
      success: true,
    });
  });
});

describe('the meaning of a detail', () => {
  const said = (text: string) => {
    const found = decodeFirst(text);
    return found?.entry ? formatExplanationMarkdown(found, catalogue) : '';
  };

  it('replaces a broader general meaning', () => {
    const text = said(
      '{"errors":[{"code":1026,"title":"Receiver Incapable","details":"healthy ecosystem"}]}',
    );
    expect(text).toContain('Meta held back the marketing template');
    expect(text).not.toContain('does not disclose');
  });

  it('precedes the general meaning if it only adds to it', () => {
    const text = said(
      '{"error":{"code":80007,"type":"OAuthException","message":"(#80007) x","estimated_time_to_regain_access":12}}',
    );
    expect(text).toMatch(/again in about 12 minutes\. The app has used up/);
  });
});

describe('marketing that Meta held back', () => {
  const createStatus = (recipient_id: string, error: object) =>
    JSON.stringify({
      status: 'failed',
      timestamp: '1795166400',
      recipient_id,
      errors: [error],
    });
  const held = { code: 131049, title: 'Meta chose not to deliver.' };

  it.each([
    ['5511987654321', Date.parse('2026-11-21T09:20:00Z')],
    ['447700900123', undefined],
    ['+1 202-555-0143', undefined],
    ['12025550143', undefined],
  ])(
    'to %s is sent again in a day, unless waiting does not help there',
    (recipient, atMs) => {
      expect(decodeFirst(createStatus(recipient, held))?.when?.atMs).toBe(atMs);
      expect(
        explainNear('131049', createStatus(recipient, held)).when?.atMs,
      ).toBe(atMs);
    },
  );

  it('names the United States in the first line, until a recipient is known', () => {
    const stepsTo = (recipient: string) =>
      explainNear('131049', createStatus(recipient, held))
        .entry?.steps?.map((step) => step.do)
        .join('\n');
    expect(catalogue.byKey.get('meta/cloud/131049')?.next).toContain(
      'United States',
    );
    expect(stepsTo('12025550143')).toContain('US area code');
    for (const other of ['5511987654321', '447700900123'])
      expect(stepsTo(other)).not.toMatch(/United States|\bUS\b/);
  });

  it('is also recognized in the words of the on-premises client', () => {
    const details =
      'This message was not delivered to maintain healthy ecosystem engagement.';
    const found = decodeFirst(
      createStatus('447700900123', {
        code: 1026,
        title: 'Receiver Incapable',
        details,
      }),
    );
    // A retired code: its turn is that of 131049, and a retry with it is not possible.
    const { turn } = catalogue.byKey.get('meta/cloud/131049')?.verdict ?? {};
    expect(found?.entry).toMatchObject({
      key: 'meta/onprem/1026',
      verdict: { turn, retry: 'no' },
    });
    expect(
      decodeFirst(
        createStatus('447700900123', {
          code: 1026,
          title: 'Receiver Incapable',
        }),
      )?.entry?.verdict.turn,
    ).toBe('recipient');
  });
});
