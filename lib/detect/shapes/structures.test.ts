import { at, META, testShapes } from './shape-lines.ts';

const INFOBIP = at('portal.infobip.com');

/** Payloads, source and tables that say by their build what is a code. */
testShapes({
  'an event of the account': {
    found: [
      ['{ "event": "‹ACCOUNT_RESTRICTION›", "restriction_info": [ { "expiration": 1642000470 } ] }'],
      ['event: "‹ACCOUNT_RESTRICTION›",\nrestriction_info: []'],
    ],
    alike: [['{ "event": "ACCOUNT_RESTRICTION", "user": 12 }'], ['restriction_info: { event: "PENDING" }']],
  },
  'a list of reasons, two of which are known': {
    found: [
      [
        '// What Meta objects to\n  ‹ABUSIVE_CONTENT›: "Bad words",\n  ‹INCORRECT_CATEGORY›: "Other category",\n  ‹SCAM›: "Fraud",\n  NONE: null,',
      ],
      [
        '| ‹ABUSIVE_CONTENT› | x |\n| ‹INCORRECT_CATEGORY› | y |\n| ‹PROMOTIONAL› | z |',
        { ...META, header: 'Reason' },
      ],
    ],
    alike: [
      ['  SCAM: "Fraud",\n  PENDING: "Waiting",\n  REJECTED: "No",', META],
      ['  SCAM: 1,\n  PROMOTIONAL: 2,\n  ABUSIVE: 3,'],
    ],
  },
  'codes said to be some': {
    found: [
      ['- **error_code**: Meta API error code (e.g., ‹100›, ‹190›, ‹200›)'],
      ['WhatsApp: códigos de error (p. ej. ‹190›, ‹368›, ‹100›)'],
    ],
    alike: [
      ['- **status**: HTTP code (e.g., 400, 401, 403, 500) of Meta'],
      ['Meta sizes (e.g., 100, 190, 200)'],
      ['error codes of the oven (e.g., 100, 190, 200)'],
    ],
  },
  'a key of a subscript': {
    found: [["$delay = $result['code'] === '‹130429›' ? 4 : 2;"], ['if error["code"] == ‹131047›: pass']],
    alike: [["if ($row['total'] == 131047) return;"], ["$row['zip_code'] === '131047'"]],
  },
  'an error code of Twilio': {
    found: [['errorCode: "‹21610›",'], ["error_code='‹30003›', error_message='x'"]],
    alike: [['countryCode: "21610"'], ['error 21610'], ['errorCount: 30003']],
  },
  'a list of reasons that tells whose it is': {
    found: [
      [
        "z.enum([\n  '‹ABUSIVE_CONTENT›',\n  '‹INCORRECT_CATEGORY›',\n  'NONE',\n  '‹SCAM›',\n  '‹TAG_CONTENT_MISMATCH›',\n])",
      ],
    ],
    alike: [["z.enum([\n  'SCAM',\n  'PROMOTIONAL',\n  'PENDING',\n  'REJECTED',\n])"]],
  },
  'names of errors in another language': {
    found: [
      [
        '    BLOQUEO_TEMPORAL = ‹368›\n    PAIS_RESTRINGIDO = ‹131031›\n    CUENTA_BLOQUEADA = ‹131042›\n    SERVICIO_CAIDO = ‹131000›',
      ],
    ],
    alike: [['    ANCHO = 368\n    ALTO = 131031\n    FONDO = 131999']],
  },
  'a word of a provider on its console': {
    found: [
      ['{ "status": 401, "title": "‹VALIDATION›", "description": "x" }', at('console.cequens.com')],
      ['{"httpStatus": 401, "title": "‹TOKEN›"}', at('console.cequens.com')],
    ],
    alike: [
      ['{ "title": "VALIDATION" }', META],
      ['{ "name": "TOKEN" }', at('console.cequens.com')],
    ],
  },
  'names with a number': {
    found: [
      ['| Error codes | Retry |\n|---|---|\n| ‹RBC001› | no |\n| ‹E110› | yes |\n| ‹WAV2101› | no |'],
      ['Error code\tRetry\n‹RBC001›\tno\n‹E110›\tyes\n‹WAV2101›\tno'],
    ],
    alike: [
      ['| Additive | Name |\n|---|---|\n| E110 | Sunset yellow |\n| E120 | Cochineal |'],
      ['| Error codes | x |\n|---|---|\n| E110 | Oven too hot |\n| E111 | Door open |'],
    ],
  },
  'no error': {
    found: [
      [
        '"status":{"id":‹12›,"name":"‹REJECTED_NOT_ENOUGH_CREDITS›"},"error":{"id":0,"name":"NO_ERROR"}',
        INFOBIP,
      ],
    ],
    alike: [
      ['"error":{"groupId":0,"groupName":"OK","id":0,"name":"NO_ERROR"}', INFOBIP],
      ['"error": {"id": 0, "name": "NO_ERROR", "permanent": false}', INFOBIP],
    ],
  },
  'the number of an error as its title': {
    found: [
      ['{"channel":"whatsapp","error":{"title":‹1020›,"detail":"Invalid params"}}'],
      [
        '"error": { "type": "https://x", "title": "‹1340›", "detail": "Outside of the window" }',
        at('dashboard.nexmo.com'),
      ],
    ],
    alike: [
      ['{"channel":"whatsapp","chapter":{"title":1020,"detail":"Rome"}}'],
      ['{"error":{"title":1020,"count":3}}', META],
    ],
  },
  'an entry that says whether it lasts': {
    found: [
      ['| ID | Permanent | Error |\n|---|---|---|\n| ‹1› | true | ‹EC_UNKNOWN_SUBSCRIBER› |', INFOBIP],
      ['| ‹7009› | no | ‹EC_INVALID_TEMPLATE› |', INFOBIP],
    ],
    alike: [
      ['| 1 | true | Rome |', INFOBIP],
      ['| 1 | 12 | EC_OTHER |', INFOBIP],
    ],
  },
  'words before a number in a cell that begins a column of something else': {
    found: [
      ['| Webhook يرفض التحقق | x |\n| خطأ ‹190› OAuthException | Meta |'],
      ['| Verification code | Where |\n| Error ‹190› OAuthException | Meta |'],
    ],
    alike: [
      ['| Verification code | Where |\n| 131047 | Meta |'],
      ['| خطأ 401 وقت الإرسال | Meta WhatsApp |'],
    ],
  },
  'a status and the body that comes with it': {
    found: [['status = 400;\nbody = "{\\"error\\":{\\"code\\":‹132001›,\\"error_subcode\\":‹2388040›}}";']],
    alike: [
      ['code = 400;\nbody = "{\\"error\\":{\\"message\\":\\"WhatsApp\\"}}";'],
      ['{ code: 429, body: "{}" } // Meta'],
      ['code: 500,\nresponseBody: whatsapp'],
    ],
  },
  'a status that WhatsApp reports': {
    found: [
      ['"status":"failed","timestamp":"1518694700","errors":[{"code":‹470›,"title":"Too late"}]'],
      [
        '"timestamp": "1518694700",\n      "errors": [\n        {\n          "code": ‹1013›,\n          "title": "No such user"',
      ],
    ],
    alike: [
      ['"status":"failed","timestamp":"2026-01-05T10:00:00Z","errors":[{"code":470,"title":"Too late"}]'],
      ['"timestamp":"1518694700","lines":[{"code":470,"title":"Centre"}]'],
    ],
  },
  'a state by its name': {
    found: [['- `‹OUTSIDE_ALLOWED_SENDING_WINDOW›`: too late for WhatsApp']],
    alike: [['- **rate_limited**: demasiados (WhatsApp)']],
  },
  'a pair of a code and what it is called': {
    found: [
      ["const byCode = new Map([[‹131026›, 'no-wa'], [‹470›, 'window'], [‹190›, 'token']]); // WhatsApp"],
      [
        "('‹131000›', 'LATER', 'WhatsApp had a problem', 3, 15),\n('‹131016›', 'LATER', 'WhatsApp is down', 3, 15),",
        META,
      ],
      ['parametrize("code,kind", [(‹131026›, "permanent"), (‹190›, "auth")])', META],
      ['whatsapp = (\n  (‹131047›, "late"),\n  (‹100›, "parameter"),\n)', META],
    ],
    alike: [
      ["[[131047, 'Sonipat'], [190, 'Rohtak'], [470, 'Hisar']]"],
      ["rooms = [(101, 'WhatsApp'), (190, 'Meta')]"],
      ['sizes = [(12, 190), (33, 470)] # WhatsApp'],
    ],
  },
  'a branch of several numbers': {
    found: [
      [
        'match code {\n  ‹190› => WhatsAppError::Token,\n  ‹368› | ‹131031› => WhatsAppError::Locked,\n}',
        META,
      ],
    ],
    alike: [['| 190 | 131047 | 12 |', META], ['case 190 | 131: return "Meta"']],
  },
  'an old number and the one in its place': {
    found: [
      ['‹470› -> ‹131047›, ‹1013› -> ‹131026›, ‹1006› -> ‹131049›'],
      ['WhatsApp error ‹470› → ‹131047›'],
    ],
    alike: [
      ['Followers 470 → 131047 in a year', META],
      ['131047 → 470', META],
    ],
  },
  'constants of a language with semicolons or attributes': {
    found: [
      [
        'enum WhatsAppError {\n  TOKEN_EXPIRED = ‹190›;\n  PAIR_RATE = ‹131056›;\n  WINDOW_CLOSED = ‹131047›;\n}',
      ],
      [
        '[Description("Meta: late")] WindowClosed = ‹131047›,\n[Description("Meta: token")] TokenExpired = ‹190›,',
      ],
      ['ERR_WINDOW = ‹131047›, ERR_TOKEN = ‹190›, ERR_PARAM = ‹100›'],
    ],
    alike: [
      ['WIDTH = 190;\nHEIGHT = 470;\nDEPTH = 131047;', META],
      ['GRID_WIDTH = 131047, GRID_HEIGHT = 190', META],
      ['ports: { httpStatus: 400, size: 190 }, { httpStatus: 403, size: 470 }', META],
    ],
  },
  'a list without blanks': {
    found: [['WHATSAPP_RETRY_CODES=‹130429›,‹131049›,‹131056›,‹4›,‹80007›']],
    alike: [['WhatsApp,131047,50,131026,20'], ['131056,4,80007 rows', META]],
  },
  'the same call with another number': {
    found: [
      [
        '// WhatsApp\nexpect(classify(‹131026›)).toBe(1);\nexpect(classify(‹190›)).toBe(2);\nexpect(classify(‹4›)).toBe(3);',
      ],
      ['assert is_retryable(‹130429›) and is_retryable(‹190›)  # Meta'],
    ],
    alike: [['// WhatsApp\nexpect(delay(190)).toBe(4);'], ['assertEquals(190, width); // Meta']],
  },
  'what a test gives back': {
    found: [['// WhatsApp\nassertThat(error.code).isEqualTo(‹131009›)']],
    alike: [['{"error":{"fbtrace_id":"Ax9"}}\nassertThat(server.requestCount).isEqualTo(1)']],
  },
  'how often which code came': {
    found: [
      ['WhatsApp: ‹131049› (812), ‹131026› (90), ‹190› (3)'],
      ['WhatsApp: ‹131049› ×812, ‹131026› ×90, ‹190› ×3'],
      ['failed 3: ‹131026› ×2, ‹131049› ×1'],
      ['‹470› (12), ‹1013› (7), ‹1006› (2)', META],
      ['errors: {‹131049›: 812, ‹131026›: 90, ‹190›: 3} // WhatsApp'],
      ['"failuresByCode": {"‹131049›": 812, "‹131026›": 90}'],
    ],
    alike: [
      ['"salesByCode": {"131049": 812, "131026": 90}'],
      ['Sonipat (812), Rohtak (90), 190 (3)', META],
      ['screws: 131026 x2, 141049 x1'],
    ],
  },
  'the first of a list, and the list beside it': {
    found: [
      ['const RETRY = [‹400›, ‹190›, ‹131026›] // Meta'],
      ['auth: [‹10›, ‹190›, ‹368›]\nlimits: [‹4›, ‹80007›, ‹130429›]\n# WhatsApp'],
      ['WhatsApp codes:\n- ‹130429› throughput\n- ‹4›, ‹80007› limits'],
    ],
    alike: [
      ['sizes: [10, 190, 368]\nnames: [a, b]\n# WhatsApp 131047 people'],
      ['ports = [80, 443, 8080] # WhatsApp'],
    ],
  },
  'numbers that nothing but their company tells': {
    found: [
      ['‹131047› and ‹131026› are final; ‹130429›, ‹131056› come back'],
      ['TWILIO_FATAL = {‹21610›, ‹30003›, ‹63016›}'],
      ['- `‹63016›` janela\n- `‹21610›` pediu\n- `‹30003›` sem sinal'],
    ],
    alike: [
      ['131047 and 131026, 131001, 132999 and 130429'],
      ['Sonipat 131001, Rohtak 124001, Panipat 132103, Karnal 132001, Kaithal 136027'],
      ['{30002, 30003, 30309, 30310}'],
    ],
  },
});
