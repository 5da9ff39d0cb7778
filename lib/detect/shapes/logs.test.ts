import { META, TWILIO, testShapes } from './shape-lines.ts';

/** Logs and code: section 4 of the shapes. */
testShapes({
  'dictionaries and objects': {
    found: [
      [
        "ERROR - Response: {'error': {'message': '(#‹131030›) Recipient', 'type': 'OAuthException', 'code': ‹131030›, ",
      ],
      ['  code: ‹131047›,'],
      ['"code" => ‹131_049›'],
      ["'code' => ‹131047›"],
      ['code: ‹131047›, http_status: 400)'],
    ],
    alike: [
      ['  limit: 131047,', META],
      ['{ width: 1005, height: 470 }', META],
      ['131_072', META],
    ],
  },
  'keys with dots behind the path of the call': {
    found: [
      ['op=GET path=/v22.0/1040026/message_templates http=400 err.code=‹100› err.subcode=‹33› err.trace=Ae2'],
    ],
    alike: [['op=GET path=/v1/users http=400 err.code=100 err.trace=Ae2']],
  },
  'exceptions and stack traces': {
    found: [
      ['[‹130429›] (#‹130429›) Rate limit hit | Message failed'],
      ['WhatsApp template API error 400: {"error":{"code":‹131049›}}'],
      [
        'RuntimeError: whatsapp send failed: ‹131047› Re-engagement message\n  File "/srv/a.py", line 190, in x',
      ],
    ],
    alike: [
      [
        '400 Client Error: Bad Request for url: https://graph.facebook.com/v20.0/284634341409544/messages',
        META,
      ],
      ['pool.py, line 131047', META],
      ['    at Object.send (/app/dist/wa.js:131:26)', META],
    ],
  },
  'log lines': {
    found: [
      ['event=wa_status delivery_id=48213 status=failed code=‹131049› subcode= http=400'],
      ['error_code=‹131051›', META],
      ['[WHATSAPP-WEBHOOK] Error ‹131047›: Re-engagement message'],
      ['status=400 code=TOO_MANY whatsappCode=‹131056›'],
      ['Error Code: Should show ‹63016›'],
      ['Gagal kirim WA percobaan=2/5 kode=‹131056›'],
      ['WhatsApp gönderimi başarısız hata_kodu=‹131026› deneme=3'],
      ['Failed with ErrorCode‹63016›', TWILIO],
    ],
    alike: [
      ['HTTP/1.1" 200 OK', META],
      ['POST /v1/messages -> 500 Internal Server Error', META],
      ['status=400', META],
      ['pid=1005', META],
      ['2026-10-13 13:10:47 worker[131047] started', META],
      ['0.0.0.0:1005->443/tcp', META],
    ],
  },
  'escaped JSON': {
    found: [
      ['"{\\"error\\":{\\"message\\":\\"(#‹131026›) Message undeliverable\\",\\"code\\":‹131026›}}"'],
      ['"metadata": "{\\"status\\":\\"failed\\",\\"errors\\":[{\\"code\\":‹131053›}]}"'],
      ['\'"{\\\\"code\\\\":‹131049›,\''],
    ],
    alike: [
      ['"{\\"limit\\":131047}"', META],
      ['"{\\"count\\":190,\\"page\\":4}"', META],
    ],
  },
  'HTML-escaped and URL-encoded': {
    found: [
      ['&quot;code&quot;: ‹131047›,'],
      ['%22code%22%3A‹131047›%2C'],
      ['&#123; &quot;code&quot;: ‹131005›'],
    ],
    alike: [
      ['https://x.example/?error_code=131047', META],
      ['&quot;count&quot;: 131047,', META],
      ['filters=%7B%22date%22%3A131047', META],
    ],
  },
  'source that deals with codes': {
    found: [
      [
        '      ‹131026› => :parameter,\n      ‹131051› => :media,\n      ‹131000› => :server,\n      ‹368› => :integrity',
      ],
      ['const errorThrottled = ‹63018›'],
      ['if (code === ‹131047› || code === ‹470›) {', META],
      ['    case ‹131047›: // WhatsApp'],
      ['    ‹131047›, // more than 24 hours after the last reply'],
      ["assert.equal(err.code, ‹190›) // Meta's token", META],
      ['const RETRYABLE_CODES = {‹130429›, ‹131056›}'],
    ],
    alike: [
      ['case 190:'],
      ['errors[4].message', META],
      ['{{4}}', META],
      ['color: 0x132015', META],
      ['AppMethodBeat.i(131026);'],
    ],
  },
  'a node of n8n': {
    found: [['Bad request - please check your parameters\n(#‹131047›) Re-engagement message']],
    alike: [['{ "message": "Bad request", "timestamp": 1751120774690, "name": "NodeApiError" }', META]],
  },
});
