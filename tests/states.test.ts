import { describe, expect, it } from 'vitest';
import { explain } from '../cli/npm/index.ts';
import { answerText } from '../lib/answer/answer-text.ts';
import { findStates } from '../lib/answer/paste/find-states.ts';
import { getBundledCatalogue } from '../lib/catalogue/bundled-catalogue.ts';
import { expectCostRatio } from './growth.ts';
import { answerEverywhere } from './surfaces.ts';

const catalogue = getBundledCatalogue();
const answer = (said: string | object) =>
  answerText(typeof said === 'string' ? said : JSON.stringify(said), {
    catalogue,
  });

const NUMBER = {
  id: '106540352242922',
  display_phone_number: '+1 555 078 3881',
  verified_name: 'Lucky Shrub',
};
const TEMPLATE = {
  id: '1',
  name: 'order_update',
  language: 'en_US',
  category: 'UTILITY',
};
const createWebhook = (field: string, value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    { id: '102290129340398', time: 1739321024, changes: [{ field, value }] },
  ],
});
const createAccount = (status: string) => ({
  id: '102290129340398',
  message_template_namespace: '58e6d318_b627_4112_b9c7_2961197553ea',
  on_behalf_of_business_info: {
    name: 'Lucky Shrub',
    id: '506914307656634',
    status,
    type: 'SELF',
  },
});
const createHealth = (
  all: string,
  waba: object,
  number: object = { can_send_message: 'AVAILABLE' },
) => ({
  id: '106540352242922',
  health_status: {
    can_send_message: all,
    entities: [
      { entity_type: 'PHONE_NUMBER', id: '106540352242922', ...number },
      { entity_type: 'WABA', id: '102290129340398', ...waba },
      {
        entity_type: 'BUSINESS',
        id: '506914307656634',
        can_send_message: 'AVAILABLE',
      },
    ],
  },
});

describe('what stops or limits sending comes first', () => {
  it.each<[said: string | object, ...keys: string[]]>([
    [
      { ...NUMBER, quality_rating: 'RED', status: 'CONNECTED' },
      'management/RED',
      'management/CONNECTED',
    ],
    [
      { quality_rating: 'RED', status: 'CONNECTED' },
      'management/RED',
      'management/CONNECTED',
    ],
    [{ quality_rating: 'YELLOW', ...NUMBER }, 'management/YELLOW'],
    [
      {
        status: 'CONNECTED',
        quality_rating: 'GREEN',
        status_reason: '',
        ...NUMBER,
        account_mode: 'SANDBOX',
      },
      'states/SANDBOX~account_mode',
      'management/CONNECTED',
      'states/GREEN~quality_rating',
    ],
    [
      { quality_rating: 'GREEN', ...NUMBER, status: 'BANNED' },
      'management/BANNED',
      'states/GREEN~quality_rating',
    ],
    [
      { ...NUMBER, status: 'FLAGGED', quality_rating: 'RED' },
      'management/FLAGGED~phone-number',
      'management/RED',
    ],
    [{ ...NUMBER, status: 'RESTRICTED' }, 'management/RESTRICTED'],
    [{ ...NUMBER, status: 'OFFLINE' }, 'management/OFFLINE'],
    [{ ...NUMBER, status: 'MIGRATED' }, 'management/MIGRATED'],
    [
      { ...NUMBER, status: 'DISCONNECTED', platform_type: 'CLOUD_API' },
      'management/DISCONNECTED',
      'states/CLOUD_API~platform_type',
    ],
    [
      { ...NUMBER, status: 'PENDING', quality_rating: 'GREEN' },
      'management/PENDING~phone-number',
      'states/GREEN~quality_rating',
    ],
    [
      { code_verification_status: 'NOT_VERIFIED', ...NUMBER },
      'states/NOT_VERIFIED~code_verification_status',
    ],
    [
      { name_status: 'DECLINED', ...NUMBER, quality_rating: 'GREEN' },
      'management/DECLINED',
      'states/GREEN~quality_rating',
    ],
    [{ name_status: 'EXPIRED', ...NUMBER }, 'management/EXPIRED~name-status'],
    [
      { name_status: 'NONE', new_name_status: 'PENDING_REVIEW', ...NUMBER },
      'management/NONE~name-status',
      'management/PENDING_REVIEW',
    ],
    [
      { ...NUMBER, platform_type: 'ON_PREMISE' },
      'states/ON_PREMISE~platform_type',
    ],
    [
      {
        ...NUMBER,
        platform_type: 'NOT_APPLICABLE',
        throughput: { level: 'NOT_APPLICABLE' },
      },
      'states/NOT_APPLICABLE~platform_type',
      'states/NOT_APPLICABLE~throughput',
    ],
    [
      { messages: [{ id: 'wamid.x', message_status: 'paused' }] },
      'states/PAUSED~message_status',
    ],
    [
      { messaging_limit_tier: 'TIER_50', ...NUMBER },
      'states/TIER_2K~messaging_limit_tier',
    ],
    [
      { messaging_limit_tier: 'TIER_NOT_SET', ...NUMBER },
      'states/TIER_NOT_SET~messaging_limit_tier',
    ],
    [
      { account_review_status: 'REJECTED', id: '1', name: 'Lucky Shrub' },
      'management/REJECTED~account-review',
    ],
    [
      { account_review_status: 'PENDING', id: '1' },
      'management/PENDING~account-review',
    ],
    [
      {
        business_verification_status: 'not_verified',
        account_review_status: 'APPROVED',
      },
      'management/not_verified',
      'states/APPROVED~account_review_status',
    ],
    [
      { business_verification_status: 'pending_need_more_info', id: '1' },
      'management/pending_need_more_info',
    ],
    [
      createHealth('BLOCKED', {
        can_send_message: 'BLOCKED',
        errors: [
          {
            error_code: 141006,
            error_description: 'There is an error with the payment method.',
            possible_solution:
              'There was an error with your payment method. Please add a new payment method to the account.',
          },
        ],
      }),
      'management/141006',
      'management/BLOCKED',
      'states/AVAILABLE~can_send_message',
    ],
    [
      createHealth(
        'LIMITED',
        { can_send_message: 'AVAILABLE' },
        {
          can_send_message: 'LIMITED',
          additional_info: [
            'Your display name has not been approved yet. Your message limit will increase after the display name is approved.',
          ],
        },
      ),
      'management/LIMITED',
      'states/AVAILABLE~can_send_message',
    ],
    [
      createHealth('LIMITED', { can_send_message: 'BLOCKED' }),
      'management/BLOCKED',
      'management/LIMITED',
      'states/AVAILABLE~can_send_message',
    ],
    [
      { ...TEMPLATE, status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' },
      'management/INVALID_FORMAT',
      'management/REJECTED~template',
    ],
    [
      { name: 'x', status: 'REJECTED', rejected_reason: 'PROMOTIONAL' },
      'management/PROMOTIONAL',
      'management/REJECTED~template',
    ],
    [
      {
        ...TEMPLATE,
        status: 'PAUSED',
        quality_score: { score: 'RED', date: 1674864290 },
      },
      'management/PAUSED',
      'management/RED',
    ],
    [
      { name: 'order', status: 'PAUSED', quality_score: { score: 'RED' } },
      'management/PAUSED',
      'management/RED',
    ],
    [{ ...TEMPLATE, status: 'DISABLED' }, 'management/DISABLED'],
    [{ ...TEMPLATE, status: 'PENDING' }, 'management/PENDING~template'],
    [{ ...TEMPLATE, status: 'IN_APPEAL' }, 'management/IN_APPEAL'],
    [
      {
        data: [
          { ...TEMPLATE, status: 'APPROVED' },
          { ...TEMPLATE, status: 'REJECTED' },
        ],
      },
      'management/REJECTED~template',
      'management/APPROVED~template',
    ],
    [
      createWebhook('message_template_status_update', {
        event: 'PAUSED',
        message_template_id: 1,
        message_template_name: 'order_update',
        message_template_language: 'en_US',
        reason: 'NONE',
        other_info: { title: 'FIRST_PAUSE' },
      }),
      'management/FIRST_PAUSE',
      'management/PAUSED',
    ],
    [
      createWebhook('message_template_status_update', {
        event: 'REJECTED',
        message_template_id: 1,
        message_template_name: 'order_update',
        message_template_language: 'en_US',
        reason: 'INCORRECT_CATEGORY',
      }),
      'management/INCORRECT_CATEGORY',
      'management/REJECTED~template',
    ],
    [
      createWebhook('message_template_quality_update', {
        previous_quality_score: 'GREEN',
        new_quality_score: 'YELLOW',
        message_template_id: 1,
        message_template_name: 'order_update',
      }),
      'management/YELLOW',
    ],
    [
      createWebhook('phone_number_quality_update', {
        display_phone_number: '15550783881',
        event: 'FLAGGED',
        current_limit: 'TIER_10K',
      }),
      'management/FLAGGED~phone-number',
      'states/TIER_2K~messaging_limit_tier',
    ],
    [
      createWebhook('phone_number_name_update', {
        display_phone_number: '15550783881',
        decision: 'REJECTED',
        requested_verified_name: 'Lucky Shrub',
        rejection_reason: 'NAME_EMPLOYEE_ISSUE',
      }),
      'management/NAME_EMPLOYEE_ISSUE',
      'management/REJECTED~display-name',
    ],
    [
      createWebhook('account_review_update', { decision: 'REJECTED' }),
      'management/REJECTED~account-review',
    ],
    [
      createWebhook('account_update', {
        event: 'DISABLED_UPDATE',
        ban_info: {
          waba_ban_state: 'SCHEDULE_FOR_DISABLE',
          waba_ban_date: 'October 17, 2026',
        },
      }),
      'webhook/DISABLED_UPDATE',
      'webhook/SCHEDULE_FOR_DISABLE',
    ],
    ['Quality rating: Red', 'management/RED'],
    ['Quality rating\nRed', 'management/RED'],
    ['Quality rating\tMedium', 'management/YELLOW'],
    ['Status: Paused', 'management/PAUSED'],
    ['Display name status: Declined', 'management/DECLINED'],
    ['Health status: Blocked', 'management/BLOCKED'],
    ['Account review: Rejected', 'management/REJECTED~account-review'],
    [
      'Phone number,Status,Quality rating\n+49 176 0000000,Connected,Red',
      'management/RED',
      'management/CONNECTED',
    ],
    [
      'Phone number | Quality rating | Status\n+49 176 0000000 | High | Flagged',
      'management/FLAGGED~phone-number',
      'states/GREEN~quality_rating',
    ],
    [
      'Template name\tCategory\tStatus\norder\tUtility\tPaused',
      'management/PAUSED',
    ],
    [
      'Template name,Language,Status\norder,en,Active\nsale,en,Rejected',
      'management/REJECTED~template',
    ],
    [
      'phone,quality_rating,status\n1,GREEN,BANNED',
      'management/BANNED',
      'states/GREEN~quality_rating',
    ],
    [
      'quality_rating,status\nGREEN,BANNED',
      'management/BANNED',
      'states/GREEN~quality_rating',
    ],
    [
      'quality_rating\nGREEN\nRED\nGREEN',
      'management/RED',
      'states/GREEN~quality_rating',
    ],
    [
      'Quality rating\nHigh\nLow',
      'management/RED',
      'states/GREEN~quality_rating',
    ],
    [
      'waba,account_review_status,can_send_message\n1,APPROVED,BLOCKED',
      'management/BLOCKED',
      'states/APPROVED~account_review_status',
    ],
    [
      'name,language,status,category,rejected_reason\norder,en,REJECTED,MARKETING,TAG_CONTENT_MISMATCH',
      'management/TAG_CONTENT_MISMATCH',
      'management/REJECTED~template',
    ],
    [
      'phoneNumber;qualityRating;status\n+49 176 0000000;RED;CONNECTED',
      'management/RED',
      'management/CONNECTED',
    ],
    ['display_phone_number,status\n+4915123456789,BANNED', 'management/BANNED'],
    [
      'display_phone_number,platform_type,status\n+4915123456789,CLOUD_API,BANNED',
      'management/BANNED',
      'states/CLOUD_API~platform_type',
    ],
    [
      'waba_id,phone_number_id,can_send_message\n1,2,BLOCKED',
      'management/BLOCKED',
    ],
    [
      'Phone number,Number status\n+49 151 23456789,Banned',
      'management/BANNED',
    ],
    [
      'phone,name_status,account_mode\n+4915123456789,DECLINED,LIVE',
      'management/DECLINED',
      'states/LIVE~account_mode',
    ],
    [
      'Number,Account review status\n+49 151 23456789,Rejected',
      'management/REJECTED~account-review',
    ],
    [
      'Template name,Fallback language,Status\norder,en,Paused',
      'management/PAUSED',
    ],
    [
      'Template name,Recipients,Failures,Error rate,Status\norder,5,1,20%,Paused',
      'management/PAUSED',
    ],
    [
      'id,name,category,language,status\n7,order,UTILITY,en,PAUSED',
      'management/PAUSED',
    ],
    [
      { id: '572279198452421', status: 'PENDING', category: 'MARKETING' },
      'management/PENDING~template',
    ],
    [
      createWebhook('template_category_update', {
        message_template_id: 278077987957091,
        message_template_name: 'welcome',
        message_template_language: 'en',
        previous_category: 'UTILITY',
        new_category: 'MARKETING',
      }),
      'guides/template-category',
    ],
    ['Status: Active – Low quality', 'management/RED'],
    ['Status: Rejected', 'management/REJECTED~template'],
    ['Status: In review', 'management/PENDING~template'],
    ['Display name: Declined', 'management/DECLINED'],
    ['Display name: In review', 'management/PENDING_REVIEW'],
    ['Quality rating - Low', 'management/RED'],
    ['Quality rating – Medium', 'management/YELLOW'],
    [
      'Template status — Rejected\nCategory — Utility',
      'management/REJECTED~template',
    ],
    ['Status · ● Paused', 'management/PAUSED'],
    ['Quality rating: 🔴 Low', 'management/RED'],
    ['Classificação de qualidade: Baixa', 'management/RED'],
    ['Calificación de calidad: Media', 'management/YELLOW'],
    [
      'Nombre de la plantilla,Categoría,Idioma,Estado\norder,Utilidad,es,Rechazada',
      'management/REJECTED~template',
    ],
    [{ quality_score: { date: 1674864290, score: 'RED' } }, 'management/RED'],
    ['Quality score: Low', 'management/RED'],
    ['Phone number,Quality score\n+49 176 0000000,Low', 'management/RED'],
    ['Template name,Quality score\norder,Low', 'management/RED'],
    [
      {
        name: 'order',
        status: 'REJECTED',
        components: [
          { type: 'BODY', text: 'Your order is ready. '.repeat(40) },
        ],
        language: 'en_US',
        category: 'UTILITY',
      },
      'management/REJECTED~template',
    ],
    [
      {
        status: 'FLAGGED',
        ...createHealth('AVAILABLE', {
          can_send_message: 'AVAILABLE',
          note: '-'.repeat(800),
        }),
        quality_rating: 'RED',
      },
      'management/FLAGGED~phone-number',
      'management/RED',
      'states/AVAILABLE~can_send_message',
    ],
    [{ status: 'BANNED' }, 'management/BANNED'],
    [
      {
        data: [
          { id: '106540352242922', status: 'CONNECTED' },
          { id: '106540352242923', status: 'BANNED' },
        ],
        paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } },
      },
      'management/BANNED',
      'management/CONNECTED',
    ],
    [
      {
        data: [
          { id: '106540352242922', status: 'APPROVED' },
          { id: '106540352242923', status: 'PENDING' },
        ],
      },
      'management/PENDING~template',
      'management/APPROVED~template',
    ],
    [
      'Phone number,Display name,Status\n+49 176 0000000,Acme,Flagged',
      'management/FLAGGED~phone-number',
    ],
    ...[
      ...[
        'Activa: calidad baja',
        'Ativo – qualidade baixa',
        'Aktiv – Qualität niedrig',
      ],
      ...[
        'Actif - Qualité faible',
        'Attivo – Qualità bassa',
        'Aktif - Kualitas rendah',
        'Aktif - Düşük kalite',
      ],
    ].map((value): [string, string] => [`Status: ${value}`, 'management/RED']),
    [
      'Nombre de la plantilla\tIdioma\tEstado\norder\tes\tActiva: calidad media',
      'management/YELLOW',
    ],
    [
      { data: [{ id: '106540352242922', status: 'BANNED' }] },
      'management/BANNED',
    ],
    [{ status: 'PAUSED' }, 'management/PAUSED'],
    ...['BANNED', 'DISCONNECTED', 'UNVERIFIED'].map(
      (status): [object, string] => [
        { status, id: '106540352242922' },
        `management/${status}`,
      ],
    ),
    [
      { id: '106540352242922', status: 'REJECTED' },
      'management/REJECTED~template',
    ],
    [
      { message_templates: { data: [{ ...TEMPLATE, status: 'PAUSED' }] } },
      'management/PAUSED',
    ],
    [
      { '106540352242922': { status: 'BANNED', quality_rating: 'GREEN' } },
      'management/BANNED',
      'states/GREEN~quality_rating',
    ],
    [
      { ...TEMPLATE, language: { code: 'en_US' }, status: 'PAUSED' },
      'management/PAUSED',
    ],
    [createAccount('PENDING'), 'management/PENDING~account-review'],
    [
      { ...createAccount('REJECTED'), account_review_status: 'APPROVED' },
      'management/REJECTED~account-review',
      'states/APPROVED~account_review_status',
    ],
    [
      'Template name: order\nReview status: Rejected',
      'management/REJECTED~template',
    ],
    ['Template name: order\nCurrent status: Paused', 'management/PAUSED'],
    ['WhatsApp template status: Rejected', 'management/REJECTED~template'],
    [
      'Quality rating: Low\nPhone number status: Offline',
      'management/OFFLINE',
      'management/RED',
    ],
    [
      'display_phone_number=+4915123456789 verified_name=Acme status=BANNED',
      'management/BANNED',
    ],
    [
      'template_name=order_update category=UTILITY status=PAUSED',
      'management/PAUSED',
    ],
  ])('%j', (said, ...keys) => {
    const { entries, guessed } = answer(said);
    expect(entries.map(({ key }) => key)).toEqual(
      keys.map((key) => `meta/${key}`),
    );
    expect(guessed).toBeNull();
  });

  it.each([
    ['{"quality_rating":"RED","status":"CONNECTED"}', 'meta/management/RED'],
    [
      'Phone number,Status,Quality rating\n+49 176 0000000,Banned,High',
      'meta/management/BANNED',
    ],
    ['quality_rating,status\nGREEN,BANNED', 'meta/management/BANNED'],
    ['Status: Active – Low quality', 'meta/management/RED'],
  ])('is the same on every surface: %s', (said, key) =>
    expect(new Set(Object.values(answerEverywhere(said)))).toEqual(
      new Set([key]),
    ),
  );
});

describe('a healthy answer says that it works', () => {
  it.each<[said: string | object, ...keys: string[]]>([
    [
      { quality_rating: 'GREEN', status: 'CONNECTED' },
      'management/CONNECTED',
      'states/GREEN~quality_rating',
    ],
    [{ status: 'CONNECTED', id: '106540352242922' }, 'management/CONNECTED'],
    [
      {
        ...NUMBER,
        status: 'CONNECTED',
        quality_rating: 'GREEN',
        code_verification_status: 'EXPIRED',
        name_status: 'APPROVED',
        messaging_limit_tier: 'TIER_250',
        throughput: { level: 'STANDARD' },
        platform_type: 'CLOUD_API',
        account_mode: 'LIVE',
        is_official_business_account: false,
      },
      'management/CONNECTED',
      'states/GREEN~quality_rating',
      'management/APPROVED~name-status',
      'states/STANDARD~throughput',
      'states/CLOUD_API~platform_type',
      'states/LIVE~account_mode',
      'states/EXPIRED~code_verification_status',
      'states/TIER_250~messaging_limit_tier',
      'states/false~is_official_business_account',
    ],
    [
      { code_verification_status: 'VERIFIED', ...NUMBER },
      'states/VERIFIED~code_verification_status',
    ],
    [
      { code_verification_status: 'EXPIRED' },
      'states/EXPIRED~code_verification_status',
    ],
    [{ throughput: { level: 'HIGH' } }, 'states/HIGH~throughput'],
    [
      { whatsapp_business_manager_messaging_limit: 'TIER_UNLIMITED', id: '1' },
      'states/TIER_UNLIMITED~messaging_limit_tier',
    ],
    [
      { is_official_business_account: true },
      'states/true~is_official_business_account',
    ],
    [
      {
        account_review_status: 'APPROVED',
        business_verification_status: 'verified',
      },
      'states/APPROVED~account_review_status',
      'states/verified~business_verification_status',
    ],
    [
      createHealth('AVAILABLE', { can_send_message: 'AVAILABLE' }),
      'states/AVAILABLE~can_send_message',
    ],
    [
      {
        ...TEMPLATE,
        status: 'APPROVED',
        rejected_reason: 'NONE',
        quality_score: { score: 'UNKNOWN' },
      },
      'management/APPROVED~template',
      'management/UNKNOWN~quality',
    ],
    [
      createWebhook('phone_number_quality_update', {
        display_phone_number: '15550783881',
        event: 'THROUGHPUT_UPGRADE',
        current_limit: 'TIER_UNLIMITED',
      }),
      'states/UNFLAGGED~event',
      'states/TIER_UNLIMITED~messaging_limit_tier',
    ],
    ...(
      [
        [
          { username: 'luckyshrub', status: 'reserved' },
          'RESERVED~value.status',
        ],
        [{ status: 'deleted' }, 'DELETED~value.status'],
        [
          { username: 'luckyshrub', status: 'approved', context: 'revoked' },
          'REVOKED~context',
          'APPROVED~value.status',
        ],
      ] as const
    ).map(([value, ...keys]): [object, ...string[]] => [
      createWebhook('business_username_updates', {
        display_phone_number: '15550783881',
        ...value,
      }),
      ...keys.map((key) => `states/${key}`),
    ]),
    [
      createWebhook('account_review_update', { decision: 'APPROVED' }),
      'states/APPROVED~account_review_status',
    ],
    ['Quality rating: High', 'states/GREEN~quality_rating'],
    [
      'phone,quality_rating,status\n1,GREEN,CONNECTED',
      'management/CONNECTED',
      'states/GREEN~quality_rating',
    ],
    [
      'quality_rating,status\nGREEN,CONNECTED',
      'management/CONNECTED',
      'states/GREEN~quality_rating',
    ],
    [
      { throughput: { level: 'NOT_APPLICABLE' }, id: '1' },
      'states/NOT_APPLICABLE~throughput',
    ],
    [
      createWebhook('business_capability_update', {
        max_daily_conversation_per_phone: 250,
        max_phone_numbers_per_business: 2,
      }),
      'states/TIER_250~messaging_limit_tier',
    ],
    [
      createWebhook('business_capability_update', {
        max_daily_conversation_per_phone: -1,
        max_phone_numbers_per_business: 20,
      }),
      'states/TIER_UNLIMITED~messaging_limit_tier',
    ],
    [
      createWebhook('business_capability_update', {
        max_daily_conversations_per_business: 'TIER_2K',
      }),
      'states/TIER_2K~messaging_limit_tier',
    ],
    [
      createWebhook('account_update', {
        event: 'VERIFIED_ACCOUNT',
        phone_number: '15550783881',
      }),
      'states/VERIFIED_ACCOUNT~event',
    ],
    ['Status: Approved', 'management/APPROVED~template'],
    ...[
      'Webhook status: Offline',
      'Port status: Pending',
      'Catalogue sync status: Offline',
    ].map((line): [string, string] => [
      `Display name: Acme\nQuality rating: High\n${line}`,
      'states/GREEN~quality_rating',
    ]),
    [
      { ...NUMBER, status: 'CONNECTED', 'payment status': 'PENDING' },
      'management/CONNECTED',
    ],
    [
      'Template name: order\nStatus: Approved\n- Sync status: Paused\nTranslation status\nPending',
      'management/APPROVED~template',
    ],
    ['Estado: Activa: calidad alta', 'states/GREEN~quality_rating'],
    ...[
      ...[
        'Activa: calidad pendiente',
        'Ativo - Qualidade pendente',
        'Actif - Qualité en attente',
      ],
      ...[
        'Attivo – Qualità in sospeso',
        'Aktif - Menunggu kualitas',
        'Aktif - Kalite Beklemede',
      ],
    ].map((value): [string, string] => [
      `Status: ${value}`,
      'management/UNKNOWN~quality',
    ]),
    ['Status: Active - High quality', 'states/GREEN~quality_rating'],
    ['Account status: Approved', 'states/APPROVED~account_review_status'],
    [createAccount('APPROVED'), 'states/APPROVED~account_review_status'],
    [
      createWebhook('account_alerts', {
        entity_type: 'PHONE_NUMBER',
        entity_id: '506914307656634',
        alert_info: {
          alert_severity: 'INFORMATIONAL',
          alert_status: 'NONE',
          alert_type: 'OBA_APPROVED',
        },
      }),
      'states/OBA_APPROVED~alert_type',
    ],
    ['Classificação de qualidade: Alta', 'states/GREEN~quality_rating'],
    ['Display name: Approved', 'management/APPROVED~name-status'],
    [
      'Messaging limit: 1K customers/24hr',
      'states/TIER_2K~messaging_limit_tier',
    ],
    [
      'Messaging limit: 250 customers/24hr',
      'states/TIER_250~messaging_limit_tier',
    ],
    [
      'Phone number,Status,Quality rating\n+49 176 0000000,Connected,High',
      'management/CONNECTED',
      'states/GREEN~quality_rating',
    ],
  ])('%j', (said, ...keys) => {
    const { findings, statuses, guessed } = answer(said);
    expect(findings).toEqual([]);
    expect(statuses.map(({ entry }) => entry?.key)).toEqual(
      keys.map((key) => `meta/${key}`),
    );
    expect(guessed).toBeNull();
  });
});

it.each<string | object>([
  { orderId: 5, status: 'PENDING' },
  { event: 'UPGRADE', plan: 'pro' },
  { decision: 'REJECTED', applicant: 'x' },
  'builds\nFLAGGED\nUPGRADE\nUNPAUSE',
  { level: 'HIGH', message: 'disk full' },
  'The light is red, and my order is paused.',
  { ticket: 12, status: 'PENDING', category: 'billing' },
  { orderId: 5, status: 'APPROVED', category: 'shoes' },
  { pod: 'web-1', status: 'PENDING', template: 'deployment' },
  { reason: 'SCAM', user: 'x' },
  { throughput: 'HIGH', disk: 'sda' },
  { model: 'image-1', quality: 'low' },
  'Video quality: Low',
  'image quality: high',
  'Display name: Ana',
  'phone,template_name,status\n+4915123456789,order,REJECTED',
  'recipient,template_name,status\nAna,order,REJECTED',
  'order,status,category\n5,APPROVED,shoes\n6,PENDING,billing',
  { campaign_id: 5, status: 'PAUSED', category: 'MARKETING' },
  { ticket_id: 5, status: 'PENDING', category: 'MARKETING' },
  { to: '+4915123456789', template_name: 'order', status: 'REJECTED' },
  { message_template_namespace: 'x', status: 'PAUSED' },
  'to=+4915123456789 template_name=order status=PAUSED',
  'Quality rating - low ratings limit your messages',
  'Prioridade: Baixa',
  'status paused',
  ...['product', 'article', 'video', 'subscription'].map((owner) => ({
    [owner]: { ...TEMPLATE, status: 'REJECTED' },
  })),
  { ad: { id: '1', status: 'REJECTED', quality_score: 7 } },
  { lead: { quality_score: 'LOW', status: 'REJECTED' } },
  { videos: [{ status: 'APPROVED' }, { ...TEMPLATE, status: 'REJECTED' }] },
  { device: { status: 'OFFLINE', whatsapp_number: '+4915123456789' } },
  { server: { health_status: 'LIMITED' } },
  { decision: 'REJECTED' },
  { quality: 'low' },
  { order: { status: 'PENDING', id: '106540352242922' } },
  {
    orders: [
      { id: '106540352242922', status: 'BANNED' },
      { id: '106540352242923', status: 'PENDING' },
    ],
  },
  {
    data: [
      { id: '106540352242922', status: 'PENDING' },
      { id: '106540352242923', status: 'ACTIVE' },
    ],
  },
  { data: [{ id: '106540352242922', status: 'PENDING', total: 5 }] },
  { book: { status: 'REJECTED', title: 'Intro' } },
  { book: { status: 'REJECTED', category: 'MARKETING', language: 'en' } },
  'Name,Phone number,Status\nAna,+49 176 0000000,Restricted',
  'Aktiv – Qualität niedrig',
  { status: 'PENDING', id: '5' },
  'Call SID,Quality score\nCA1,Low',
  'Lead,Quality score\nAna,Low',
  'Lead,Phone number,Quality score\nAna,+49 176 0000000,Low',
  'Name,Phone number,Account status\nAna,+49 176 0000000,Pending',
  ...['Tags', 'Role', 'Channel', 'Carrier', 'Email'].map(
    (column) =>
      `Phone number,Display name,${column},Status\n+49 176 0000000,Ana,x,Pending\n1,Eva,x,Banned`,
  ),
  'Name,Display name,Messaging limit,Status\nAna,Ana,5,Pending',
  'Template name,Language,Requested by,Status\norder,en,Ana,Pending',
  { lead: { quality_rating: 'LOW' } },
  { leads: [{ id: '1', quality_rating: 'LOW' }] },
  { keyword: 'shoes', quality_score: 3, status: 'PAUSED' },
  { keyword: 'shoes', quality_rating: 'LOW' },
  { course: 'x', category: 'math', language: 'en', status: 'PENDING' },
  'Keyword,Quality rating\nshoes,Low',
  ...['Automation', 'Journey', 'Keyword', 'Trigger'].map(
    (first) =>
      `${first},Template name,Trigger,Status\nWelcome,order,Signup,Paused`,
  ),
  {
    template: 'deployment',
    service: 'x',
    status: 'PENDING',
    updated: '2026-11-29',
  },
  { to: '+49', template: 'order', category: 'UTILITY', status: 'PENDING' },
  'Server,Health status\nweb-1,Limited',
  'Supplier,Account review\nAcme,Rejected',
  'Template name,Recipients,Status\norder,5,Paused',
  'Template name,Scheduled at,Status\norder,2026-11-29,Paused',
])('%j has no state', (said) => {
  const { findings, statuses } = answer(said);
  expect(
    [...findings, ...statuses].filter(({ entry }) => entry?.state),
  ).toEqual([]);
});

describe('a state that several objects have is not certain', () => {
  it.each(['PENDING', 'EXPIRED', 'APPROVED'])('%s alone', (said) =>
    expect(answer(said)).toMatchObject({
      findings: [],
      statuses: [],
      guessed: 'unsure',
    }),
  );

  it('an object without words about an error is no question', () =>
    expect(
      answer({ campaign_id: 5, status: 'PAUSED', category: 'MARKETING' })
        .entries,
    ).toEqual([]));

  it('OBA_APPROVED alone is a state, and BUSINESS_VERIFIED none that is known', () => {
    expect(answer('OBA_APPROVED').entries.map(({ key }) => key)).toEqual([
      'meta/states/OBA_APPROVED~alert_type',
    ]);
    expect(answer('BUSINESS_VERIFIED')).toMatchObject({
      entries: [],
      suggestions: [],
      results: [],
    });
  });

  it.each([
    'Status: Pending',
    { status: 'PENDING' },
    { status: 'PENDING', id: '106540352242922' },
  ])('%j', (said) => {
    const [found, ...more] = answer(said).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ambiguous: true,
      entry: { key: 'meta/management/PENDING~template' },
    });
    expect(found?.others.map(({ key }) => key)).toEqual([
      'meta/management/PENDING~phone-number',
    ]);
  });
});

it('asks whose a status is that only providers have', () =>
  expect(
    answer({
      status: 'rejected',
      reason: { code: 'RATE_LIMITED', description: 'x' },
    }).findings,
  ).toEqual([
    expect.objectContaining({ code: 'RATE_LIMITED', ambiguous: true }),
  ]));

it.each<[said: string | object, ...codes: string[]]>([
  [
    {
      name: 'b',
      status: 'REJECTED',
      language: 'en',
      components: [{ type: 'BODY', text: 'Hi' }],
      id: '1',
    },
    'REJECTED',
  ],
  [
    [
      { name: 'a', status: 'PAUSED', language: 'en' },
      { name: 'b', status: 'REJECTED', language: 'en' },
    ],
    ...['REJECTED', 'PAUSED'],
  ],
  [
    'GET /v21.0/1/message_templates?fields=name,status\n{"data":[{"name":"a","status":"PAUSED","id":"5"}]}',
    'PAUSED',
  ],
  ['Account status: Disabled\nWABA ID: 102', 'DISABLED'],
  ['Display name status: Rejected', 'REJECTED'],
  [
    {
      display_phone_number: '+1 555',
      messaging_limit_tier: 'TIER_100K',
      quality_rating: 'LOW',
    },
    'LOW',
  ],
])('a state that few of its fields show: %j', (said, ...codes) =>
  expect(answer(said).findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(codes),
  ),
);

it.each([
  { user: { name: 'Ana', language: 'en', status: 'PENDING' } },
  { article: { name: 'x', language: 'en', status: 'REJECTED' } },
  { name: 'Ana', email: 'ana@acme.example', language: 'en', status: 'PENDING' },
  { id: 1, name: 'Ana', language: 'en', status: 'DISABLED' },
  { name: 'acme/api', language: 'TypeScript', status: 'DISABLED' },
  'GET /v21.0/1/message_templates 200\nPOST /v1/payments {"status":"REJECTED"}',
  'User: Ana\nWhatsApp: +49 151 23456789\nAccount status: Locked',
])('a person, an article or a payment has no state: %j', (said) =>
  expect(answer(said).findings).toEqual([]),
);

it('judges the fields of one object once', () => {
  const createWork = (many: number) => {
    const text = `{${'"status":"PAUSED","x":1,'.repeat(many)}"template_name":1}`;

    return () => findStates(text, catalogue);
  };

  // Each field judged by all others would cost 64 times as much.
  expectCostRatio(createWork(400), createWork(50), 40);
});

it('names the ids that are in each state of a list', () => {
  const data = ['CONNECTED', 'BANNED', 'BANNED'].map((status, at) => ({
    id: `10654035224292${at}`,
    status,
  }));
  const { findings, statuses } = answer({ data });
  expect([...findings, ...statuses].map(({ said }) => said)).toEqual([
    'id: 106540352242921, 106540352242922',
    'id: 106540352242920',
  ]);
});

it.each([
  { book: { status: 'REJECTED' } },
  { book: { status: 'REJECTED', title: 'Intro' } },
  { book: { status: 'REJECTED', category: 'MARKETING', language: 'en' } },
])('an object of something else has no answer on any surface: %j', (said) => {
  expect(explain(said)).toMatchObject({
    findings: [],
    statuses: [],
    suggestions: [],
    unknown: [],
  });
  expect(
    new Set(Object.values(answerEverywhere(JSON.stringify(said)))),
  ).toEqual(new Set([null]));
});

describe('health_status', () => {
  const errors = [
    {
      error_code: 141099,
      error_description: 'Something new.',
      possible_solution: 'Open <b>Settings</b>, and accept it.',
    },
  ];
  const { findings } = answer(
    createHealth(
      'BLOCKED',
      { can_send_message: 'BLOCKED', errors },
      { can_send_message: 'LIMITED' },
    ),
  );
  const said = new Map(findings.map((one) => [one.code, one.said]));

  it.each([
    ['BLOCKED', 'entity_type: WABA'],
    ['LIMITED', 'entity_type: PHONE_NUMBER'],
  ])('names what is %s', (code, owner) => expect(said.get(code)).toBe(owner));

  it('names all that is blocked', () => {
    const both = createHealth(
      'BLOCKED',
      { can_send_message: 'BLOCKED' },
      { can_send_message: 'BLOCKED' },
    );
    expect(answer(both).findings[0]?.said).toBe(
      'entity_type: PHONE_NUMBER, WABA',
    );
  });

  it('quotes the solution of an error that the catalogue lacks', () =>
    expect(said.get('141099')).toBe('Open <b>Settings</b>, and accept it.'));
});

it.each([
  [
    {
      campaign: { status: 'PAUSED' },
      template: { ...TEMPLATE, status: 'APPROVED' },
    },
    ['APPROVED~template'],
  ],
  [
    {
      contact: { status: 'OFFLINE' },
      number: { ...NUMBER, status: 'CONNECTED' },
    },
    ['CONNECTED'],
  ],
])(
  'reads a status only with the fields of its own object: %j',
  (said, states) =>
    expect(answer(said).entries.map(({ key }) => key)).toEqual(
      states.map((one) => `meta/management/${one}`),
    ),
);
