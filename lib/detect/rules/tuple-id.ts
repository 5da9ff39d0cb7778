import type { Examples, Rule } from '../rule.ts';

/** The first of the columns of what is put in is an id, or the number of a thing. */
const INSERT =
  /\binsert\s+(?:ignore\s+)?into\s+[\w."`]{1,60}\s*\(\s*["`]?(?:\w{1,30}_)?(?:id|sku|ref|reference|isbn|ean|barcode|zip|plz|cep|postcode|phone|tel|order|pedido|invoice|fatura|factura|article|artikel|product|producto|produto)(?:_?(?:no|nr|num|number|numero|número))?["`]?\s*,[^()]{1,300}\)\s*values\b/i;
const REACH = 600;
/** A line may end in a comment. */
const TUPLE = /(?:values|,|^)(?:\s{0,20}--[^\n]{0,60}\n)?\s{0,20}\(['"]?$/i;

/** `INSERT INTO templates (id, name) VALUES (132000, 'otp')`: the id of a row. */
export const rule: Rule = {
  id: 'tuple-id',
  family: 'against',
  weight: -9,
  needs: ['number', 'marked', 'right'],
  find({ left, right, reading, start }) {
    if (!TUPLE.test(left) || !/^['"]?\s?,/.test(right)) return null;
    return INSERT.test(reading.before(start, REACH)) ? 'id' : null;
  },
};

export const examples: Examples = {
  yes: [
    "INSERT INTO wa_templates (id, name) VALUES (‹132000›, 'otp')",
    "INSERT INTO t (id, name) VALUES (1, 'a'), (‹132001›, 'b')",
    "INSERT INTO productos (sku, nombre) VALUES\n  ('1', 'a'),\n  ('‹131047›', 'b')",
    "INSERT INTO t (id, name) VALUES\n  (1, 'a'),  -- the first\n  (‹131030›, 'b')",
    'insert into "wa"."campaigns" ("campaign_id", "name") values (‹131047›, 1)',
  ],
  no: [
    "INSERT INTO wa_errors (code, title) VALUES (131047, 'late')",
    'INSERT INTO t (title, code) VALUES (1, 131047)',
    'SELECT id FROM t WHERE code IN (131047, 131026)',
  ],
};
