import { text as codes } from 'virtual:codes';
import { afterEach, describe, expect, test } from 'vitest';
import {
  asked,
  engine,
  getListedCodes,
  leavePage,
  markPage,
} from '../../../tests/fixtures/console-page.ts';
import { createEngine } from '../../extension/engine/engine.ts';

afterEach(leavePage);

describe('states of numbers, accounts and templates', () => {
  const table = (heads: string[], ...rows: string[][]) =>
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows
      .map(
        (cells) =>
          `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
      )
      .join('')}</tbody></table>`;
  const list = (...fields: string[]) =>
    `<dl>${fields.map((field) => field.replace(/(.*): (.*)/, '<dt>$1</dt><dd>$2</dd>')).join('')}</dl>`;
  const pairs = (...fields: string[]) =>
    `<section>${fields.map((field) => field.replace(/(.*): (.*)/, '<div><div>$1</div><div>$2</div></div>')).join('')}</section>`;
  const rows = (cell: string, ...fields: string[]) =>
    `<table>${fields.map((field) => field.replace(/(.*): (.*)/, `<tr><${cell}>$1</${cell}><td>$2</td></tr>`)).join('')}</table>`;
  const items = (...fields: string[]) =>
    `<ul>${fields.map((field) => `<li>${field}</li>`).join('')}</ul>`;
  const boldItems = (...fields: string[]) =>
    items(
      ...fields.map((field) =>
        field.replace(/(.*:) (.*)/, '<b>$1</b> <span>$2</span>'),
      ),
    );
  const tiles = (...fields: string[]) =>
    pairs(...fields).replace(/<\/?section>/g, '');
  const lines = (...fields: string[]) =>
    boldItems(...fields)
      .replace(/<\/?ul>/g, '')
      .replace(/(?<=<\/?)li/g, 'p');
  const SHAPES = [
    rows.bind(null, 'th'),
    rows.bind(null, 'td'),
    items,
    boldItems,
    tiles,
    lines,
  ];
  const TEMPLATES = ['Template name', 'Category', 'Language', 'Status'];

  test.each([
    [
      table(
        TEMPLATES,
        ['order', 'Utility', 'English', 'Paused'],
        ['sale', 'Utility', 'English', 'Active'],
      ),
      ['Paused'],
    ],
    [
      table(TEMPLATES, [
        'sale',
        'Marketing',
        'English',
        'Active – Low quality',
      ]),
      ['Active – Low quality'],
    ],
    [
      table(TEMPLATES, [
        'sale',
        'Marketing',
        'English',
        '<div><span>Rejected</span></div><div>Policy</div>',
      ]),
      ['Rejected'],
    ],
    [
      table(
        ['Phone number', 'Display name', 'Quality rating', 'Status'],
        ['+49 151 23456789', 'Ana', 'Low', 'Flagged'],
        ['+49 151 23456780', 'Ana', 'High', 'Connected'],
      ),
      ['Low', 'Flagged'],
    ],
    [
      table(['phone', 'quality_rating', 'status'], ['1', 'RED', 'BANNED']),
      ['RED', 'BANNED'],
    ],
    [
      list('Quality rating: Low', 'Account review status: Rejected'),
      ['Low', 'Rejected'],
    ],
    [
      list(
        'Template name: order_update',
        'Category: Utility',
        'Status: Paused',
      ),
      ['Paused'],
    ],
    [
      pairs(
        'Quality rating: Red',
        'Messaging limit: 250',
        'Status: Restricted',
      ),
      ['Red', 'Restricted'],
    ],
    [
      list(
        'Template name: Order update',
        'Category: Utility',
        'Status: Paused',
      ),
      ['Paused'],
    ],
    [
      pairs(
        'Template name: Order update',
        'Category: Utility',
        'Status: Paused',
      ),
      ['Paused'],
    ],
    [table(TEMPLATES, ['order', 'Utility', 'English', 'paused']), ['paused']],
    [
      `<h2>Message templates</h2>${table(['Name', 'Category', 'Language', 'Status'], ['order', 'Utility', 'en', 'In review'])}`,
      ['In review'],
    ],
    [
      table(
        ['Element name', 'Category', 'Language', 'Status'],
        ['order', 'MARKETING', 'en_US', 'REJECTED'],
      ),
      ['REJECTED'],
    ],
    [
      table(
        ['Template name', 'Category', 'Status', 'Quality'],
        ['order', 'Utility', 'Paused', 'Low'],
      ),
      ['Paused', 'Low'],
    ],
    [tiles('WhatsApp account: Acme', 'Account status: Disabled'), ['Disabled']],
    ...['Utility', 'MARKETING'].map((category): [string, string[]] => [
      table(
        ['Name', 'Namespace', 'Language', 'Category', 'Status'],
        ['order', 'x', 'en', category, 'rejected'],
      ),
      ['rejected'],
    ]),
    [
      table(
        ['Nom du modèle', 'Catégorie', 'Langue', 'Statut'],
        ['order', 'Utilité', 'Français', 'Rejeté'],
      ),
      ['Rejeté'],
    ],
    [
      table(
        ['Phone number', 'Verification status'],
        ['+49 151 23456789', 'Not verified'],
      ),
      ['Not verified'],
    ],
    ['<p>Quality rating: Low</p>', ['Low']],
    ['<p><b>Quality rating:</b> Medium</p>', ['Medium']],
    ['<h2>Message templates</h2><p>Status: Disabled</p>', ['Disabled']],
    [
      `<h2>Message templates</h2><p>\n${' '.repeat(14)}Status: Disabled\n${' '.repeat(12)}</p>`,
      ['Disabled'],
    ],
    ['<h2>WhatsApp account</h2><p>Account status: Rejected</p>', ['Rejected']],
    ['<h2>WhatsApp senders</h2><p>Status: Offline</p>', ['Offline']],
    [table(TEMPLATES, ['order', 'Utility', 'English', '● Paused']), ['Paused']],
    [
      table(TEMPLATES, ['order', 'Utility', 'English', '<i>🔴</i> Rejected']),
      ['Rejected'],
    ],
    [
      list(
        'Template name: order_update',
        'Category: Utility',
        'Status: ● Paused',
      ),
      ['Paused'],
    ],
    ['<div><span>Quality rating</span><span>Low</span></div>', ['Low']],
    ['<div><b>Quality rating</b> <span>● Low</span></div>', ['Low']],
    [
      '<h2>Message templates</h2><div><span>Status</span> <span>Paused</span></div>',
      ['Paused'],
    ],
    ['<p>Quality rating · Low</p>', ['Low']],
    ['<p>Quality rating – Medium</p>', ['Medium']],
    ['<h2>Message templates</h2><p>Status · Paused</p>', ['Paused']],
    ['<p>Classificação de qualidade: Baixa</p>', ['Baixa']],
    [list('Calificación de calidad: Media', 'Estado: Conectado'), ['Media']],
    [pairs('Qualitätsbewertung: Niedrig', 'Status: Verbunden'), ['Niedrig']],
    [
      table(
        ['Nome do modelo', 'Categoria', 'Idioma', 'Status'],
        ['order', 'Utilidade', 'pt', 'Pausado'],
      ),
      ['Pausado'],
    ],
    [
      table(
        ['Nombre de la plantilla', 'Categoría', 'Idioma', 'Estado'],
        ['order', 'Utilidad', 'es', 'Rechazada'],
        ['sale', 'Marketing', 'es', 'En revisión'],
      ),
      ['Rechazada', 'En revisión'],
    ],
    [
      table(
        ['Vorlagenname', 'Kategorie', 'Sprache', 'Status'],
        ['order', 'Nützliches', 'de', 'Abgelehnt'],
      ),
      ['Abgelehnt'],
    ],
    [
      table(
        [
          'Número de telefone',
          'Nome de exibição',
          'Classificação de qualidade',
          'Status',
        ],
        ['+55 11 5550 0123', 'Ana', 'Baixa', 'Restrito'],
        ['+55 11 5550 0124', 'Ana', 'Alta', 'Conectado'],
      ),
      ['Baixa', 'Restrito'],
    ],
    ...[
      'Account,Channel,Client,Business,Inbox,App name,Country,Friendly name,Name,WABA'
        .split(',')
        .map((first): [string, string[]] => [
          table(
            [first, 'Phone number', 'Display name', 'Quality rating', 'Status'],
            ['Acme', '+49 151 23456789', 'Ana', 'Low', 'Flagged'],
          ),
          ['Low', 'Flagged'],
        ]),
      'Created,Title,Date,WABA,Last edited,Category'
        .split(',')
        .map((first): [string, string[]] => [
          `<h2>Message templates</h2>${table([first, 'Name', 'Category', 'Language', 'Status'], ['x', 'order', 'Utility', 'en', 'Rejected'])}`,
          ['Rejected'],
        ]),
    ].flat(),
    [
      `<h2>Modelos de mensagem</h2>${table(['Nome', 'Categoria', 'Idioma', 'Status'], ['order', 'Utilidade', 'pt', 'Rejeitado'])}`,
      ['Rejeitado'],
    ],
    [
      `<h2>Plantillas de mensajes</h2>${table(['Nombre', 'Categoría', 'Idioma', 'Estado'], ['order', 'Utilidad', 'es', 'Rechazada'])}`,
      ['Rechazada'],
    ],
    [
      table(
        ['Status', ...TEMPLATES.slice(0, 3)],
        ['Rejected', 'order', 'Utility', 'English'],
      ),
      ['Rejected'],
    ],
    [
      table(['Phone number', 'Quality score'], ['+49 151 23456789', 'Low']),
      ['Low'],
    ],
    [
      table(
        TEMPLATES,
        ['order', 'Utility', 'English', 'Pending'],
        ['sale', 'Utility', 'English', 'Deleted'],
      ),
      ['Pending', 'Deleted'],
    ],
    [
      `<h2>Message templates</h2>${list('Category: Utility', 'Language: English', 'Status: Pending')}`,
      ['Pending'],
    ],
    [
      table(
        ['Phone number', 'Display name', 'Status'],
        ['+49 151 23456789', 'Acme', 'Pending'],
        ['+49 151 23456780', 'Acme', 'Flagged'],
        ['+49 151 23456781', 'Acme', 'Restricted'],
        ['+49 151 23456782', 'Acme', 'Connected'],
      ),
      ['Pending', 'Flagged', 'Restricted'],
    ],
    [
      table(
        ['WhatsApp sender', 'Display name', 'Status'],
        ['+49 151 23456789', 'Acme', 'Flagged'],
      ),
      ['Flagged'],
    ],
    [
      table(
        ['Telefonnummer', 'Anzeigename', 'Status'],
        ['+49 151 23456789', 'Acme', 'Flagged'],
      ),
      ['Flagged'],
    ],
    ...['Template status', 'Review status', 'Approval status'].map(
      (head): [string, string[]] => [
        table(
          [...TEMPLATES.slice(0, 3), head],
          ['order', 'Utility', 'English', 'Paused'],
        ),
        ['Paused'],
      ],
    ),
    [
      list(
        'Display name: Acme',
        'Quality rating: High',
        'Number status: Offline',
      ),
      ['Offline'],
    ],
    ...['Channel', 'Tags', 'Email'].map((column): [string, string[]] => [
      table(
        ['Phone number', 'Display name', column, 'Quality rating', 'Status'],
        ['+49 151 23456789', 'Acme', 'x', 'Low', 'Offline'],
      ),
      ['Low', 'Offline'],
    ]),
    [
      table(
        ['Template name', 'Language', 'Tags', 'Status'],
        ['order', 'English', 'x', 'Pending'],
      ),
      ['Pending'],
    ],
    ...SHAPES.flatMap((show): [string, string[]][] => [
      [
        show('Display name: Acme', 'Quality rating: High', 'Status: Offline'),
        ['Offline'],
      ],
      [
        show(
          'Phone number: +49 151 23456789',
          'Display name: Acme',
          'Status: Banned',
        ),
        ['Banned'],
      ],
      ...(show === items
        ? []
        : ([
            [
              show(
                'Template name: order',
                'Language: English',
                'Status: Pending',
              ),
              ['Pending'],
            ],
            [
              show(
                'Quality rating: High',
                'Display name: Acme',
                'Status: Pending',
              ),
              ['Pending'],
            ],
          ] as [string, string[]][])),
      [
        show('Template name: order', 'Language: English', 'Status: Rejected'),
        ['Rejected'],
      ],
      [
        show('Status: ● Paused', 'Template name: order', 'Category: Utility'),
        ['Paused'],
      ],
      [
        show(
          'Display name: Acme',
          'Quality rating: Low',
          'Number status: Flagged',
        ),
        ['Low', 'Flagged'],
      ],
    ]),
    ...[
      'Template name,Category,Status',
      'Template name,Status,Last updated',
      'Template,Status,Updated',
      'Template,Category,Status',
      'Template name,Language,Template status',
      'Template name,Template status',
    ].map((heads): [string, string[]] => {
      const names = heads.split(',');
      const show = (state: string) =>
        names.map((name) => (/status/i.test(name) ? state : 'x'));
      return [
        table(names, show('Pending'), show('Approved'), show('Deleted')),
        ['Pending', 'Deleted'],
      ];
    }),
    [
      table(['Phone number', 'Number status'], ['+49 151 23456789', 'Pending']),
      ['Pending'],
    ],
    ...[list, pairs, ...SHAPES, (field: string) => `<p>${field}</p>`].flatMap(
      (show): [string, string[]][] => [
        [show('Template status: Pending'), ['Pending']],
        [show('Template status: Rejected'), ['Rejected']],
        [show('Number status: Deleted'), ['Deleted']],
      ],
    ),
    [
      table(['Account', 'Business verification'], ['WABA 1', 'Failed']),
      ['Failed'],
    ],
    ...[
      [
        'Nombre de la plantilla',
        'Categoría',
        'Idioma',
        'Estado',
        'Activa: calidad baja',
      ],
      [
        'Nome do modelo',
        'Categoria',
        'Idioma',
        'Status',
        'Ativo – qualidade baixa',
      ],
      [
        'Vorlagenname',
        'Kategorie',
        'Sprache',
        'Status',
        'Aktiv – Qualität niedrig',
      ],
      [
        'Nom du modèle',
        'Catégorie',
        'Langue',
        'Statut',
        'Actif - Qualité faible',
      ],
      [
        'Nome modello',
        'Categoria',
        'Lingua',
        'Stato',
        'Attivo – Qualità bassa',
      ],
      [
        'Nama template',
        'Kategori',
        'Bahasa',
        'Status',
        'Aktif - Kualitas rendah',
      ],
      ['Şablon adı', 'Kategori', 'Dil', 'Durum', 'Aktif - Düşük kalite'],
    ].map(
      ([name = '', category = '', language = '', status = '', value = '']): [
        string,
        string[],
      ] => [
        table(
          [name, category, language, status],
          ['order', 'x', 'y', value],
          ['sale', 'x', 'y', '—'],
        ),
        [value],
      ],
    ),
    [
      '<pre>{"display_phone_number": "+49 151 23456789", "quality_rating": "RED"}</pre>',
      ['RED'],
    ],
    [
      '<pre>{\n  "status": "BANNED",\n  "quality_rating": "GREEN"\n}</pre>',
      ['BANNED'],
    ],
    [
      '<pre>{"name": "order", "status": "PAUSED", "category": "UTILITY"}</pre>',
      ['PAUSED'],
    ],
    ['<p><code>"quality_rating": "RED"</code></p>', ['RED']],
    [
      '<div class=json><div><span>{</span></div><div><span>"quality_rating"</span><span>: </span><span>"YELLOW"</span></div><div><span>}</span></div></div>',
      ['YELLOW'],
    ],
  ])('marks what stops or limits sending: %s', async (html, marked) => {
    expect(await markPage(html)).toEqual(marked);
  });

  test.each([
    table(
      TEMPLATES,
      ['order', 'Utility', 'English', 'Active – High quality'],
      ['a', 'Utility', 'English', 'Approved'],
    ),
    list(
      'Quality rating: High',
      'Status: Connected',
      'Messaging limit: 1K customers/24hr',
      'Display name: Approved',
    ),
    table(
      ['Recipient', 'Template name', 'Status'],
      ['+49 151 23456789', 'order', 'Rejected'],
    ),
    table(
      ['Message ID', 'Language', 'Category', 'Status'],
      ['wamid.1', 'en', 'Utility', 'Expired'],
    ),
    table(['Campaign', 'Template name', 'Status'], ['Sale', 'order', 'Paused']),
    table(
      ['Ticket', 'Subject', 'Category', 'Language', 'Status'],
      ['5', 'Refund', 'x', 'en', 'Pending'],
    ),
    table(
      ['Order', 'Customer', 'Status'],
      ['5', 'Ana', 'Pending'],
      ['6', 'Ana', 'Failed'],
      ['7', 'Ana', 'Deleted'],
    ),
    table(
      ['Recipient', 'Template name', 'Language', 'Status'],
      ['+49 151 23456789', 'order', 'en', 'Failed'],
    ),
    table(
      ['Phone number', 'Name', 'Status'],
      ['+49 151 23456789', 'Ana', 'Restricted'],
    ),
    table(
      ['Display name', 'Phone number', 'Status'],
      ['Ana', '+49 151 23456789', 'Flagged'],
    ),
    table(
      ['Display name', 'WhatsApp number', 'Status'],
      ['Ana', '+49 151 23456789', 'Flagged'],
    ),
    table(
      ['Nombre', 'Categoría', 'Estado'],
      ['Foto', 'Arte', 'Activa: calidad baja'],
    ),
    `<h1>Campaigns</h1>${table(TEMPLATES, ['order', 'Utility', 'English', 'Paused'])}`,
    table(
      ['Automation', 'Template name', 'Status'],
      ['Welcome', 'order', 'Paused'],
    ),
    table(
      ['Journey', 'Template name', 'Status'],
      ['Welcome', 'order', 'Disabled'],
    ),
    table(
      ['Flow', 'Template name', 'Status'],
      ['Welcome', 'order', 'Disabled'],
    ),
    table(
      ['Title', 'Category', 'Language', 'Status'],
      ['Refunds', 'Billing', 'en', 'Rejected'],
    ),
    table(
      ['Support agent', 'WhatsApp number', 'Status'],
      ['Ana', '+49 151 23456789', 'Offline'],
    ),
    table(
      ['Automation', 'Template name', 'Status ▲'],
      ['Welcome', 'order', 'Paused'],
    ),
    table(
      ['Customer', 'Template name', 'Status'],
      ['Ana', 'order', 'Rejected'],
    ),
    table(
      ['Phone', 'Template name', 'Status'],
      ['+49 151 23456789', 'order', 'Rejected'],
    ),
    table(['Video', 'Display name', 'Quality'], ['Intro', 'Ana', 'Low']),
    table(['Title', 'Display name', 'Quality'], ['Intro', 'Ana', 'Low']),
    table(
      ['Date', 'Template name', 'Customer', 'Status'],
      ['2026-11-29', 'order', 'Ana', 'Rejected'],
    ),
    table(
      ['Name', 'Template name', 'Trigger', 'Status'],
      ['Welcome', 'order', 'Signup', 'Paused'],
    ),
    `<h2>Automations</h2>${table(['Name', 'Template name', 'Status'], ['Welcome', 'order', 'Paused'])}`,
    table(['Call SID', 'Quality score'], ['CA1', 'Low']),
    table(['Lead', 'Quality score'], ['Ana', 'Low']),
    table(['Server', 'Health status'], ['web-1', 'Limited']),
    table(['Supplier', 'Account review'], ['Acme', 'Rejected']),
    table(
      ['Phone number', 'Recipient name', 'Quality rating', 'Status'],
      ['1', 'Ana', 'Low', 'Flagged'],
    ),
    table(
      ['WhatsApp number', 'Name', 'Status'],
      ['+49 151 23456789', 'Ana', 'Offline'],
    ),
    table(
      ['Name', 'WhatsApp number', 'Status'],
      ['Ana', '+49 151 23456789', 'Offline'],
    ),
    table(
      ['Name', 'Phone number', 'Verification status'],
      ['Ana', '+49 151 23456789', 'Not verified'],
    ),
    table(['Template name', 'Recipients', 'Status'], ['order', '5', 'Paused']),
    table(
      ['Template', 'Sent to', 'Category', 'Language', 'Status'],
      ['a', 'Ana', 'Utility', 'en', 'Paused'],
    ),
    table(
      ['Template name', 'Scheduled at', 'Status'],
      ['order', '2026-11-29', 'Paused'],
    ),
    table(['Order', 'Status'], ['5', 'Rejected']),
    table(['Name', 'Status'], ['My flow', 'Disabled']),
    table(
      ['Name', 'Language', 'Category', 'Status'],
      ['Introduction', 'en', 'Sales', 'Rejected'],
    ),
    tiles('Name: Eva', 'WhatsApp number: +49 151 23456789', 'Status: Offline'),
    lines('Order: 5', 'Status: Rejected'),
    '<p>Status: Rejected</p>',
    '<p>Account status: Rejected</p>',
    '<h2>Phone numbers</h2><p>Status: Pending</p>',
    '<p>Verification status: Not verified</p>',
    list('Order: 5', 'Status: Rejected'),
    pairs('Template: order_update', 'Recipient: Ana', 'Status: Rejected'),
    pairs('Campaign: Sale', 'Template name: order_update', 'Status: Paused'),
    list(
      'To: +49 151 23456789',
      'Template name: order',
      'Status: Rejected',
      'Error: Template name does not exist',
    ),
    ...['Webhook status', 'Payment status', 'Port status'].flatMap((head) => [
      table(
        ['Phone number', 'Display name', 'Status', head],
        ['+49 151 23456789', 'Acme', 'Connected', 'Offline'],
      ),
      table(
        ['Phone number', 'Quality rating', head],
        ['+49 151 23456789', 'High', 'Pending'],
      ),
      list('Display name: Acme', 'Quality rating: High', `${head}: Offline`),
      pairs('Display name: Acme', 'Quality rating: High', `${head}: Offline`),
    ]),
    ...['Sync status', 'Translation status'].map((head) =>
      table(
        [...TEMPLATES, head],
        ['order', 'Utility', 'English', 'Approved', 'Paused'],
      ),
    ),
    table(
      [...TEMPLATES.slice(0, 3), 'Translation status'],
      ['order', 'Utility', 'English', 'Pending'],
    ),
    ...['Tags', 'Role', 'Channel', 'Carrier', 'Email'].map((column) =>
      table(
        ['Phone number', 'Display name', column, 'Status'],
        ...['Pending', 'Deleted', 'Offline', 'Banned'].map((one) => [
          '+49 151 23456789',
          'Ana',
          'x',
          one,
        ]),
      ),
    ),
    table(
      ['Name', 'Display name', 'Messaging limit', 'Status'],
      ['Ana', 'Ana', '5', 'Pending'],
    ),
    table(
      ['Template name', 'Language', 'Requested by', 'Status'],
      ['order', 'English', 'Ana', 'Pending'],
    ),
    ...SHAPES.flatMap((show) => [
      show('Order: 5', 'Status: Rejected', 'Note: x'),
      show('Campaign: Sale', 'Template name: order', 'Status: Paused'),
      show('To: +49 151 23456789', 'Template name: order', 'Status: Rejected'),
      show(
        'Phone number: +49 151 23456789',
        'Display name: Ana',
        'Tags: VIP',
        'Status: Offline',
      ),
      show('Name: My flow', 'Status: Disabled', 'Note: Template name'),
      show(
        'Display name: Acme',
        'Quality rating: High',
        'Webhook status: Offline',
      ),
      show('Shoes: Rejected', 'Hats: Paused', 'Status: Disabled'),
    ]),
    ...['Pending', 'Rejected', 'Paused'].map(
      (state) =>
        `<h2>Message templates</h2><div role=listbox><div role=option>Status: ${state}</div><div role=option><b>Status</b> <span>${state}</span></div></div>`,
    ),
    '<ul role=listbox><li role=option>Quality rating: Low</li><li role=option>Template status: Pending</li></ul>',
    ...['Keyword', 'Lead', 'Course'].flatMap((thing) => [
      table([thing, 'Quality rating', 'Status'], ['x', 'Low', 'Paused']),
      table(
        [thing, 'Category', 'Language', 'Status'],
        ['x', 'math', 'en', 'Rejected'],
      ),
      list(`${thing}: x`, 'Quality rating: Low', 'Status: Paused'),
      `<pre>{"${thing.toLowerCase()}": {"quality_rating": "LOW"}}</pre>`,
    ]),
    table(
      ['Template', 'Sent to', 'Status', 'Updated'],
      ['order', 'Ana', 'Pending', 'today'],
    ),
    table(
      ['Recipient', 'Template', 'Status', 'Updated'],
      ['Ana', 'order', 'Pending', 'today'],
    ),
    table(
      ['Phone', 'Template', 'Category', 'Status'],
      ['1', 'order', 'Utility', 'Pending'],
    ),
    '<button>Low</button><p>Paused</p><span>Rejected</span>',
    '<p>Video quality: Low</p>',
    '<p>Your quality rating is low, and the template is paused.</p>',
    '<p>Quality rating: Low ratings limit your messages.</p>',
    '<p>Quality rating – low ratings limit your messages.</p>',
    '<p>● Paused</p><p>Status · Paused</p>',
    '<div><span>Video quality</span><span>Low</span></div>',
    '<div><span>Status</span><span>Paused</span></div>',
    list('Ticket: 5', 'Template name: order_update', 'Status: ● Paused'),
    '<p>Prioridade: Baixa</p><p>Qualidade do vídeo: Baixa</p><p>Estado: Pausado</p>',
    table(
      ['Campanha', 'Nome do modelo', 'Status'],
      ['Natal', 'order', 'Pausado'],
    ),
    `<h1>Campañas</h1>${table(['Nombre de la plantilla', 'Categoría', 'Idioma', 'Estado'], ['a', 'b', 'es', 'Pausada'])}`,
    table(['Pedido', 'Status'], ['5', 'Rejeitado']),
    table(
      ['Destinatario', 'Plantilla', 'Estado'],
      ['Ana', 'order', 'Rechazado'],
    ),
    table(['Modelo', 'Cor', 'Status'], ['Gol', 'Vermelho', 'Rejeitado']),
    '<pre>{"campaign_id": "5", "status": "PAUSED", "category": "MARKETING"}</pre>',
    '<pre>{"ticket_id": "5", "status": "PAUSED", "category": "UTILITY"}</pre>',
    '<pre>{"order": {"status": "PAUSED"}, "priority": "RED"}</pre>',
    '<pre>{"to": "+49 151 23456789", "template_name": "order", "status": "PAUSED"}</pre>',
    '<pre>{"quality_rating": "GREEN", "status": "CONNECTED"}</pre>',
  ])(
    'marks no healthy state, no bare word, and no status of something else: %s',
    async (html) => {
      expect(await markPage(html)).toEqual([]);
    },
  );

  test.each([
    table(
      ['Order', 'Customer', 'Status'],
      ['Shoes', 'Ana', 'Pending'],
      ['Hats', 'Ana', 'Failed'],
    ),
    table(
      ['Ticket', 'Category', 'Language', 'Status'],
      ['Refund', 'Billing', 'en', 'Pending'],
    ),
    table(
      ['Recipient', 'Template name', 'Status'],
      ['Ana', 'order', 'Failed'],
      ['Eva', 'order', 'Pending'],
    ),
  ])(
    'asks about no everyday word on a page of something else: %s',
    async (html) => {
      await markPage(html);
      expect(asked).toEqual([]);
    },
  );

  test('asks about them only on consoles of Meta and providers', async () => {
    const html = table(TEMPLATES, ['order', 'Utility', 'English', 'Paused']);
    const requested = [];
    for (const host of [
      'acme.zendesk.com',
      'twilio.example',
      'console.twilio.com',
      'acme.eu.webexconnect.io',
    ]) {
      await markPage(html, engine, host);
      requested.push(asked.length);
    }
    expect(requested).toEqual([0, 0, 1, 1]);
  });

  test('a code of the team is before a state', async () => {
    const own = createEngine(codes, [
      {
        code: 'Q_PAUSED',
        wordings: ['Paused'],
        provider: 'Our gateway',
        title: 'Paused by us',
        meaning: 'No messages.',
        turn: 'you',
        retry: 'later',
        next: 'Wait.',
        link: '',
      },
    ]);
    const html = table(TEMPLATES, ['order', 'Utility', 'English', 'Paused']);
    expect(await markPage(html, own)).toEqual(['Paused']);
    expect(JSON.stringify(getListedCodes()[0])).toContain('our-gateway');
  });
});
