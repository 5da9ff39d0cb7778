import type { Examples, Rule } from '../rule.ts';
import { rule as namesake } from './namesake.ts';

/** The fields of a thing that has a code: a place, a product, a currency. */
const FIELD =
  /^\\?["'`]?\s*,\s*\\?["'`]?(?:name|full_?name|long_?name|label|city|country|province|district|region|state_?name|parent\w{0,5}|children|level|symbol|currency|unit|price|qty|lat|lng|category_?name|nombre|nome|nom|cidade|ciudad)\\?["'`]?\s*(?::|=>?)/i;

/** Its object is one of a thing: `municipality: { pref: "13", code: "131050" }`. */
const THING =
  /municip|district|city|province|pref(?:ecture)?$|region|country|ward$|area$|product|item$|coupon|voucher|currency|branch$|bank|store$|course|stock|fund$|school|station|address|postal/i;

/** `{"code": "131026", "name": "Wen'an"}`: one of a list of things, and nothing near speaks of messages. */
export const rule: Rule = {
  id: 'named-thing',
  family: 'against',
  weight: -4,
  needs: ['number', 'keyed', 'right'],
  find(scene) {
    const { key, structural, right, reading, start, meanings } = scene;
    if (!key || !structural || !/^(?:code|id|value|key|codigo|código)$/i.test(key)) return null;
    const field = FIELD.exec(right)?.[0] ?? THING.exec(scene.owner ?? '')?.[0];
    if (
      field === undefined ||
      namesake.find(scene) ||
      reading.console ||
      reading.topicNear('whatsapp', start)
    )
      return null;
    return meanings.some(({ provider }) => reading.isNamed(provider, start)) ? null : field.trim();
  },
};

export const examples: Examples = {
  yes: [
    '{"code": "‹131026›", "name": "文安县"}',
    "{ code: ‹131047›, label: 'North' }",
    '"id": ‹131049›, "city": "Rome"',
    '{ municipality: { pref: "13", code: "‹131050›" }',
  ],
  no: [
    '{"code": 131047, "title": "Re-engagement message"}',
    'WhatsApp: {"code": 132015, "name": "Paused"}',
    'code 131047, name',
  ],
};
