import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { auditText } from '../../lib/checks/audit/audit.ts';
import { contradictsEntry } from '../../lib/checks/contradicts-entry.ts';
import { takeNthByDay } from '../by-day.ts';
import { expectCostRatio, expectLinearCost } from '../growth.ts';
import { inventTables } from './tables.ts';

const catalogue = createCatalogue(readCatalogue());
const audit = (text: string, path = 'whatsapp.ts') =>
  auditText(`// WhatsApp\n${text}`, path, catalogue).map(
    ({ line, code, kind }) => `${line} ${code} ${kind}`,
  );

describe.each(['read', 'kept'] as const)(
  'on 100 invented tables of nine languages, the %s phrases',
  (half) => {
    const rows = takeNthByDay(2, inventTables(half, 100)).flatMap(
      ({ path, text, rows }) => {
        const found = auditText(text, path, catalogue);
        return rows.map((row) => {
          return {
            ...row,
            isFound: found.some(
              ({ code, line }) => code === row.code && line === row.line,
            ),
          };
        });
      },
    );
    const getShare = (isWrong: boolean) => {
      const some = rows.filter((row) => row.isWrong === isWrong);
      const failed = some.filter(({ isFound }) => isFound !== isWrong);
      // Who works on the rules must not read the kept phrases.
      const languages = Map.groupBy(failed, ({ language }) => language);
      const shown =
        half === 'read'
          ? failed.map(({ code, phrase }) => `${code} ${phrase}`)
          : [...languages].map(
              ([language, { length }]) => `${length} in ${language}`,
            );
      const share = some.filter(({ isFound }) => isFound).length / some.length;
      return { share, count: some.length, shown };
    };

    it('finds swapped meanings', () => {
      const { share, count, shown } = getShare(true);
      console.log(
        `${half}: recall ${share.toFixed(3)} of ${count}; missed: ${shown.join(' | ')}`,
      );
      expect(count).toBeGreaterThan(100);
      expect(share).toBeGreaterThan(LEAST_RECALL[half]);
    });

    it('is silent on right ones', () => {
      const { share, count, shown } = getShare(false);
      console.log(
        `${half}: false alarms ${share.toFixed(3)} of ${count}: ${shown.join(' | ')}`,
      );
      expect(count).toBeGreaterThan(200);
      expect(share).toBeLessThan(0.015);
    });
  },
);

/** The kept phrases were written before the rules, and read after them. */
const LEAST_RECALL = { read: 0.97, kept: 0.95 };

it.each([
  ['For 131047, send a template instead'],
  ['131031: contact Meta support'],
  ['- 131049: wait 24 hours before retrying'],
  [
    '| Code | |\n|---|---|\n| 131049 | aguarde 24 horas antes de tentar de novo |',
  ],
  ['131049: attendez 24 heures'],
  ['131049: warten Sie 24 Stunden, bevor Sie erneut senden'],
  ['131049: 24 saat bekleyin'],
  ['131026: not a rate limit'],
  ['131026: non è un limite di frequenza'],
  ['131026: no rate limit'],
  ['131026: never a rate limit'],
  ['131026: kein Ratenlimit'],
  ['131026: aucune limite de débit'],
  ['131026: no hay límite de tasa'],
  ['131026: sem limite de taxa'],
  ['131026: nessun limite di velocità'],
  ['131026: tidak ada batas laju'],
  ['131026: hız sınırı değil'],
])('does not take an instruction or a denial for a meaning: %j', (text) => {
  expect(audit(text, 'codes.md')).toEqual([]);
  expect(
    contradictsEntry(text, text.search(/1310/), 'meta/cloud/131049', catalogue),
  ).toBe(false);
});

it('takes a text that only begins like an instruction or a denial for a meaning', () => {
  expect(audit("const M = { 131047: 'contact is not on WhatsApp' };")).toEqual([
    '2 131047 meaning',
  ]);
  expect(audit("const M = { 131047: 'not a valid WhatsApp number' };")).toEqual(
    ['2 131047 meaning'],
  );
  expect(
    audit(
      "const M = { 131031: { do: 'contact support', text: 'Template paused' } };",
    ),
  ).toEqual(['2 131031 meaning']);
});

it.each([
  ['131005', 'Access token has expired'],
  ['131008', 'Parameter value is not valid'],
  ['131031', 'Temporarily blocked for policies violations'],
  ['131000', 'Service unavailable'],
])(
  'knows the whole title of another code of the same class: %s "%s"',
  (code, title) =>
    expect(audit(`const M = { ${code}: '${title}' };`)).toEqual([
      `2 ${code} meaning`,
    ]),
);

it.each([
  ['190', 'AUTH_FAILED'],
  ['10', 'AUTH_FAILED'],
  ['200', 'AUTH_FAILED'],
  ['131005', 'AUTH_FAILED'],
  ['190', 'Authentication failed'],
  ['100', 'INVALID_REQUEST'],
  ['131026', 'USER_NOT_FOUND'],
  ['131000', 'INTERNAL_ERROR'],
  ['131052', 'MEDIA_FAILED'],
  ['102', 'access token no longer valid'],
  ['135000', 'Generic template error'],
])(
  'does not take a general name for a code of calls, of Flows or a retired one: %s "%s"',
  (code, text) =>
    expect(
      audit(
        `enum ErrorCode { A = 131047 }\nconst ERRORS = {\n  ${code}: '${text}',\n};`,
      ),
    ).toEqual([]),
);

it('knows what a name means although a retired code has it too', () =>
  expect(
    audit(
      "const M = { 131030: 'Número de telefone inválido ou não registrado no WhatsApp.' };",
    ),
  ).toEqual(['2 131030 meaning']));

it('does not report a text that is the title of two codes, or a part of the own one', () => {
  expect(
    audit("const M = { 131048: 'Rate limit hit', 131056: 'Rate limit hit' };"),
  ).toEqual([]);
});

it('warns of a retry that waits for somebody, unless it is known how long or tried only once', () => {
  const known = '131064, 132015, 132069, 133015, 133016, 139200, 131036';
  expect(
    audit(`const NON_RETRYABLE = [131048, 133008, 133009, ${known}];`),
  ).toEqual([]);
  expect(audit(`const RETRYABLE = [${known}];`)).toEqual([]);
  expect(
    audit(`const RETRYABLE = [131048, 133008, 133009, ${known}];`),
  ).toEqual(['2 131048 retry', '2 133008 retry', '2 133009 retry']);
});

describe('a code in a set', () => {
  it.each([
    ['const RETRYABLE = new Set([130429, 131047]);', '2 131047 retry'],
    [
      'const CODES = {\n  retryable: [131016, 131031],\n  fatal: [131056, 131050],\n};',
      '3 131031 retry|4 131056 retry',
    ],
    ['const NON_RETRYABLE = [131026, 131056];', '2 131056 retry'],
    [
      'function shouldRetry(code) {\n  switch (code) {\n    case 131047:\n      return true;\n  }\n}',
      '4 131047 retry',
    ],
    [
      'function shouldRetry(code) {\n  if (code === 131047) return false;\n  return true;\n}',
      '',
    ],
    [
      'const isPermanent = (code) => [131050, 130429].includes(code);',
      '2 130429 retry',
    ],
    [
      'const info = {\n  131031: { text: "Account locked", retryable: true },\n};',
      '3 131031 retry',
    ],
    ['RETRYABLE = CODES.reject { |c| [131047].include?(c) }', ''],
    ['RETRYABLE = CODES.select { |c| [131047].include?(c) }', '2 131047 retry'],
    ['const INVALID_NUMBERS = [131047];', '2 131047 meaning'],
    ['const META_CODES = { 63016: "Outside the window" };', '2 63016 provider'],
    ['const TRANSIENT = new Set([2, 131016, 131057, 133004]);', ''],
    [
      'async function sendWithRetry() {\n  if (error.code === 131047) return sendTemplate();\n}',
      '',
    ],
    ['const FATAL = [133007];', '2 133007 retired'],
    ['const FATAL = [133007, 131031];', ''],
    ['const total = 133007;', ''],
    ['const TWILIO_CODES = [131047, 63016];', '2 131047 provider'],
    [
      'const INFOBIP_ERRORS = { 131047: "Window closed", 7031: "x" };',
      '2 131047 provider',
    ],
    [
      'const GUPSHUP_CODES = [131047];\nconst META_CODES = [131047];\nconst METADATA = [63016];',
      '',
    ],
    ['const INVALID_PHONE_CODES = [131030];', '2 131030 meaning'],
    ['const INVALID_PHONE_CODES = [131026, 131009, 133010];', ''],
    ['const wrongNumberOfParameters = [132000];', ''],
    ['INVALID_NUMBER_OF_PARAMS = 132000', ''],
    ['def is_wrong_number_of_params(code): return code == 132000', ''],
    ['const TOO_MANY_INVALID_NUMBERS = [131048];', ''],
    ['const WRONG_NUMBERS = [131048];', '2 131048 meaning'],
    [
      'const twilioErrors = {\n  63016: { metaCode: 131047 },\n  63049: { metaCode: 131049 },\n};',
      '',
    ],
    [
      'const twilioErrors = { 63016: { metaCode: 131047 }, 63049: { metaCode: 131049 } };',
      '',
    ],
    ['const RETIRED_CODES = [130470, 131027];', ''],
    ['const deprecatedErrorCodes = [133007];', ''],
    ['const errorCodes = [133007];', '2 133007 retired'],
    ['RETRYABLE = ALL_CODES - {131047, 131031}', ''],
    ['RETRYABLE = ALL_CODES - {\n    131047,\n    131031,\n}', ''],
    ['const RETRYABLE = ALL.difference(new Set([131047]));', ''],
    ['$retryable = array_diff($all, [131047]);', ''],
  ])('%s', (text, found) => expect(audit(text).join('|')).toBe(found));

  it('of YAML or Markdown', () => {
    const yaml =
      '# WhatsApp\nretry:\n  retryable:\n    - 131047\n  permanent: [131056, 131050]\nmessages:\n  131031: Template paused';
    expect(audit(yaml, 'codes.yml').join('|')).toBe(
      '5 131047 retry|6 131056 retry|8 131031 meaning',
    );
    expect(audit('### Retryable\n\n131016, 131026', 'codes.md')).toEqual([
      '4 131026 retry',
    ]);
    expect(
      audit(
        'code,meaning\n131031,template paused\n131047,outside the window',
        'codes.csv',
      ),
    ).toEqual(['3 131031 meaning']);
  });
});

it.each([
  [
    '| Code | Meaning | Retryable |\n|---|---|---|\n| 131047 | Outside the window | yes |',
    '4 131047 retry',
  ],
  [
    '| Code | Meaning | Retryable |\n|---|---|---|\n| 131047 | Outside the window | No |',
    '',
  ],
  [
    '| Code | Retry? | Meaning |\n|---|---|---|\n| 131056 | ❌ | Pair rate limit |\n| 131031 | ✅ | Account locked |',
    '4 131056 retry|5 131031 retry',
  ],
  [
    '| Code | Meaning | Template |\n|---|---|---|\n| 131047 | Outside the window | yes |',
    '',
  ],
  [
    '| Code | Operator resend |\n|---|---|\n| 131031 | Yes, after the fix |\n| 131047 | Yes |',
    '5 131047 retry',
  ],
  [
    '- 131031: account locked (retryable: yes)\n- 131056: pair rate limit (retryable: yes)',
    '2 131031 retry',
  ],
  ['- **130429**: rate limit, retry: no', '2 130429 retry'],
])(
  'reads what a column or a flag of a document says of a retry: %j',
  (text, found) => expect(audit(text, 'codes.md').join('|')).toBe(found),
);

it.each([
  [
    '| Code | Meaning |\n|---|---|\n| 131031 | Template paused |',
    '3 131031 meaning',
  ],
  ['- 131031: Template paused\n- 131047: Window closed', '1 131031 meaning'],
  ['* **131031** – Template paused', '1 131031 meaning'],
  ['- **Opt-out**: 130472, 131026, 131047\n- **Pagamento**: 131042', ''],
  ['messages:\n  131031: Template paused', '2 131031 meaning'],
  ['code,meaning\n131031,template paused', '2 131031 meaning'],
  ['code\tmeaning\n131031\ttemplate paused', '2 131031 meaning'],
  ["const M = {\n  131031: 'template paused',\n};", '2 131031 meaning'],
  ['switch (code) {\n  case 131047:\n    return sendTemplate(to);\n}', ''],
  ["if code == 131047:\n    queue.push(template='reopen')", ''],
])('reads a text without a name by its form: %j', (text, found) => {
  const findings = auditText(text, 'stdin', catalogue, true);
  expect(
    findings.map(({ line, code, kind }) => `${line} ${code} ${kind}`).join('|'),
  ).toBe(found);
});

it('reads the cells of a CSV, with answers in other languages', () => {
  const text =
    'code,meaning,retry\n131047,Konto gesperrt,ja\n131047,Fenster geschlossen,ja\n131047,x,nein';
  const findings = auditText(text, 'codes.csv', catalogue, true);
  expect(
    findings.map(({ line, kind, said }) => `${line} ${kind} ${said}`),
  ).toEqual(['2 meaning Konto gesperrt', '3 retry retry']);
});

it.each([
  ['Not in the allowed list (131030), the business blocked this user (130403)'],
  ['(131030), the business blocked this user (130403)'],
  [
    '| Code | Not to be confused with | Retry |\n|---|---|---|\n| 131047 | 130429 rate limit | no |',
  ],
  ['The old list said "131047: rate limit", which is wrong.'],
  ['| 131005, HTTP 401/403 with no code | credential | no |'],
  ['| 132000–132015 | plantilla no aprobada |'],
  ['~~131047: rate limit~~'],
  ['- ~~**131047**: rate limit~~'],
  ['Retryable: everything but 131047'],
  ['Retryable: all codes except 131047'],
  ['Wiederholbar: alle außer 131047'],
  ['When Meta changed 130470 to 131047, our rate limit alerts were silent'],
])('leaves a text to the code that it is about: %j', (text) =>
  expect(audit(text, 'codes.md')).toEqual([]),
);

it.each([
  ['~~131026: window closed~~ 131047: rate limit'],
  ['131047 – rate limit hit'],
  ['| 131047, HTTP 400 | rate limit hit |'],
])('reads a text behind what is struck out, a dash or a status: %j', (text) =>
  expect(audit(text, 'codes.md')).toEqual(['2 131047 meaning']),
);

it('does not take the name of the API for a meaning', () =>
  expect(
    audit(
      't===131030&&(n=1),n;throw console.error("Meta WhatsApp API error:",n)',
    ),
  ).toEqual([]));

it('gives the answer of a row to its first code', () =>
  expect(
    audit(
      '| Code | Unlike | Retry |\n|---|---|---|\n| 131047 | 130429 rate limit | yes |',
      'codes.md',
    ),
  ).toEqual(['4 131047 retry']));

it.each([
  [
    'switch (code) {\n  case 131030: deleteUser(user); break;\n}',
    '3 131030 meaning',
  ],
  ['if code == 131030:\n    delete_user(phone)', '2 131030 meaning'],
  [
    'if (code === 131047) {\n  await contacts.deleteContact(id);\n}',
    '2 131047 meaning',
  ],
  [
    'if ([131026, 131030].includes(code)) removeUser(user);',
    '2 131030 meaning',
  ],
  ['if (code !== 131030) {\n  deleteUser(user);\n}', ''],
  ['if (code === 131030) {\n  warn();\n}\ndeleteUser(user);', ''],
  ['if (code === 131026 || code === 131050) deleteUser(user);', ''],
  ['if (code === 131030) removeUserFromQueue(user);', ''],
  [
    'switch (code) {\n  case 131056:\n    return retryLater();\n  default:\n    removeContact(contact);\n}',
    '',
  ],
  [
    'switch (code) {\n  case 131056: return retryLater();\n  default: removeContact(contact);\n}',
    '',
  ],
  ['if code == 131056:\n    return pause()\ndelete_user(user)', ''],
  [
    'def f(code):\n    if code == 131056:\n        pause()\n    delete_user(user)',
    '',
  ],
  [
    'if (error.code === 131047) {\n  sendTemplate(user);  // do not call deleteUser(user) here\n}',
    '',
  ],
  ['if (code === 131056) retry(); else deleteUser(user);', ''],
  ['code === 131056 ? retry() : deleteUser(user);', ''],
  ['// 131056: deleteUser(user)', ''],
  ['if (code === 131030) return deleteUser(user);', '2 131030 meaning'],
  [
    'if (code === 131030) {\n  // gone\n  if (a) {\n    log(code);\n  }\n  deleteUser(user);\n}',
    '2 131030 meaning',
  ],
])('reads what is done to the recipient: %j', (text, found) =>
  expect(audit(text).join('|')).toBe(found),
);

it.each([
  [
    'function isRetryable(code) {\n  switch (code) {\n    case 131056:\n    case 131047: return true;\n    default: return false;\n  }\n}',
    '5 131047 retry',
  ],
  [
    'func isRetryable(code int) bool {\n\tswitch code {\n\tcase 131056, 131047:\n\t\treturn true\n\t}\n\treturn false\n}',
    '4 131047 retry',
    'a.go',
  ],
  [
    'func isRetryable(code int) bool {\n\tswitch code {\n\tcase 131056:\n\t\treturn true\n\tcase 131047, 131026:\n\t\treturn false\n\t}\n\treturn true\n}',
    '',
    'a.go',
  ],
  [
    'def retryable?(code)\n  [131056, 131047].include?(code)\nend',
    '3 131047 retry',
    'a.rb',
  ],
  ['def retryable?(code)\n  ![131047].include?(code)\nend', '', 'a.rb'],
  [
    'def retryable?(code)\n  case code\n  when 131047 then true\n  else false\n  end\nend',
    '4 131047 retry',
    'a.rb',
  ],
  [
    'def retryable?(code)\n  case code\n  when 131047 then false\n  else true\n  end\nend',
    '',
    'a.rb',
  ],
])('reads the branch of a function: %j', (text, found, path = 'whatsapp.ts') =>
  expect(audit(text, path).join('|')).toBe(found),
);

it.each([
  [
    "switch (code) {\n  case 131026:\n  case 131047:\n    return 'Invalid number';\n}",
    '4 131047 meaning',
  ],
  [
    'if code in (131026, 131047):\n    return "invalid number"',
    '2 131047 meaning',
  ],
  [
    "switch (code) {\n  case 131026:\n  case 131030:\n    return 'Not delivered';\n}",
    '',
  ],
])(
  'knows that only some of the codes of a text lose the number: %j',
  (text, found) => expect(audit(text).join('|')).toBe(found),
);

it('knows by its path that a file is about WhatsApp', () => {
  const text =
    "export const E = { 131047: 'rate limit', 130429: 'rate limit' };";
  expect(auditText(text, 'src/whatsapp/errors.ts', catalogue)).toHaveLength(1);
  expect(auditText(text, 'src/errors.ts', catalogue)).toEqual([]);
});

it.each([
  [
    'const CODES = [131031, 131056];\nconst isRetryable = (c) => CODES.includes(c);',
    '2 131031 retry',
  ],
  [
    'const CODES = [131031];\nfunction shouldRetry(code) {\n  return CODES.includes(code);\n}',
    '2 131031 retry',
  ],
  [
    'CODES = {131031, 131056}\ndef is_retryable(code):\n    return code in CODES',
    '2 131031 retry',
  ],
  [
    'const M = { 131031: "Account locked" };\nconst canRetry = (c) => Object.keys(M).includes(String(c));',
    '2 131031 retry',
  ],
  [
    'const CODES = [131031];\nconst isRetryable = (c) => !CODES.includes(c);',
    '',
  ],
  [
    'const CODES = [131031];\nconst isRetryable = (c) => CODES.includes(c) && isTest;',
    '',
  ],
  ['const CODES = [131031];\nconst isKnown = (c) => CODES.includes(c);', ''],
  [
    'function a() {\n  const codes = [131031];\n}\nfunction isRetryable(c) {\n  const codes = [131056];\n  return codes.includes(c);\n}',
    '',
  ],
])('reads which function a set answers: %j', (text, found) =>
  expect(audit(text).join('|')).toBe(found),
);

it.each([
  [
    'const E = { TEMPLATE_PAUSED: 131031, ACCOUNT_LOCKED: 132015 };',
    '2 131031 meaning|2 132015 meaning',
  ],
  [
    'enum E { TEMPLATE_PAUSED = 131031, WINDOW_CLOSED = 131047 }',
    '2 131031 meaning',
  ],
  [
    'enum E { AccountLocked = 131031, RateLimit = 131047, TemplatePaused = 132015 }',
    '2 131047 meaning',
  ],
  [
    'const E = { ACCOUNT_LOCKED: 131031, TEMPLATE_PAUSED: 132015, WINDOW_CLOSED: 131047 };',
    '',
  ],
  [
    '$e = ["TemplatePaused" => 131031, "AccountLocked" => 132015];',
    '2 131031 meaning|2 132015 meaning',
  ],
])('gives each code of a line its own name: %j', (text, found) =>
  expect(audit(text).join('|')).toBe(found),
);

it.each([
  [
    'expect(isRetryable(131047)).toBe(false);\nassert.strictEqual(isRetryable(131031), false);',
  ],
  [
    'assert.equal(\n  isRetryable(131031),\n  false,\n);\nassert(!isRetryable(131047));',
  ],
  [
    'expect(isRetryable(131047)).toBeFalsy();\nexpect(RETRYABLE).not.toContain(131047);',
  ],
  [
    "it('does not treat 131047 as a rate limit', () => expect(isRateLimit(131047)).toBe(false));",
  ],
  [
    "const tests = [{ name: 'window closed is not a rate limit', code: 131047, expected: false }];",
  ],
  [
    '// NOT retryable: 131047, 131026\n// do not retry: 131047\n// retry: yes 130429; no 131047',
  ],
  ['// 131047 is not a rate limit'],
  [
    'const isRetryable = (c) => c !== 131047;\nconst canRetry = (c) => ![131047].includes(c);',
  ],
  ["if (code !== 131047) throw new Error('rate limit');"],
  ['const retry = { never: [131047] };'],
  ['const retry = {\n  never: [131047],\n  always: [130429],\n};'],
  ['const RETRY_AFTER_FIX = [131047];'],
  [
    "const text = code === 131026 ? 'Not on WhatsApp' : code === 131047 ? closed : 'Account locked';",
  ],
  ["const text = code === 131047 ? 'Window closed' : 'Rate limit';"],
  ["if (code === 131047) return openWindow(); else return 'rate limit';"],
  [
    'assert not is_retryable(131047)\nassert is_retryable(131047) is False',
    'test.py',
  ],
  [
    'self.assertFalse(is_retryable(131047))\nself.assertNotIn(131047, RETRYABLE_CODES)',
    'test.py',
  ],
  ['retryable = code not in (131047, 131031)', 'codes.py'],
  [
    '$this->assertFalse(is_retryable(131047));\n$retryable = ! in_array($code, [131047]);',
    'test.php',
  ],
  [
    'assert_equal false, retryable?(131047)\nrefute retryable?(131047)',
    'test.rb',
  ],
  [
    'tests := []test{\n  {"window closed", 131047, false}, // retryable\n}',
    'retry_test.go',
  ],
  [
    'if IsRetryable(131047) { t.Fatal("retried") }\nassert.False(t, IsRetryable(131047))',
    'retry_test.go',
  ],
  ['assertThat(isRetryable(131047)).isFalse();', 'RetryTest.java'],
  ['retry:\n  never:\n    - 131047\n  always: [130429]', 'codes.yml'],
  ['**Retryable:** 130429, 131056. **Not retryable:** 131047', 'codes.md'],
  ['- Do not retry:\n  - 131047\n- **Não retentáveis:** 131047', 'codes.md'],
])('is silent on what is denied: %j', (text, path = 'whatsapp.ts') =>
  expect(audit(text, path)).toEqual([]),
);

it.each([
  ['expect(isRetryable(131047)).toBe(true);', '2 131047 retry'],
  [
    "if (error !== null && error.code === 131047) throw new Error('rate limit');",
    '2 131047 meaning',
  ],
  [
    "if (code === 131047) throw new Error('Recipient not on WhatsApp');",
    '2 131047 meaning',
  ],
  [
    "const M = { ok: false, code: 131047, text: 'rate limit' };",
    '2 131047 meaning',
  ],
  [
    "const text = code === 131047 ? 'Rate limit' : 'Unknown';",
    '2 131047 meaning',
  ],
  ['// Not all of these work\nconst RETRYABLE = [131047];', '3 131047 retry'],
])(
  'reports what is said beside a denial of something else: %j',
  (text, found) => expect(audit(text).join('|')).toBe(found),
);

it.each([
  [
    '## Authorization errors\n\n`131005`\n\nAccess denied\n\n403\n\n## Throttling\n\n`131056`',
  ],
  [
    '## Rate limits\n\nSee error 131047 below. The limit is 250, 2000, 10000 messages.',
  ],
  [
    '## Access token expired\n\n- Code: 190\n- HTTP: 401\n\n## Template paused\n\nIf you get 131047, see below.',
  ],
  [
    '## Parameters\n\n`131047`\n\n`2000`\n\n## Retries\n\nAfter 131047, send a template.',
  ],
])('does not take a heading for the meaning of the numbers below: %j', (text) =>
  expect(audit(text, 'codes.md')).toEqual([]),
);

it.each([
  ["131050: 'user blocked marketing messages'"],
  ["131050: 'O cliente bloqueou mensagens de marketing.'"],
  ["131050: 'El usuario bloqueó los mensajes de marketing'"],
  ["131050: 'Der Nutzer hat Marketing-Nachrichten blockiert'"],
  ['131050: "L\'utilisateur a bloqué les messages marketing"'],
  ['131050: "L\'utente ha bloccato i messaggi di marketing"'],
  ["131050: 'Kullanıcı pazarlama mesajlarını engelledi'"],
  [
    "131045: 'Message failed to send due to a phone number registration error.'",
  ],
  ["132007: 'policy violation'"],
  [
    "133004: 'phone_registration', 134011: 'businessEligibility', 131045: 'phoneNumber', 134011: 'payment'",
  ],
])(
  'knows other words for a meaning, and the name of its category: %j',
  (rows) => expect(audit(`const M = { ${rows} };`)).toEqual([]),
);

it('reads the words of a name in camel case, with its digits', () => {
  expect(
    audit(
      'enum E {\n  Jendela24JamSudahTutup = 131031,\n  RemetenteEDestinatarioIguais = 131047,\n}',
    ),
  ).toEqual(['3 131031 meaning', '4 131047 meaning']);
  expect(
    audit(
      'enum E {\n  Jendela24JamSudahTutup = 131047,\n  RemetenteEDestinatarioIguais = 131021,\n}',
    ),
  ).toEqual([]);
});

it('reports a retired code without its successor', () => {
  expect(
    audit('const M = { 133007: "Account blocked", 131047: "Window closed" };'),
  ).toEqual(['2 133007 retired']);
  expect(
    audit('const M = { 133007: "Account blocked", 131031: "Account locked" };'),
  ).toEqual([]);
});

it.each([
  [
    'if code == 131031:\n    raise ValueError("rate limit reached")',
    '2 131031 meaning',
    'a.py',
  ],
  [
    'if code == 131031:\n    raise RateLimitError()',
    '2 131031 meaning',
    'a.py',
  ],
  [
    'if code == 131031 {\n\treturn errors.New("rate limit")\n}',
    '2 131031 meaning',
    'a.go',
  ],
  [
    'if e.Code == 131031 {\n\tlog.Println("rate limit")\n}',
    '2 131031 meaning',
    'a.go',
  ],
  [
    "error: { message: '#131031 - Rate limit hit', code: 131031 },",
    '2 131031 meaning',
  ],
  ["const M = { 131031: 'Template paused (131031)' };", '2 131031 meaning'],
  [
    "log('131026: Not on WhatsApp'); log('the customer has not written for 24 hours');",
    '',
  ],
])(
  'reads the text below a comparison, and one that repeats its code: %j',
  (text, found, path = 'whatsapp.ts') =>
    expect(audit(text, path).join('|')).toBe(found),
);

it('takes what is said after "not … but" for the meaning', () => {
  expect(audit('// 131047: not a rate limit but the window')).toEqual([]);
  expect(audit('// 131047: not the window but a rate limit')).toEqual([
    '2 131047 meaning',
  ]);
});

it('takes a text that three codes of a kind share for their category', () => {
  const rows = ['132001', '132015', '132016'].map(
    (code) => `  ${code}: 'template_unavailable',`,
  );
  expect(audit(`const M = {\n${rows.join('\n')}\n};`)).toEqual([]);
  expect(audit("const M = { 132016: 'template_not_found' };")).toEqual([
    '2 132016 meaning',
  ]);
});

it('takes all words of a title, in any order, for the meaning', () => {
  expect(
    audit(
      "const M = { 132007: 'Violação de política', 131031: 'Conta bloqueada' };",
    ),
  ).toEqual([]);
});

it('reads files whose codes all have three digits, but no HTTP status', () => {
  expect(
    audit(
      "const CODES = {\n  190: 'Template paused',\n  368: 'Temporarily blocked',\n  470: 'template paused',\n};",
    ),
  ).toEqual(['3 190 meaning', '5 470 meaning']);
  expect(
    audit(
      "const HTTP = { 200: 'OK', 404: 'Template not found', 429: 'Too many requests' };",
    ),
  ).toEqual([]);
  expect(
    audit("const style = { width: 190, title: 'Recipient not on WhatsApp' };"),
  ).toEqual([]);
});

it.each([
  ['ports.py', 'PORTS = {470: "payment service", 190: "token service"}'],
  ['ports.yaml', 'ports:\n  470: payment\n  190: template paused'],
  [
    'rooms.md',
    '# Rooms\n\n| Room | Use |\n|---|---|\n| 470 | Payment service |\n| 190 | Template paused |',
  ],
  ['size.ts', 'if (width === 470) { layout = "rate limit"; }'],
  [
    'a.ts',
    'const PORTS = { 470: "template", 190: "payment" }; console.error("x");',
  ],
  [
    'a.ts',
    'const PORTS = {\n  470: "template",\n};\nlogger.error("send failed");',
  ],
  [
    'a.ts',
    'function PORTS() {\n  log.error("send failed");\n  return {\n    470: "template",\n  };\n}',
  ],
])(
  'takes a number of three digits only near an error or another code for one: %s',
  (path, text) => {
    const head = '// Our Twilio sender\n';
    expect(auditText(head + text, path, catalogue)).toEqual([]);
    const found = auditText(
      head + text.replace(/Rooms|ports:|PORTS|width/, 'errors: '),
      path,
      catalogue,
    );
    expect(found).not.toEqual([]);
  },
);

it('takes no number of three digits for a code below a set of real ones', () => {
  const errors = '// WhatsApp\nERRORS = {131047: "Window closed"}\n';
  expect(
    auditText(`${errors}PORTS = {470: "payment service"}`, 'a.py', catalogue),
  ).toEqual([]);
  expect(
    auditText(
      `${errors}MORE_ERRORS = {470: "payment service"}`,
      'a.py',
      catalogue,
    ),
  ).not.toEqual([]);
});

it.each([
  [
    'codes.yaml',
    'codes:\n  131026:\n    - https://github.com/acme/whatsapp-template-paused/issues/80',
  ],
  ['a.ts', "const HOSTS = { 131047: 'business.facebook.com' };"],
  [
    'a.md',
    '| 131008 | developers.facebook.com/docs/limited-time-offer-templates |',
  ],
])('does not take an address for a meaning: %s', (path, text) =>
  expect(audit(text, path)).toEqual([]),
);

it('reads each code of a long line, in linear time', () => {
  expectLinearCost(4_000, (length) => {
    const rows = Array.from(
      { length },
      (_, at) => `${131_026 + (at % 2) * 5}:'Template paused'`,
    );
    const text = `const M = {${rows.join(',')}};`;

    return () => expect(audit(text)).toHaveLength(length);
  });
});

it('judges texts that differ in a name or number without a search for each', () => {
  const read = (getOrder: (at: number) => string) => {
    const rows = Array.from(
      { length: 1_000 },
      (_, at) => `- 131026: Template paused, see order ${getOrder(at)}\n`,
    );
    return () => expect(audit(rows.join(''), 'codes.md')).toHaveLength(1_000);
  };

  expectCostRatio(
    read((at) => `${700_000 + at} of shop${at}`),
    read(() => '700000 of shop'),
    25,
  );
});

it('reads one line of many codes at little more cost than a line for each', () => {
  const read = (end: string) => {
    const text = `131047${end}`.repeat(8_000);
    return () => expect(audit(text, 'codes.txt')).toEqual([]);
  };

  expectCostRatio(read(' '), read('\n'), 5);
});

it.each([
  ['a.md', "For the customers' code 131026: it's a rate limit hit"],
  ['a.ts', "/* the customers' code */ case 131026: return 'rate limit hit';"],
  ['a.ts', "const TEXTS = { other: 'it\\'s open', 131026: 'rate limit hit' };"],
])('reads behind an apostrophe: %s %s', (path, text) => {
  expect(audit(text, path)).toEqual(['2 131026 meaning']);
});

it('is silent on numbers that are no codes, on other files, and on lines with a comment', () => {
  expect(
    audit(
      'const port = 131031; // template paused whatsapp-errors-ignore-line',
    ),
  ).toEqual([]);
  expect(
    audit('const order = { id: "ORD-131031", text: "template paused" };'),
  ).toEqual([]);
  expect(
    audit('if (code === 131026) {\n  send("payment_reminder");\n}'),
  ).toEqual([]);
  expect(
    auditText(
      'const REGION = { 131031: "template paused" };',
      'map.ts',
      catalogue,
    ),
  ).toEqual([]);
});

it('judges a shared text by all of its codes', () => {
  expect(
    audit(
      'switch (code) {\n  case 132015:\n  case 132016:\n    return "Template is paused";\n}',
    ),
  ).toEqual([]);
  expect(
    audit(
      'switch (code) {\n  case 131051:\n  case 131052:\n    return "no WhatsApp account";\n}',
    ),
  ).toEqual(['3 131051 meaning', '4 131052 meaning']);
});
