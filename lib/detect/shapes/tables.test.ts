import { at, META, TWILIO, testShapes } from './shape-lines.ts';

const GUPSHUP = at('www.gupshup.io');

/** Tables, lists and labels: section 3 of the shapes. */
testShapes({
  'a column headed as one of codes, in which some have words beside them': {
    found: [
      [
        '| Code | What it says |\n|---|---|\n‹190› (subcode ‹463›) | The token ran out. |\n‹100› | Bad parameter, mostly the phone. |\n‹80007› / rate limit | Too many calls. |',
      ],
      [
        '| ‹100› | Bad parameter |\n| ‹190› | The WhatsApp token is over |\n| ‹200› | No permission |\n| ‹131047› | Window |',
        META,
      ],
    ],
    alike: [
      ['| Rooms | x |\n|---|---|\n| 100 | a |\n| 80007 / b | c |'],
      ['| 200 | All is well |\n| 404 | Not found |\n| 500 | It broke |', META],
    ],
  },
  'a table whose cells and headings are glued together': {
    found: [
      [
        'Error CodeDescription\n‹470›Window closed\n‹471›Too many were sent\n‹1005›A permission is missing\n‹131047›Re-engagement message',
      ],
    ],
    alike: [
      ['FuseUse\n1200A main\n1005A kitchen'],
      ['Error CodeDescription\n404Not found\n500Internal error'],
    ],
  },
  'a field behind a small number': {
    found: [
      [
        'id,country,dial,error_code,title\nx1,DE,49,‹131026›,Message undeliverable\nx2,IN,91,‹130472›,An experiment',
      ],
    ],
    alike: [['lat,place\n49,131026\nDE,49,131026,50'], ['1,31,026,Rupees']],
  },
  'a log of messages, of which those that arrived have no code': {
    found: [
      ['Status\tError code\nfailed\t‹131049›\ndelivered\t\nfailed\t‹131026›'],
      ['| Status | Error |\n|---|---|\n| failed | ‹131049› |\n| delivered | |\n| failed | ‹131026› |'],
      ['Status | Error code\nfailed | ‹131049›\ndelivered | \nfailed | ‹131026›'],
      [
        'To,Status,Error code\n4915100000000,failed,‹131049›\n4915100000001,delivered,\n4915100000002,failed,‹131026›',
      ],
      ['Recipient\tReason\n+49151000\t‹131026›\n+49152000\t‹131049›'],
      ['‹131049›', { header: 'Reason', nearby: '+49 151 000\t131049', ...META }],
      ['to;status;error\n4915100000001;delivered;\n4915100000002;failed;‹131026›'],
    ],
    alike: [
      ['Status\tCount\nfailed\t131049\ndelivered\t400000'],
      ['| Status | Messages |\n|---|---|\n| failed | 131049 |\n| delivered | 131026 |'],
      ['Name,Amount,Zip\nAnna,131049,\nBert,200,80007'],
      ['State\tErrors\nsent\t1000\nfailed\t470'],
    ],
  },
  'a column with a heading': {
    found: [
      ['Error Code | Error Message\n‹1002› | Number Not Exist On WhatsApp', GUPSHUP],
      ['‹1003›', { ...GUPSHUP, header: 'Error code' }],
      ['| Código | Significado |\n|---|---|\n| ‹131049› | Contra la política |\n| ‹190› | Token |', META],
      ['Data;Destino;Status;Erro\n12/10;5511900;falhou;‹131047›', META],
      ['Phone,Status,Error Code\n9198,failed,‹131026›', META],
      ['Detailed Status Code | Description\n‹30003› | x', at('my.exotel.com')],
    ],
    alike: [
      ['| Country code | City |\n|---|---|\n| 131049 | Rome |', META],
      ['| Zip code | Town |\n|---|---|\n| 63016 | Cedar Hill |', TWILIO],
      ['| HTTP Status | Error |\n|---|---|\n| 400 | Bad Request |', META],
      ['131047', { ...META, header: 'Code', nearby: '131047 10 % off' }],
      ['131047', { ...META, header: 'Sent' }],
      ['of 470 sessions', { ...META, header: 'Error' }],
      ['Adults | 131049'],
    ],
  },
  'code and title in one cell': {
    found: [
      ['`‹131026›` <p>Message Undeliverable</p>'],
      ['‹470› - Re-engagement message', META],
      ['Message undeliverable (‹131026›)', META],
    ],
    alike: [
      ['Re-engagement messages: 470', META],
      ['131026 (Sonipat)', META],
    ],
  },
  'rare codes of Meta among small ones, whatever the heading': {
    found: [
      [
        '| What | Its number | Then |\n|---|---|---|\n| shut | ‹131047› | Ask |\n| went down | ‹131049› | Wait |\n| old | ‹190› | Admin |\n| no right | ‹10› | Admin |',
      ],
    ],
    alike: [
      [
        '| What | Its number | Then |\n|---|---|---|\n| red | 131047 | A |\n| blue | 131048 | B |\n| green | 131049 | C |\n| grey | 131000 | D |',
      ],
      [
        '| What | Its number | Then |\n|---|---|---|\n| red | 131047 | A |\n| blue | 131049 | B |\n| green | 190 | C |\n| grey | 717 | D |',
      ],
    ],
  },
  'a small code of Graph vouches for a rare one in its column, with whatever list it is in': {
    found: [
      [
        '| Codes | Then |\n| --- | --- |\n| ‹190› (subcodes ‹463›) | make a new token |\n| ‹10›, ‹200-299›, ‹131005› | no right on this WABA |',
      ],
      ['  ‹131049›, // the cap\n  ‹130472›, // an experiment\n  ‹368›     // broke the rules', META],
    ],
    alike: [
      ['| Rows | Then |\n| --- | --- |\n| 190 | Main Street |\n| 131005 | none |'],
      ['  131149, // people\n  99,     // days\n  368     // rooms'],
    ],
  },
  'columns that lost their separator': {
    found: [
      ['‹131000›Message Send FailedUnable to deliver message.400'],
      ['Error code‹1005›', META],
      ['Código de erro‹131047›', META],
      [
        'WhatsApp response codes\n‹1›Failed due to something temporary\n‹4›Too many calls\n‹10›Permission is missing\n‹190›Access token is expired\n‹80007›Rate limit reached',
      ],
    ],
    alike: [
      ['1Open the app\n2Choose a template\n3Send it on WhatsApp', META],
      ['2025Report', META],
      ['3D', META],
      ['401k', META],
      ['4PasswordManager', META],
      ['Error codec1005', META],
      ['Postal codeTown\n63016Somewhere\n63018Elsewhere', META],
    ],
  },
  'lines one beneath the other': {
    found: [
      ['Type: Message Undeliverable\nError code: ‹131026›\nDescription: x'],
      ['Code\n\nMessage\n\n`‹613›`\n\nCalls to this api have exceeded the rate limit', META],
    ],
    alike: [['63016\nCedar Hill\nMissouri', META], ['1005\n1006\n1013']],
  },
  'a label and its value': {
    found: [
      ['‹131047›', { label: 'Error code' }],
      ['- **Error Code:** ‹63016›'],
      ['Code:‹131047›', META],
      ['Error code\t‹131047›', META],
    ],
    alike: [
      ['1310', { ...META, label: 'Country code' }],
      ['10001', { ...META, label: 'Zip code' }],
      ['131047', { ...META, label: 'Verification code' }],
      ['131', { ...META, label: 'Error count' }],
      ['470', { ...META, label: 'Area code' }],
      ['131047', { ...META, label: 'Total errors' }],
      ['Code: 131047 valid until 31 Oct', META],
    ],
  },
  'split over elements': {
    found: [
      ['<span>(#</span><b>‹131047›</b><span>)</span> Re-engagement message'],
      ['Error <b>‹131047›</b>', META],
    ],
    alike: [
      ['131 047', META],
      ['131\t047', META],
    ],
  },
  'a range': {
    found: [
      ['`‹200-299›` "API Permission"'],
      ['Twilio errors ‹63000-63999› are about channels', TWILIO],
      ['Error codes ‹1005-1006›: Others', META],
      [
        '| Error Code | Reason |\n|---|---|\n| ‹470› | Expired |\n| ‹1005-1006› | Others |\n| ‹1006-1006› | Others |',
        META,
      ],
      ['‹1005–1006›', { ...META, header: 'Error code' }],
    ],
    alike: [
      ['(200-299 status codes)', META],
      ['pages 200-299', META],
      ['200–299 EUR', META],
      ['retry on errors 500-599', META],
      ['ports 63000-63999 failed', TWILIO],
      ['Facility expenses (63000-63999)', TWILIO],
      ['zip code 63000-63999', TWILIO],
      ['an error on lines 1005-1006 of page.ts', META],
      ['Office 1005-1006, 10th floor', META],
      ['errors.go:1005-1006', META],
      ['1000-1500 messages failed', META],
      ['2010-2015', { ...META, header: 'Error code' }],
    ],
  },
  'several in a row': {
    found: [
      ['[‹131049›, ‹131050›, ‹131047›, ‹368›, ‹131031›] // Meta'],
      ['TRANSIENT_CODES=‹4›,‹10›,‹131000›,‹131048›,‹131056›'],
      ['la ventana cerrada (error ‹470›/‹131047› de Meta)'],
      ['‹131026› / ‹132000› / ‹132001› / ‹133010›', META],
      ['const DEAD_CODES = new Set([‹131026›, ‹131047›]);'],
    ],
    alike: [
      ['[65540,131080,131088,131104,262176]'],
      ['sizes=4,10,131072,262144,524288', META],
      ['1,234 of 131,047 people', META],
      ['131047 130429 131000 131099 131098 131097'],
      [
        '"131000": "廊坊市",\n"131002": "安次区",\n"131003": "广阳区",\n"131022": "固安县",\n"131026": "文安县",\n"131028": "大厂"',
      ],
    ],
  },
  'inbox tooltips, headings and bullets': {
    found: [
      ['‹131047›: Re-engagement message', META],
      ['### 2. Error ‹131037›: Display Name Approval Required'],
      ['- Código ‹130429›: Limite de throughput', META],
      ['Delivery failed: ‹131026›', { ...META, label: 'Order 88' }],
      ['Error ‹131026›', { ...META, header: 'Total' }],
      ['Failed · ‹131049› · Marketing · 2 min ago', META],
      ['‹131049›', { ...META, nearby: 'Failed 131049 Marketing 2 min ago' }],
      ['Undelivered — ‹63016›', TWILIO],
      ['we see ‹130472› for roughly 1% of our US marketing sends', META],
      ['failure_reason: "‹131026› - Receiver is incapable of receiving this message"', META],
    ],
    alike: [
      ['12:131047', META],
      ['port: 1005', META],
      ['Section 100', META],
      ['failed for 131026 of 131047 contacts', META],
      ['Failed messages (131047)', META],
      ['Errors: 131047', META],
    ],
  },
});
