import { at, META, TWILIO, testShapes } from './shape-lines.ts';

const INFOBIP = at('portal.infobip.com');
const GUPSHUP = at('www.gupshup.io');

/** What the members of a structure say for each other, and what they say against. */
testShapes({
  'a list by hand that tells each code in a word or two': {
    found: [
      [
        "Meta's errors by hand (‹131047› too late,\n‹131048› too fast, ‹131049› quality, ‹132012› params, ‹190› token, ‹10› rights)",
      ],
      ['WhatsApp: errors ‹131026› absent, ‹131049› capped, ‹100› parameter.'],
    ],
    alike: [
      ['131047 messages, 131048 contacts, 190 tokens, 10 rights'],
      ['131047 too late, 190 token, 10 rights'],
      ['12 templates, 190 tokens, 10 params', META],
    ],
  },
  'the same call with what the code is about': {
    found: [['halt("konto", ‹131031›); // WhatsApp error ‹131031›\nhalt("token", ‹190›);', META]],
    alike: [['log("token", 190); log("rooms", 1310);', META]],
  },
  'the same words and a number sign in front': {
    found: [
      [
        '["a", "WhatsApp pausiert (#‹131042›)"],\n["b", "WhatsApp pausiert (#‹131031›)"],\n["c", "WhatsApp pausiert (#‹190›)"]',
      ],
    ],
    alike: [
      ['- fix the WhatsApp sender (#190)\n- fix the WhatsApp sender (#463)'],
      ['- WhatsApp pausiert (#1310)\n- neues Logo (#190)'],
    ],
  },
  'a column of a table, whatever its place': {
    found: [
      [
        '| HTTP 400 | **‹131030›** | not a test number |\n| HTTP 401 | **‹190›** | run out |\n| HTTP 400 | ‹131047› | over |',
        META,
      ],
      [
        '| ‹131049› | capped | yes |\n| ‹130429› / ‹131056› | — | no |\n| ‹190›/‹100›/‹200› | auth | no |\n| ‹131026› | bad | no |',
        META,
      ],
      ['falha\t‹131026›\tnão\nfalha\t‹190›\tsim\nfalha\t‹131047›\tnão', META],
      ['| envoi | `‹131047›` |\n| jeton | `‹190›` |\n| envoi | `‹131026›` |', META],
      ['| a | ‹131047› (fenêtre) |\n| b | ‹190› (jeton) |\n| c | ‹131026› (absent) |', META],
    ],
    alike: [
      ['| 40300 | WhatsApp Error | 190 |\n| - | Delivered | 1,310 |'],
      ['| May | 470 | 12 |\n| June | 190 | 1,310 |', META],
    ],
  },
  'a cell of figures beside a cell of codes': {
    found: [
      ['| Kupon | 1,310 | 47 | ‹131026› 수신 불가 |\n| 알림 | 1,000 | 190 | ‹131049› 한도 |', META],
      ['| spring | 470 | 190 | ‹131049› |\n| summer | 100 | 12 | ‹131026› |', META],
      ['(‹131049› (Meta chose not to deliver) 245 รายการ', META],
    ],
    alike: [['| Failed | 190 | 470 |', META]],
  },
  'an entry of a catalogue by number': {
    found: [
      [
        'WhatsApp\n"‹408›": {\n  "title": "zu spät"\n},\n"‹470›": {\n  "title": "Fenster zu"\n},\n"‹471›": {\n  "title": "zu viel"\n}',
      ],
      ['# WhatsApp\n‹470›:\n  text: cerrado\n‹471›:\n  text: demasiado'],
    ],
    alike: [
      [
        "responses:\n  '400':\n    description: bad\n  '404':\n    description: none\n  '500':\n    description: oops",
        META,
      ],
      ['131047:\n  city: Rome\n470:\n  city: Bonn'],
    ],
  },
  'headings of one list of a provider': {
    found: [
      [
        '‹408› – Nachricht ist ungültig\n\nZu lange gelegen.\n\n‹470› – Fenster zu\n\nx\n\n‹471› – Zu viele',
        META,
      ],
      ['‹470› — Ventana cerrada\n‹1013› — Sin cuenta\n‹500› — Otro', META],
    ],
    alike: [
      ['400 – Bad Request\n401 – Unauthorized\n404 – Not Found\n500 – Internal Server Error', META],
      ['400 – Falsches JSON\n401 – Kein Schlüssel\n404 – Fehlt\n500 – Kaputt', META],
      ['100 – Eins\n300 – Zwei\n470 – Drei'],
    ],
  },
  'the number beside a name of its provider': {
    found: [
      ["'error': {'id': ‹12›, 'name': '‹EC_INVALID_TEMPLATE›', 'description': 'x'}", INFOBIP],
      ['"error": { "id": ‹7009›, "permanent": true, "name": "‹EC_INVALID_TEMPLATE›" }', INFOBIP],
      ['"name": "‹REJECTED_NOT_ENOUGH_CREDITS›", "id": ‹12›', INFOBIP],
    ],
    alike: [['"status": {"groupId": 12, "label": "x"}', INFOBIP]],
  },
  'a small code and what it is about, beside a rare one': {
    found: [
      ['| Dead token (‹190›) or a wrong field (‹100›) | stop |\n| WhatsApp ‹131047› (window over) | wait |'],
      ['`code: ‹131047›` (jendela tutup)\n`code: ‹190›` (token mati)'],
      ['…0000 → ‹131026› no WhatsApp\n…0001 → ‹100› bad parameter\n…0002 → ‹130429› too fast'],
      ['Meta: ‹131056›, y permisos insuficientes (‹10›)'],
      ['令牌失效 (‹190›)，错误 ‹131056›', META],
      ['WhatsApp lỗi ‹131047›\nWhatsApp lỗi ‹190›'],
    ],
    alike: [
      ['we used 190 tokens for the template'],
      ['### 4.2 Limits', META],
      ['| Erreur 401 en envoyant | Jeton perime |', META],
    ],
  },
  'two names of one error': {
    found: [
      ['WhatsApp error ‹4› (formerly ‹80007›) – API Too Many Calls'],
      ['WhatsApp-Fehler ‹80007› (früher ‹4›)'],
    ],
    alike: [['4 (formerly 5) seats', META]],
  },
  'a string that a program made of codes': {
    found: [
      ['assert got["error_code"] == "OAuthException:‹131026›:2494073"'],
      ['reason == "http_429 code_‹131056›"', META],
      [
        "toBe('‹470›: Too late for free text')\nWhatsApp errors: [{ code: ‹470›, title: 'x' }, { code: ‹131049› }]",
      ],
      ['Twilio::REST::RestError - [HTTP 400] ‹21610› : Unable to create record', TWILIO],
    ],
    alike: [
      ['order_131026', META],
      ['09:131047', META],
      ['meta_131047', META],
    ],
  },
  'a payload on a console': {
    found: [
      ['{"errors":[{"code":‹12›,"description":"content is not valid","parameter":"to"}]}', INFOBIP],
      ['  code        : ‹12›\n  description : Channel not found\n  parameter   : channelId', INFOBIP],
      [
        '"gsId": "e2a86c04-5519-4b3d-a7f0-1c9d4478be63", "payload": {"code": ‹470›, "reason": "more than 24 hours"}',
        META,
      ],
      [
        '#   "id": "gBGFVTKVGYDCbwIJRKmTrWQVaiP7",\n#   "status": "failed",\n#   "errors": [{\n#       "code": ‹470›, "recipient_id": "1"',
      ],
    ],
    alike: [['{"items":[{"code":12,"price":"4"}]}', INFOBIP]],
  },
  'the same question of two numbers': {
    found: [
      ["if (text.includes('‹1003›')) a() // Wallet Balance Low\nif (text.includes('‹1002›')) b()", GUPSHUP],
      ["'‹131042› cobrança' => [400, ‹131042›, Erro::class],\n'HTTP 401' => [401, 0, Erro::class],"],
    ],
    alike: [["if (text.includes('1002')) a()\nif (text.includes('2026')) b()", GUPSHUP]],
  },
  'rows that are cut by different signs': {
    found: [
      [
        'To,Event,Code,Reason,At\n98,failed,‹1003›,Wallet Balance Low | pay,1\n98,read,,,2\n99,failed,‹1002›,no user,3',
        GUPSHUP,
      ],
    ],
    alike: [['To,Event,Count,Reason,At\n98,failed,1003,Low | pay,1\n99,failed,1002,no user,3', GUPSHUP]],
  },
  'small numbers that one list of a provider has': {
    found: [
      ["  ‹470›: 'Fenster zu',\n  ‹1013›: 'kein WhatsApp',\n  ‹1006›: 'fehlt',", META],
      ['| ‹470› | zu spät |\n| ‹1013› | kein Konto |\n| ‹471› | zu viel |', META],
      ['| zu spät | ‹470› |\n| kein Konto | ‹1013› |\n| zu viel | ‹471› |', META],
      ['case ‹470›:\n  return a\ncase ‹1013›:\n  return b\ncase ‹471›:', META],
      ['  WINDOW = ‹470›,\n  NO_USER = ‹1013›,\n  SPAM_HIT = ‹471›,', META],
      ['WhatsApp: if (code in (‹470›, ‹1013›, ‹471›)) stop()'],
      ['| ‹1005› | Access denied |\n| ‹1013› | kein Konto |\n| ‹1006› | Resource not found |'],
    ],
    alike: [
      ["470: 'Fenster',\n1013: 'Tür',\n471: 'Dach'"],
      ['- 1005: Asha\n- 1006: Ravi\n- 1013: Ana\n- 3000: Juan', META],
      ['| May | 470 |\n| June | 1013 |\n| July | 471 |\n| August | 1,310 |', META],
      ['213\n244\n229\n267', META],
    ],
  },
  'a table of the codes of two providers': {
    found: [
      [
        '| [‹63018›](/docs/63018) (fast) | ‹471›, ‹2026› |\n| [‹63016›](/docs/63016) (window) | ‹470› |'
          .replaceAll('/docs/63018', '/docs')
          .replaceAll('/docs/63016', '/docs'),
        TWILIO,
      ],
    ],
    alike: [['| Rome | 471, 12 |\n| Bonn | 470 |', TWILIO]],
  },
  'numbers of another system': {
    found: [
      [
        'WhatsApp:\n131047: "Fenster",\n131098: "neu"'
          .replace('131047', '‹131047›')
          .replace('131098', '‹131098›'),
      ],
    ],
    alike: [
      ['131000: "廊坊市",\n131002: "安次区",\n131003: "广阳区",\n131022: "固安县",\n131026: "文安县"'],
      ["131026: 'Wenan',\n131098: 'Sanhe',\n131097: 'Bazhou',\n131047: 'Xianghe'"],
      ['if (Number(code) === 130012) return\n// 131001: once\nif (Number(code) === 131026) return'],
      ['131164: "Texas",\n132008: "Rome",\n131314: "Bonn",\n131099: "Kiel"', META],
      ['municipality: { pref: "13", code: "131050" }'],
      [
        '| Code | Meaning |\n|---|---|\n| `131005` | No such Wiki node |\n| `131026` | You may not open this Wiki node |',
      ],
    ],
  },
});
