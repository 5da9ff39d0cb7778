import { expect, it } from 'vitest';
import { getBundledCatalogue } from '../../catalogue/bundled-catalogue.ts';
import { findStates } from './find-states.ts';

const catalogue = getBundledCatalogue();

const findKeys = (text: string) =>
  findStates(text, catalogue).map(({ entry }) =>
    entry?.key.replace('meta/management/', ''),
  );

it.each([
  ['My WABA number got Flagged status. What now?', 'FLAGGED~phone-number'],
  ['quality rating RED. What should I do?', 'RED'],
  ['quality rating dropped to Low, what can I do', 'RED'],
  ['Number status Restricted, how long does it last?', 'RESTRICTED'],
  ['name status DECLINED, what should I do?', 'DECLINED'],
  ['Meine Nummer ist markiert (Flagged). Was nun?', 'FLAGGED~phone-number'],
  ['El estado de mi plantilla es "Pausada", ¿por qué?', 'PAUSED'],
  ['O status do meu modelo é Rejeitado. O que faço?', 'REJECTED~template'],
  ['Le statut de mon modèle est « en pause »', 'PAUSED'],
  ['Şablon durumu: REDDEDİLDİ, neden?', 'REJECTED~template'],
  ['Статус моего номера FLAGGED, что делать?', 'FLAGGED~phone-number'],
  ['मेरे नंबर का status FLAGGED है, क्या करूँ?', 'FLAGGED~phone-number'],
  ['account review status REJECTED, what next?', 'REJECTED~account-review'],
  ['Our WhatsApp number is flagged, what happens now?', 'FLAGGED~phone-number'],
  ['our number got restricted - how long until we can send?', 'RESTRICTED'],
  ['my phone number has just been banned, why?', 'BANNED'],
  ['Nosso número está sinalizado, o que fazer?', 'FLAGGED~phone-number'],
  ['Notre numéro est signalé, que faire ?', 'FLAGGED~phone-number'],
  ['Il nostro numero è stato limitato, e adesso?', 'RESTRICTED'],
  ['Our number shows Flagged, what can we do now?', 'FLAGGED~phone-number'],
  ['Nuestro número aparece como Restringido, ¿qué hago?', 'RESTRICTED'],
  ['Unsere Nummer wurde eingeschränkt. Wie lange?', 'RESTRICTED'],
  [
    'business verification status is Rejected, why?',
    'rejected~business-verification',
  ],
])('finds the state that %j is about', (text, key) =>
  expect(findKeys(text)).toEqual([key]),
);

it.each([
  'My campaign is PAUSED, what should I do?',
  'my order status is pending, what should I do?',
  'My message status is REJECTED to this number',
  'my image quality is low when I send it to a number',
  'How do I delete a template?',
  'phone number status pending in WhatsApp Manager',
  'Aktiv – Qualität niedrig',
  'My number does not receive messages',
  'My number is not restricted but messages fail',
  'our number is connected, but nothing arrives',
  'Your account has been restricted (463)',
  'The number is unverified. Trial accounts cannot send to it.',
  'the customer marked our message as restricted',
])('finds no state in %j', (text) => expect(findKeys(text)).toEqual([]));

it.each([
  ['WABA\tStatus\nAcme\tDisabled', ['meta/cloud/131031']],
  [
    'Template | Status | Quality\norder_update | Paused | Low\npromo | Active | High',
    ['PAUSED', 'RED', 'meta/states/GREEN~quality_rating'],
  ],
  [
    'Phone number | Quality | Status | Name\n+49 151 123 | RED | FLAGGED | DECLINED',
    ['RED', 'FLAGGED~phone-number', 'DECLINED'],
  ],
  [
    'Template,Status\norder_update,PAUSED\npromo,APPROVED',
    ['PAUSED', 'APPROVED~template'],
  ],
])('finds the states of the table %j', (text, keys) =>
  expect(findKeys(text)).toEqual(keys),
);

it.each([
  'Template | Status\norder_update | Delivered\npromo | Read',
  'Template | Status\norder_update | Pending\npromo | Failed',
  'Contact\tPhone number\tStatus\nBob\t+49 151 1234567\tBlocked',
  'Order number | Status\n12 | Paused',
  'Campaign | Status | Quality\nspring | Paused | Low',
])('finds no state in the table %j', (text) =>
  expect(findKeys(text)).toEqual([]),
);
