import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { expectLinearCost } from '../../../tests/growth.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import {
  checkLoneMessages,
  checkPreflight,
  checkPreflightText,
  type PreflightFinding,
} from './preflight.ts';

const catalogue = createCatalogue(readCatalogue());
const { rules } = catalogue.preflight;
type Fields = Record<string, unknown>;

const createTemplate = (
  components: readonly Fields[],
  fields: Fields = {},
) => ({
  name: 'order_update',
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  components,
  ...fields,
});
const createRequest = (components: readonly Fields[], fields: Fields = {}) => ({
  messaging_product: 'whatsapp',
  to: '5511900000000',
  type: 'template',
  template: {
    name: 'order_update',
    language: { code: 'en_US' },
    components,
    ...fields,
  },
});
const text = (value: unknown, name?: string) => ({
  type: 'text',
  text: value,
  ...(name && { parameter_name: name }),
});
const send = (type: string, ...parameters: Fields[]) => ({ type, parameters });
const press = (index: unknown, sub_type: string, ...parameters: Fields[]) => ({
  type: 'button',
  sub_type,
  index,
  parameters,
});
const body = {
  type: 'BODY',
  text: 'Hello {{1}}, your order {{2}} is on its way.',
};
const named = {
  type: 'BODY',
  text: 'Hello {{first_name}}, your order {{order}} is on its way.',
};
const image = { type: 'HEADER', format: 'IMAGE' };
const sendImage = send('header', {
  type: 'image',
  image: { link: 'https://example.com/a.png' },
});
const buttonsOf = (...buttons: Fields[]) => ({ type: 'BUTTONS', buttons });
const shop = { type: 'URL', text: 'Shop', url: 'https://example.com/{{1}}' };
const call = {
  type: 'PHONE_NUMBER',
  text: 'Call',
  phone_number: '+15550000000',
};
const reply = { type: 'QUICK_REPLY', text: 'Stop' };
const flow = { type: 'FLOW', text: 'Book', flow_id: 1 };
const coupon = { type: 'COPY_CODE', example: 'SAVE10' };
const card = {
  components: [
    image,
    { type: 'BODY', text: 'For {{1}} only' },
    buttonsOf(reply, shop),
  ],
};
const product = {
  components: [
    { type: 'HEADER', format: 'PRODUCT' },
    buttonsOf({ type: 'SPM', text: 'View' }),
  ],
};
const sendCard = (card_index: number, ...components: Fields[]) => ({
  card_index,
  components,
});
const goodCard = (index: number) =>
  sendCard(
    index,
    sendImage,
    send('body', text('Ana')),
    press(1, 'url', text('a')),
  );
const carousel = (...cards: Fields[]) => [
  { type: 'BODY', text: 'Look' },
  { type: 'CAROUSEL', cards },
];
const password = createTemplate(
  [
    { type: 'BODY', text: '*{{1}}* is your verification code.' },
    buttonsOf({
      type: 'URL',
      text: 'Copy',
      url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}',
    }),
  ],
  { category: 'AUTHENTICATION' },
);
const passwordBefore = createTemplate(
  [
    { type: 'body', add_security_recommendation: true },
    buttonsOf({ type: 'otp', otp_type: 'copy_code' }),
  ],
  { category: 'authentication' },
);
const money = (fields: Fields) => ({ type: 'currency', currency: fields });
const dollars = { fallback_value: '$1', code: 'USD', amount_1000: 1000 };
const offer = {
  type: 'LIMITED_TIME_OFFER',
  limited_time_offer: { text: 'Soon over', has_expiration: true },
};

const formatFinding = ({ rule, path, code }: PreflightFinding) =>
  `${rule} ${code} ${path}`;
const list = (input: { template: unknown; request?: unknown }) =>
  checkPreflight(input, catalogue).map(formatFinding);

/** Place of the components of a request. */
const AT = 'template.components';

type Case = [
  name: string,
  template: unknown,
  request: unknown,
  expected: readonly string[],
];
const REQUESTS: readonly Case[] = [
  [
    'right: body',
    createTemplate([body]),
    createRequest([send('body', text('Ana'), text('7'))]),
    [],
  ],
  [
    'three faults at once, of which Meta names the first',
    createTemplate([image, body, buttonsOf(shop)]),
    createRequest([send('body', text('Ana'))]),
    [
      `header-missing 132012 ${AT}`,
      `variable-count 132000 ${AT}[0]`,
      `button-missing 131008 ${AT}`,
    ],
  ],
  [
    'a value too many, and a header that the template lacks',
    createTemplate([body]),
    createRequest([sendImage, send('body', text('a'), text('b'), text('c'))]),
    [`variable-count 132000 ${AT}[1]`, `header-unknown 132018 ${AT}[0]`],
  ],
  [
    'another name',
    createTemplate([body]),
    createRequest([send('body', text('a'), text('b'))], { name: 'order' }),
    ['template-name 132001 template.name'],
  ],
  [
    'a language that a list lacks, and what is wrong besides',
    {
      data: [
        createTemplate([body]),
        createTemplate([body], { language: 'pt_BR' }),
      ],
    },
    createRequest([send('body', text('a'))], { language: { code: 'en' } }),
    [
      'template-language 132001 template.language',
      `variable-count 132000 ${AT}[0]`,
    ],
  ],
  [
    'no language, a value that is no object, and what is wrong besides',
    createTemplate([image, body]),
    {
      template: {
        name: 'order',
        components: [{ type: 'body', parameters: ['a'] }],
      },
    },
    [
      'language-code 100 template.language',
      'template-name 132001 template.name',
      `header-missing 132012 ${AT}`,
      `variable-count 132000 ${AT}[0]`,
      `parameter-type 132012 ${AT}[0].parameters[0]`,
    ],
  ],
  [
    'right: the second language of a list',
    [
      createTemplate([image, body]),
      createTemplate([body], { language: 'pt_BR' }),
    ],
    createRequest([send('body', text('a'), text('b'))], {
      language: { code: 'pt_BR' },
    }),
    [],
  ],
  ...(['paused 132015', 'disabled 132016', 'rejected 132001'] as const).map(
    (given): Case => {
      const [status = '', code = ''] = given.split(' ');
      const rule = status === 'rejected' ? 'status-other' : `status-${status}`;
      const template = createTemplate([{ type: 'BODY', text: 'Hello' }], {
        status: status.toUpperCase(),
      });
      return [
        status,
        template,
        createRequest([]),
        [`${rule} ${code} template.name`],
      ];
    },
  ),
  [
    'right: names in any order',
    createTemplate([named], { parameter_format: 'NAMED' }),
    createRequest([
      send('body', text('7', 'order'), text('Ana', 'first_name')),
    ]),
    [],
  ],
  [
    'a wrong name instead of a right one',
    createTemplate([named], { parameter_format: 'NAMED' }),
    createRequest([send('body', text('7', 'order'), text('Ana', 'name'))]),
    [
      `variable-missing 132000 ${AT}[0]`,
      `variable-unknown 132000 ${AT}[0].parameters[1]`,
    ],
  ],
  [
    'a value without a name',
    createTemplate([named], { parameter_format: 'NAMED' }),
    createRequest([send('body', text('7', 'order'), text('Ana'))]),
    [`variable-unnamed 100 ${AT}[0].parameters[1]`],
  ],
  [
    'a name for a number',
    createTemplate([body]),
    createRequest([send('body', text('7', 'order'), text('Ana'))]),
    [`variable-named 132012 ${AT}[0].parameters[0]`],
  ],
  [
    'another kind of file, without an address',
    createTemplate([image, { type: 'BODY', text: 'Hello' }]),
    createRequest([send('header', { type: 'video', video: {} })]),
    [
      `parameter-field 131008 ${AT}[0].parameters[0].video`,
      `parameter-type 132012 ${AT}[0].parameters[0]`,
    ],
  ],
  [
    'an image and an empty text in a body',
    createTemplate([body]),
    createRequest([
      send('body', { type: 'image', image: { id: 1 } }, text(' ')),
    ]),
    [
      `parameter-empty 131008 ${AT}[0].parameters[1]`,
      `parameter-type 132012 ${AT}[0].parameters[0]`,
    ],
  ],
  [
    'a line break in a value',
    createTemplate([body]),
    createRequest([send('body', text('a\nb'), text('c'))]),
    [`parameter-spaces 132018 ${AT}[0].parameters[0].text`],
  ],
  [
    'right: money and a date',
    createTemplate([body]),
    createRequest([
      send('body', money(dollars), {
        type: 'date_time',
        date_time: { fallback_value: 'May 1' },
      }),
    ]),
    [],
  ],
  [
    'money without a code and with a fraction, a date without a text',
    createTemplate([body]),
    createRequest([
      send('body', money({ fallback_value: '$1', amount_1000: 1.5 }), {
        type: 'date_time',
        date_time: {},
      }),
    ]),
    [
      `parameter-field 131008 ${AT}[0].parameters[0].currency`,
      `parameter-field 131008 ${AT}[0].parameters[0].currency`,
      `parameter-field 131008 ${AT}[0].parameters[1].date_time`,
    ],
  ],
  [
    'too long with its values: header and body',
    createTemplate([
      { type: 'HEADER', format: 'TEXT', text: 'For {{1}}' },
      body,
    ]),
    createRequest([
      send('header', text('a'.repeat(60))),
      send('body', text('b'.repeat(1000)), text('c')),
    ]),
    [`header-filled 132005 ${AT}[0]`, `body-filled 132005 ${AT}[1]`],
  ],
  [
    'right: a long body alone',
    createTemplate([body]),
    createRequest([send('body', text('b'.repeat(4000)), text('c'))]),
    [],
  ],
  [
    'a body alone beyond its limit',
    createTemplate([body]),
    createRequest([send('body', text('b'.repeat(33_000)), text('c'))]),
    [`body-alone-filled 132005 ${AT}[0]`],
  ],
  [
    'right: a one-time password twice',
    password,
    createRequest([
      send('body', text('123456')),
      press('0', 'url', text('123456')),
    ]),
    [],
  ],
  [
    'right: before the template is approved',
    passwordBefore,
    createRequest([
      send('body', text('123456')),
      press(0, 'url', text('123456')),
    ]),
    [],
  ],
  [
    'a one-time password once',
    password,
    createRequest([send('body', text('123456'))]),
    [`button-missing 131008 ${AT}`],
  ],
  [
    'a one-time password that is long, and another one',
    password,
    createRequest([
      send('body', text('1234567890123456')),
      press('0', 'url', text('123456')),
    ]),
    [`password-length 132018 ${AT}`, `password-different null ${AT}`],
  ],
  [
    'right: buttons',
    createTemplate([
      { type: 'BODY', text: 'Hello' },
      buttonsOf(reply, call, shop, coupon, flow),
    ]),
    createRequest([
      press(0, 'quick_reply', { type: 'payload', payload: 'stop' }),
      press('2', 'URL', text('shoes')),
      press(3, 'COPY_CODE', { type: 'coupon_code', coupon_code: 'SAVE10' }),
      press(4, 'flow', { type: 'action', action: { flow_token: 'x' } }),
    ]),
    [],
  ],
  [
    'buttons: at another index, for a phone number, a long coupon, two values, no flow',
    createTemplate([
      { type: 'BODY', text: 'Hello' },
      buttonsOf(reply, call, shop, coupon, flow),
    ]),
    createRequest([
      press(1, 'url', text('shoes')),
      press(
        3,
        'copy_code',
        { type: 'coupon_code', coupon_code: 'A'.repeat(16) },
        text('x'),
      ),
      press(9, 'url', text('x')),
    ]),
    [
      `button-parameters 100 ${AT}[0].parameters`,
      `button-missing 131008 ${AT}`,
      `values-many 132000 ${AT}[1].parameters`,
      `coupon-length 132018 ${AT}[1]`,
      `flow-missing 131009 ${AT}`,
      `button-unknown null ${AT}[2]`,
    ],
  ],
  [
    'a Flow with a token that is a number, data that is a text, or nothing',
    createTemplate([
      { type: 'BODY', text: 'Hello' },
      buttonsOf(flow, flow, flow, flow),
    ]),
    createRequest([
      press(0, 'flow', {
        type: 'action',
        action: { flow_token: 5, flow_action_data: 'x' },
      }),
      press(1, 'flow', { type: 'action' }),
      press(2, 'flow', {
        type: 'action',
        action: { flow_token: '5', flow_action_data: { name: 'Ana' } },
      }),
      press(3, 'flow', { type: 'action', action: {} }),
    ]),
    [
      `action-field null ${AT}[0].parameters[0].action`,
      `action-field null ${AT}[0].parameters[0].action`,
      `parameter-empty 131008 ${AT}[1].parameters[0]`,
    ],
  ],
  [
    'a button of another type, with a whole link, and twice',
    createTemplate([{ type: 'BODY', text: 'Hello' }, buttonsOf(shop)]),
    createRequest([
      press(0, 'url', text('shoes')),
      press(0, 'quick_reply', text('https://example.com/shoes')),
    ]),
    [
      `component-twice null ${AT}[1]`,
      `button-type 132018 ${AT}[1].sub_type`,
      `url-whole 132018 ${AT}[1]`,
    ],
  ],
  [
    'a value for an address without a variable, and a component of the template',
    createTemplate([
      { type: 'BODY', text: 'Hello' },
      buttonsOf({ ...shop, url: 'https://example.com' }),
    ]),
    createRequest([press(0, 'url', text('shoes')), send('footer')]),
    [
      `button-parameters 100 ${AT}[0].parameters`,
      `component-unknown null ${AT}[1]`,
    ],
  ],
  [
    'right: a carousel',
    createTemplate(carousel(card, card)),
    createRequest([{ type: 'carousel', cards: [goodCard(1), goodCard(0)] }]),
    [],
  ],
  [
    'right: more product cards than the template has',
    createTemplate(carousel(product, product)),
    createRequest([
      {
        type: 'carousel',
        cards: [0, 1, 2].map((at) =>
          sendCard(
            at,
            send('header', {
              type: 'product',
              product: { product_retailer_id: '1', catalog_id: '2' },
            }),
          ),
        ),
      },
    ]),
    [],
  ],
  [
    'cards: one too few, without a file, with a long text',
    createTemplate(carousel(card, card, card)),
    createRequest([
      {
        type: 'carousel',
        cards: [
          goodCard(0),
          sendCard(
            1,
            send('body', text('a'.repeat(160))),
            press(1, 'url', text('a')),
          ),
        ],
      },
    ]),
    [
      `cards-count null ${AT}`,
      `header-missing 132012 ${AT}[0].cards[1].components`,
      `card-body-filled 132005 ${AT}[0].cards[1].components[0]`,
      `header-missing 132012 ${AT}[0].cards[2].components`,
      `variable-count 132000 ${AT}[0].cards[2].components`,
      `button-missing 131008 ${AT}[0].cards[2].components`,
    ],
  ],
  [
    'a card at an index that the template lacks, before one without a body',
    createTemplate(carousel(card, card)),
    createRequest([
      send('body'),
      {
        type: 'carousel',
        cards: [
          goodCard(3),
          sendCard(1, sendImage, press(1, 'url', text('a'))),
          goodCard(0),
        ],
      },
    ]),
    [
      `cards-count null ${AT}`,
      `card-unknown null ${AT}[1].cards[0].card_index`,
      `variable-count 132000 ${AT}[1].cards[1].components`,
    ],
  ],
  [
    'cards for a template without any',
    createTemplate([{ type: 'BODY', text: 'Look' }]),
    createRequest([{ type: 'carousel', cards: [goodCard(0)] }]),
    [`component-unknown null ${AT}[0]`],
  ],
  [
    'a component for a template without any',
    createTemplate([]),
    createRequest([send('body', text('a'))]),
    [`component-unknown null ${AT}[0]`],
  ],
  [
    'a number for a text',
    createTemplate([body]),
    createRequest([send('body', text(12), text('7'))]),
    [`value-number null ${AT}[0].parameters[0].text`],
  ],
  ...[
    { language: 'en_US' },
    { language: undefined },
    { language: { policy: 'deterministic' } },
  ].map(
    (fields): Case => [
      `the language ${JSON.stringify(fields.language)}, without values`,
      createTemplate([{ type: 'BODY', text: 'Hello' }]),
      createRequest([], fields),
      ['language-code 100 template.language'],
    ],
  ),
  [
    'an offer without its end',
    createTemplate([{ type: 'BODY', text: 'Hello' }, offer]),
    createRequest([]),
    [`offer-missing 131008 ${AT}`],
  ],
  [
    'right: an offer, in the wrapping of a provider',
    createTemplate([{ type: 'BODY', text: 'Hello' }, offer]),
    {
      whatsapp: createRequest([
        send('limited_time_offer', {
          type: 'limited_time_offer',
          limited_time_offer: { expiration_time_ms: 1_800_000_000_000 },
        }),
      ]),
    },
    [],
  ],
];

const submit = (components: readonly Fields[], fields: Fields = {}) =>
  createTemplate(components, { status: undefined, ...fields });
const bodyWith = (text: string, ...samples: string[]) => ({
  type: 'BODY',
  text,
  ...(samples.length > 0 && { example: { body_text: [samples] } }),
});
const plain = bodyWith('Your order is on its way.');
const at = 'components[0].text';
type TemplateCase = [
  name: string,
  template: unknown,
  expected: readonly string[],
];
const TEMPLATES: readonly TemplateCase[] = [
  [
    'right: everything',
    submit([
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'Order {{1}}',
        example: { header_text: ['7'] },
      },
      bodyWith(
        'Hello {{1}}, your order {{2}} is on its way to you.',
        'Ana',
        '7',
      ),
      { type: 'FOOTER', text: 'Example Ltd.' },
      buttonsOf(reply, { ...shop, example: ['shoes'] }, call, coupon),
    ]),
    [],
  ],
  [
    'right: names',
    submit(
      [
        {
          ...named,
          example: {
            body_text_named_params: [
              { param_name: 'first_name', example: 'Ana' },
              { param_name: 'order', example: '7' },
            ],
          },
        },
      ],
      { parameter_format: 'named' },
    ),
    [],
  ],
  ['right: authentication', passwordBefore, []],
  [
    'several faults at once',
    submit([bodyWith('{{1}}{{3}}')], { name: 'Order Update' }),
    [
      `body-start 2388299 ${at}`,
      `body-end 2388299 ${at}`,
      `body-neighbours 2388072 ${at}`,
      'sample-missing 100 components[0]',
      `variables-order 2388072 ${at}`,
      `variables-many 2388293 ${at}`,
      'name-form 100 name',
    ],
  ],
  [
    'an end with punctuation',
    submit([bodyWith('Your order has the number {{1}}!', '7')]),
    [`body-end 2388299 ${at}`],
  ],
  [
    'braces',
    submit([bodyWith('Hello {{first name}}, {{2}, {3}} and more', '1', '2')]),
    [
      `body-braces 2388072 ${at}`,
      'variables-format INVALID_FORMAT parameter_format',
    ],
  ],
  [
    'names and numbers',
    submit([
      bodyWith(
        'Hello {{first_name}}, your order {{1}} is on its way.',
        'Ana',
        '7',
      ),
    ]),
    ['variables-mixed 2388072 parameter_format'],
  ],
  [
    'lengths',
    submit(
      [
        { type: 'HEADER', format: 'TEXT', text: 'a'.repeat(61) },
        bodyWith('b'.repeat(1025)),
        { type: 'FOOTER', text: 'c'.repeat(61) },
        buttonsOf(
          { type: 'QUICK_REPLY', text: 'd'.repeat(26) },
          { ...call, phone_number: '1'.repeat(21) },
          { ...shop, url: `https://example.com/${'e'.repeat(2000)}` },
          { type: 'COPY_CODE', example: 'F'.repeat(16) },
        ),
      ],
      { name: 'n'.repeat(513) },
    ),
    [
      'header-length 2388040 components[0].text',
      'body-length 2388040 components[1].text',
      'footer-length 2388040 components[2].text',
      'button-length 100 components[3].buttons[0].text',
      'phone-length 2388040 components[3].buttons[1].phone_number',
      'url-length 2388040 components[3].buttons[2].url',
      'code-length 2388040 components[3].buttons[3].example',
      'name-length 2388040 name',
    ],
  ],
  [
    'characters',
    submit([
      { type: 'HEADER', format: 'TEXT', text: 'Your *order* 🎉' },
      plain,
      { type: 'FOOTER', text: 'For {{1}}', example: ['Ana'] },
      buttonsOf(
        { type: 'QUICK_REPLY', text: 'Stop 🛑' },
        { ...shop, url: 'https://example.com/{{1}}/x', example: ['a'] },
      ),
    ]),
    [
      'header-format 2388047 components[0].text',
      'button-format 100 components[3].buttons[0].text',
      'url-variable null components[3].buttons[1].url',
      'footer-variable 2388073 components[2].text',
    ],
  ],
  [
    'two variables in the header, no sample of a file or an address',
    submit([
      {
        type: 'HEADER',
        format: 'TEXT',
        text: 'A {{1}} b {{2}} c',
        example: { header_text: ['1', '2'] },
      },
      plain,
      buttonsOf(shop),
    ]),
    [
      'header-variables 2388047 components[0].text',
      'sample-missing 100 components[2].buttons[0]',
    ],
  ],
  [
    'no sample of a file',
    submit([image, plain]),
    ['sample-missing 100 components[0]'],
  ],
  [
    'a button without a text',
    submit([plain, buttonsOf({ type: 'QUICK_REPLY', text: '' })]),
    ['button-empty null components[1].buttons[0].text'],
  ],
  [
    'no body',
    submit([{ type: 'FOOTER', text: 'x' }]),
    ['body-missing null components'],
  ],
  [
    'buttons: numbers and order',
    submit([
      plain,
      buttonsOf(
        ...[shop, shop, shop].map((one) => ({ ...one, example: ['a'] })),
        ...[reply, call, call, coupon, coupon, reply, reply, reply],
      ),
    ]),
    [
      'buttons-many null components[1].buttons',
      'buttons-url null components[1].buttons',
      'buttons-phone null components[1].buttons',
      'buttons-code null components[1].buttons',
      'buttons-order null components[1].buttons',
    ],
  ],
  [
    'one card, with a long text',
    submit([
      plain,
      {
        type: 'CAROUSEL',
        cards: [{ components: [bodyWith('a'.repeat(161))] }],
      },
    ]),
    [
      'cards-limit null components[1].cards',
      'card-body-length 2388040 components[1].cards[0].components[0].text',
    ],
  ],
];

describe('a request', () => {
  it.each(REQUESTS)('%s', (_, template, request, expected) => {
    expect(list({ template, request }).sort()).toEqual([...expected].sort());
  });
});

describe('a template before it is submitted', () => {
  it.each(TEMPLATES)('%s', (_, template, expected) => {
    expect(list({ template }).sort()).toEqual([...expected].sort());
  });
});

describe('input', () => {
  it.each<[unknown, unknown, readonly string[]]>([
    [5, undefined, ['input null ']],
    [null, null, ['input null ', 'input null ']],
    ['not JSON', undefined, ['input null ']],
    [
      createTemplate([{ ...body, type: 5 }]),
      undefined,
      ['input null components[0].type'],
    ],
    [createTemplate([body]), {}, ['input null ']],
    [
      createTemplate([{ type: 'BODY', text: 'Hello' }]),
      {
        template: {
          name: 'order_update',
          language: 'en_US',
          components: [send('body')],
        },
      },
      ['language-code 100 template.language'],
    ],
    [
      createTemplate([body]),
      createRequest([{ type: 'body', parameters: [{ text: 'Ana' }] }]),
      [
        `variable-count 132000 ${AT}[0]`,
        `parameter-type 132012 ${AT}[0].parameters[0]`,
      ],
    ],
  ])('%j %j', (template, request, expected) => {
    expect(list({ template, request })).toEqual(expected);
  });

  it('takes JSON as text, and finds both in a paste', () => {
    const template = createTemplate([body]);
    const request = createRequest([send('body', text('Ana } " {'))]);
    const expected = [`variable-count 132000 ${AT}[0]`];
    expect(
      list({
        template: JSON.stringify(template),
        request: JSON.stringify(request),
      }),
    ).toEqual(expected);
    const paste = `The template {see below}:\n${JSON.stringify({ data: [template] }, null, 2)}\ncurl -d '${JSON.stringify(request)}'`;
    const found = checkPreflightText(paste, catalogue);
    expect(found?.findings.map(formatFinding)).toEqual(expected);
    expect(checkPreflightText(JSON.stringify(request), catalogue)).toBeNull();
    expect(checkPreflightText('131047', catalogue)).toBeNull();
  });

  it('has no value where the input has none', () => {
    const template = createTemplate([named], { parameter_format: 'NAMED' });
    const request = createRequest([send('body', text('Ana'), text('7'))]);
    const found = checkPreflight({ template, request }, catalogue);
    expect(found.map(({ rule, value }) => [rule, value])).toEqual(
      Array(2).fill(['variable-unnamed', null]),
    );
  });

  it('has as value the language that the template lacks, and the coupon that is too long', () => {
    const template = createTemplate([
      { type: 'BODY', text: 'Hello' },
      buttonsOf(coupon),
    ]);
    const code = 'A'.repeat(16);
    const sent = press(0, 'copy_code', {
      type: 'coupon_code',
      coupon_code: code,
    });
    const request = createRequest([sent], { language: { code: 'pt_BR' } });
    const found = checkPreflight({ template, request }, catalogue);
    expect(found.map(({ rule, value }) => [rule, value])).toEqual([
      ['template-language', 'pt_BR'],
      ['coupon-length', code],
    ]);
  });

  it('keeps texts of the input out of the message', () => {
    const name = 'ignore_all';
    const [finding] = checkPreflight(
      {
        template: createTemplate(
          [{ type: 'BODY', text: `Hello {{${name}}}, hi` }],
          {
            parameter_format: 'NAMED',
          },
        ),
        request: createRequest([send('body')]),
      },
      catalogue,
    );
    expect(finding).toMatchObject({
      rule: 'variable-missing',
      value: name,
      in: 'request',
      hint: false,
    });
    expect(finding?.message).not.toContain(name);
  });
});

const checkAlone = (message: unknown) =>
  checkLoneMessages(JSON.stringify(message), catalogue)?.findings ?? [];

describe('a message without its template', () => {
  it.each<[string, Fields, readonly string[]]>([
    [
      'a user ID in place of a number',
      { to: 'US.13491208655302741918', type: 'text', text: { body: 'Hi' } },
      ['recipient-user-id 131026 to'],
    ],
    [
      'empty values',
      {
        to: '5511900000000',
        type: 'template',
        template: { components: [send('body', text(' '), text('null'))] },
        context: null,
      },
      [
        'value-empty null template.components[0].parameters[0].text',
        'value-empty null template.components[0].parameters[1].text',
        'value-empty null context',
      ],
    ],
    [
      'an empty link',
      { to: '5511900000000', type: 'image', image: { link: '' } },
      ['value-empty null image.link'],
    ],
    [
      'right: a text',
      { to: '5511900000000', type: 'text', text: { body: 'Hi' } },
      [],
    ],
    ['a message of a webhook', { from: '55', type: 'text', text: null }, []],
  ])('%s', (_, message, expected) =>
    expect(checkAlone(message).map(formatFinding)).toEqual(expected),
  );

  it('is read from any text without a throw', () => {
    expect(checkLoneMessages('131047', catalogue)).toBeNull();
    fc.assert(
      fc.property(fc.json(), (json) => {
        checkLoneMessages(json, catalogue);
      }),
    );
  });
});

test('every rule has a case, every code an entry, and every sentence is complete', () => {
  const findings = [
    ...REQUESTS.map(([, template, request]) => ({ template, request })),
    { template: 1 },
  ]
    .concat(TEMPLATES.map(([, template]) => ({ template, request: undefined })))
    .flatMap((input) => checkPreflight(input, catalogue))
    .concat(checkAlone({ to: 'US.1349', type: 'text', text: { body: '' } }));
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(
    new Set(rules.map(({ id }) => id)),
  );
  for (const { entry, code, message, source } of findings) {
    expect(entry === null ? code : catalogue.byKey.get(entry)?.code).toBe(code);
    expect(message).not.toMatch(/[{}]|undefined|null/);
    expect(source).toMatch(/^https:/);
  }
});

/** A template at random, and a right request for it. */
const pair = fc
  .record({
    header: fc.constantFrom(
      'none',
      'text',
      'image',
      'video',
      'document',
      'location',
    ),
    count: fc.integer({ min: 1, max: 4 }),
    isNamed: fc.boolean(),
    buttons: fc.array(
      fc.constantFrom(
        'QUICK_REPLY',
        'URL',
        'PHONE_NUMBER',
        'COPY_CODE',
        'FLOW',
      ),
      {
        maxLength: 5,
      },
    ),
    cards: fc.nat(3),
    value: fc.stringMatching(/^[a-z]{1,12}$/),
  })
  .map(({ header, count, isNamed, buttons, cards, value }) => {
    const names = Array.from({ length: count }, (_, nth) =>
      isNamed ? `name_${nth}` : `${nth + 1}`,
    );
    const kinds: Record<string, Fields> = {
      image: { id: '1' },
      video: { link: 'https://example.com/a.mp4' },
      document: { id: 2, filename: 'a.pdf' },
      location: { latitude: '1.5', longitude: -2 },
    };
    const media = kinds[header];
    const types: Record<string, Fields> = {
      URL: shop,
      PHONE_NUMBER: call,
      COPY_CODE: coupon,
      FLOW: flow,
    };
    const template = createTemplate(
      [
        ...(header === 'text'
          ? [{ type: 'HEADER', format: 'TEXT', text: `Hi {{${names[0]}}}` }]
          : []),
        ...(media ? [{ type: 'HEADER', format: header.toUpperCase() }] : []),
        {
          type: 'BODY',
          text: names.map((name) => `word {{${name}}} `).join(''),
        },
        ...(buttons.length > 0
          ? [buttonsOf(...buttons.map((type) => types[type] ?? reply))]
          : []),
        ...(cards > 0
          ? [{ type: 'CAROUSEL', cards: Array(cards).fill(card) }]
          : []),
      ],
      { parameter_format: isNamed ? 'NAMED' : 'POSITIONAL' },
    );
    const fill = (name: string) => text(value, isNamed ? name : undefined);
    const sent = buttons.flatMap((type, nth) => {
      if (type === 'URL') return [press(`${nth}`, 'url', text(value))];
      if (type === 'COPY_CODE')
        return [
          press(nth, 'copy_code', { type: 'coupon_code', coupon_code: value }),
        ];
      return type === 'FLOW' ? [press(nth, 'flow')] : [];
    });
    const request = createRequest([
      ...(header === 'text' ? [send('header', fill(names[0] ?? ''))] : []),
      ...(media ? [send('header', { type: header, [header]: media })] : []),
      send('body', ...names.map(fill)),
      ...sent,
      ...(cards > 0
        ? [
            {
              type: 'carousel',
              cards: Array.from({ length: cards }, (_, nth) => goodCard(nth)),
            },
          ]
        : []),
    ]);
    return { template, request };
  });

/** Lists the lists of values of a request. */
function findValues(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'parameters' && Array.isArray(inner) ? [inner] : findValues(inner),
  );
}

test('a right request has no findings, and one without any of its values has', () => {
  fc.assert(
    fc.property(pair, ({ template, request }) => {
      expect(list({ template, request })).toEqual([]);
      findValues(request).forEach((values, nth) => {
        values.forEach((_, at) => {
          const changed = structuredClone(request);
          findValues(changed)[nth]?.splice(at, 1);
          expect(list({ template, request: changed })).not.toEqual([]);
        });
      });
    }),
  );
});

test('nothing throws', () => {
  const word = fc.constantFrom(
    'type',
    'text',
    'components',
    'parameters',
    'buttons',
    'cards',
    'template',
    'language',
    '__proto__',
  );
  const leaf = fc.oneof(
    fc.anything(),
    fc.constantFrom(
      'BODY',
      'header',
      'button',
      'carousel',
      '{{1}}',
      '{{',
      'constructor',
    ),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(word, tie('tree')),
    ),
  }));
  const changed = pair.chain(({ template, request }) =>
    fc.tuple(fc.nat(60), tree).map(([nth, value]) => ({
      template: replace(template, nth, value),
      request: replace(request, nth, value),
    })),
  );
  fc.assert(
    fc.property(
      fc.oneof(changed, fc.record({ template: tree, request: tree })),
      (input) => {
        expect(Array.isArray(checkPreflight(input, catalogue))).toBe(true);
        checkPreflight({ template: input.template }, catalogue);
      },
    ),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'{}[]",:1ab\\ ') }),
      (paste) => void checkPreflightText(paste, catalogue),
    ),
  );
});

/** Replaces the part of a value that comes at this position in depth-first order. */
function replace(value: unknown, nth: number, by: unknown): unknown {
  let left = nth;
  const visit = (one: unknown): unknown => {
    if (left-- === 0) return by;
    if (Array.isArray(one)) return one.map(visit);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, inner]) => [key, visit(inner)]),
    );
  };
  return visit(value);
}

test('large inputs take linear time', () => {
  expectLinearCost(16_000, (size) => {
    const text = '}}'.repeat(size) + '{{1}} '.repeat(size);
    const template = submit([
      { type: 'BODY', text },
      buttonsOf(...Array(size / 5).fill(shop)),
    ]);

    return () => checkPreflight({ template }, catalogue);
  });
  expectLinearCost(40_000, (size) => {
    const text = '[{"a":"'.repeat(size);

    return () => checkPreflightText(text, catalogue);
  });
});

test('every rule names the code that Meta answers, or is a hint', () => {
  expect(
    rules.flatMap(({ id, code, hint }) => (code || hint ? [] : id)),
  ).toEqual(['input']);
});
