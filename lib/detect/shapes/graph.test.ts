import { at, META, testShapes } from './shape-lines.ts';

const WATI = { host: 'live.wati.io' };

/** Meta's own forms: section 1 of the shapes. */
testShapes({
  'a Graph message, (#NUMBER) title': {
    found: [
      ['(#‹131047›) Re-engagement message'],
      ['Envio falhou: (#‹100›) Invalid parameter'],
      ['| `(#‹131030›) Recipient phone number not in allowed list` | falta agregar el número |'],
      ['WhatsApp API error (#‹131047›): {"x":1}'],
      ['(#‹131047›) Janela de 24h expirada...'],
      ['(#‹4›) Application request limit reached', META],
      ['(#‹230›) permission', META],
      [
        '{"error":{"message":"(#‹4›) Re-engagement messages are not possible","code":‹131047›,"error_subcode":‹2388040›}}',
      ],
    ],
    alike: [
      ['Bump zerolog to v1.31 (#190) (2023-11-20)'],
      ['One list of models (#100).'],
      ['TODO(#100) Move this over'],
      ['- fix warnings on linux (#1311)'],
      ['[13.1 Routing](#131-routing)'],
      ['### 4. Deploy', META],
      ['(#4) fourth step', META],
      ['- improve the cache (#1005)', META],
    ],
  },
  'a number sign without brackets': {
    found: [
      ['"Message Undeliverable" or error code #‹131026›'],
      ['Meta lo rechazaría con #‹131047›'],
      ['If error #‹131030›: add the recipient to the allowed list'],
      ['⚠ #‹131049›: Meta chose not to deliver', WATI],
      ['#‹131026› Message undeliverable', WATI],
    ],
    alike: [
      ['color:#132000;', META],
      ['bg-[#131026]', META],
      ['fill="#131047"', META],
      ['"background-color": "#163024"', META],
      ['#131047', META],
      ['#131047 Asha Verma · 2h', META],
      ['Order #131047', META],
      ['Message #131026', META],
      ['Import #131047 done', META],
      ['Contact #131047 could not be reached', META],
      ['&#131047;', META],
    ],
  },
  'the answer of the API': {
    found: [
      [
        '{"error":{"message":"(#‹131047›) Re-engagement message","type":"OAuthException","code":‹131047›,"fbtrace_id":"A1"}}',
      ],
      ['"code":‹4›,"error_subcode":‹2494055›,"error_user_title":"Erro temporario","type":"OAuthException"'],
      ['{ "error": { "code" : ‹130429› } }'],
      ['  "code": ‹131030›,\n  "error_data": {"details":"x"}'],
    ],
    alike: [
      ['"code": "en_US", "policy": "deterministic"', META],
      ['"country_code": "1310"', META],
      ['"zip": "131001"', META],
      ['"version": "v18.0", "statusCode": 400', META],
      ['{"coupon":{"code":"WINTER1000"},"limit":100}', META],
      ['"code":1310337953', META],
      ['{"product":{"code":131047,"name":"Shoes"}}', META],
      ['{"code": "493021", "phone": "+55"}', META],
      ['{"type": 400}', META],
      ['{"sent": 1000, "failed": 190, "read": 470}', META],
    ],
  },
  'a status webhook': {
    found: [
      [
        '"statuses":[{"id":"wamid.HBgM131047","status":"failed","timestamp":"1763399138","errors":[{"code":‹131031›,"title":"Business Account locked"}]}]',
      ],
      ['"errors": [{"code": ‹131047›}]'],
      [
        '"errors": [{"code": ‹131014›, "title": "Request for url https://x.example/131047.jpg failed with error: 404 (Not Found)"}], "recipient_id": "1"',
      ],
    ],
    alike: [
      ['"timestamp":"1310470000","expiration_timestamp":1310260000', META],
      ['"id":"wamid.HBgL131047","recipient_id":"131026000000"', META],
      ['"phone_number_id": "131047"', META],
    ],
  },
  'the on-premises API': {
    found: [
      ['{ "errors": [{"code":‹1005›,"title":"Access denied","details":"Invalid credentials."}] }'],
      ['"errors":[{"code":‹1006›,"title":"Resource not found","details":"unknown contact"}]'],
      ['`‹470›` - Re-engagement message'],
    ],
    alike: [
      ['{"success":false,"errors":[{"code":1005,"message":"tunnel exists"}]}'],
      ['{"code":403,"status":"PERMISSION_DENIED"}', META],
      ['socket.onclose({ code: 1006, wasClean: false })'],
      ['{"errors":[{"code":-4,"title":"Bad Request"}]}', at('hub.360dialog.com')],
      [
        '{"meta":{"httpCode":404,"developerMessage":"Invalid api_key","success":false}}',
        at('hub.360dialog.com'),
      ],
    ],
  },
  'a code with its subcode': {
    found: [
      ['Code ‹190› with subcode ‹463›', META],
      ["l'invio fallisce con codice ‹190› (subcode ‹463›)"],
      ['GraphMethodException (#‹100›, subcode ‹33›): Unsupported get request'],
      ['"code": ‹100›, "error_subcode": ‹2388040›', META],
    ],
    alike: [
      ['"code": null, "error_subcode": null', META],
      ['100 subscribers, 190 codes', META],
      ['postal code 100 with subcode 33'],
      ['LDAP: error code 49, subcode 52'],
    ],
  },
  'small codes of Graph': {
    found: [
      ['OAuthException ‹190›'],
      ['‹368› – Temporarily blocked', META],
      ['‹190›', { ...META, header: 'Code', nearby: '190 Access token has expired' }],
    ],
    alike: [
      ['100', META],
      ['4', META],
      ['190', { ...META, header: 'Code', nearby: '190 France' }],
      ['368 days left', META],
    ],
  },
});
