import type { Examples, Rule } from '../rule.ts';
import { lastOf } from '../words/letters.ts';

const BEFORE = /\[\d{4}-\d\d-\d\d[T ][\d:.,]{5,20}(?:Z|[+-]\d\d:?\d\d)?\s{1,2}#$/;
/** `[error] 29#29: *4 connect() failed` */
const NGINX = /\]\s\d+#\d+:\s\*$/;
const REACH = 48;

/** `E, [2026-07-08T09:41:12.118305 #190] ERROR -- :`: the process that wrote the line, as Ruby's logger puts it. */
export const rule: Rule = {
  id: 'process-id',
  family: 'against',
  weight: -9,
  needs: ['number', 'left'],
  find({ lineLeft, right }) {
    if (NGINX.test(lineLeft)) return '*';
    return right.startsWith(']') && BEFORE.test(lastOf(lineLeft, REACH)) ? right.slice(0, 8) : null;
  },
};

export const examples: Examples = {
  host: 'app.chatwoot.com',
  yes: [
    'E, [2026-07-08T09:41:12.118305 #‹190›] ERROR -- : WhatsApp message failed',
    'W, [2026-07-08 09:41:12 #‹63016›]  WARN -- : WhatsApp error',
    '2026/02/10 13:10:47 [error] 29#29: *‹131047› connect() failed',
    'I, [2026-07-08T09:41:12.118305Z #‹100›]  INFO -- : error of Meta',
  ],
  no: [
    '[2026-07-08T09:41:12] (#190) WhatsApp failed',
    '[WhatsApp #131047] ERROR',
    '2026-07-08 #131047] ERROR',
  ],
};
