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
});
