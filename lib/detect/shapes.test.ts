import { describe, expect, it } from 'vitest';
import { detect, isStrong } from './detect.ts';
import type { TextContext } from './hit.ts';
import { testIndex } from './test-index.ts';

/** A text with its codes between ‹ ›, and where it stands. */
type Line = readonly [text: string, context?: TextContext];

const meta: TextContext = { host: 'business.facebook.com' };
const twilio: TextContext = { host: 'console.twilio.com' };

/** Every printed shape of a code. The lines are made up. */
const SHAPES: Readonly<Record<string, readonly Line[]>> = {
  'a Graph message': [
    ['(#‹131047›) Re-engagement message'],
    ['Envio falhou: (#‹100›) Invalid parameter'],
    ['| `(#‹131030›) Recipient phone number not in allowed list` | falta agregar el número |'],
    ['WhatsApp API error (#‹131047›): {"x":1}'],
    ['(#‹4›) Application request limit reached', meta],
    [
      '{"error":{"message":"(#3x) Re-engagement messages are not possible","code":‹131047›,"error_subcode":‹2388040›}}',
    ],
  ],
  'a number sign without brackets': [
    ['"Message Undeliverable" or error code #‹131026›'],
    ['Meta lo rechazaría con #‹131047›'],
    ['If error #‹131030›: add the recipient to the allowed list'],
    ['⚠ #‹131049›: Meta chose not to deliver', { host: 'live.wati.io' }],
  ],
  'the answer of the API': [
    [
      '{"error":{"message":"(#‹131047›) Re-engagement message","type":"OAuthException","code":‹131047›,"fbtrace_id":"A1"}}',
    ],
    ['"code":‹4›,"error_subcode":‹2494055›,"error_user_title":"Erro temporario","type":"OAuthException"'],
    ['{ "error": { "code" : ‹130429› } }'],
    ['  "code": ‹131030›,\n  "error_data": {"details":"x"}'],
  ],
  'a status webhook': [
    [
      '"statuses":[{"id":"wamid.HBgM131047","status":"failed","timestamp":"1763399138","errors":[{"code":‹131031›,"title":"Business Account locked"}]}]',
    ],
    ['"errors": [{"code": ‹131047›}]'],
    [
      '"errors": [{"code": ‹131014›, "title": "Request for url https://x.example/131047.jpg failed with error: 404 (Not Found)"}], "recipient_id": "1"',
    ],
  ],
  'the on-premises API': [
    ['{ "errors": [{"code":‹1005›,"title":"Access denied","details":"Invalid credentials."}] }'],
    ['"errors":[{"code":‹1006›,"title":"Resource not found","details":"unknown contact"}]'],
    ['`‹470›` - Re-engagement message'],
  ],
  'forms of providers': [
    ['Error ‹63016› — Outside messaging window. For WhatsApp, use a template'],
    ['‹63016› - Failed to send freeform message because you are outside the allowed window', twilio],
    ['{"code": ‹21610›, "message": "Attempt to send to unsubscribed recipient", "status": 400}'],
    ['## ERROR - ‹63016›', twilio],
    ['MessageStatus=undelivered&ErrorCode=‹63016›&To=whatsapp%3A%2B1'],
    [
      '"status":{"groupId":5,"groupName":"REJECTED","id":‹12›,"name":"‹REJECTED_NOT_ENOUGH_CREDITS›"}',
      { host: 'portal.infobip.com' },
    ],
    [
      '"error":{"type":"https://developer.vonage.com/api-errors/messages#1020","title":‹1020›,"detail":"Invalid params"}',
    ],
    ['{"ts":"1592311836","code":‹1002›,"reason":"Number Not Exist On WhatsApp"}'],
    ['"exo_status_code": ‹30003›, "exo_detailed_status": "‹EX_MESSAGE_SEEN›"', { host: 'my.exotel.com' }],
    ['"reason":{"code":"‹OUTSIDE_ALLOWED_SENDING_WINDOW›","sub_code":"UNSPECIFIED_SUB_CODE"} // Sinch'],
    [
      '"error":{"status":429,"code":"X","message":"(#‹131056›) pair rate limit hit","whatsappApiError":{"code":"‹131056›"}}',
    ],
    ['"last_error":{"code":"x","meta_error_code":"‹131026›"}'],
    ['Unknown error: ‹biz_link_error›', { host: 'hub.360dialog.com' }],
    ['401 / ‹MISSING_TOKEN› / Request missing token.', { host: 'console.cequens.com' }],
  ],
  'failures told in a line': [
    ['Delivery failed: ‹131026›', { ...meta, label: 'Order 88' }],
    ['Error ‹131026›', { ...meta, label: 'Sent 2 min ago' }],
    ['Error ‹131026›', { ...meta, header: 'Total' }],
    ['Failed with error ‹131026›', { ...meta, label: 'Phone: 0151' }],
    ['Failed · ‹131049› · Marketing · 2 min ago', meta],
    ['‹131049›', { ...meta, nearby: 'Failed 131049 Marketing 2 min ago' }],
    ['Nachricht fehlgeschlagen: ‹131026› (Nachricht nicht zustellbar)', meta],
    ['Undelivered — ‹63016›', twilio],
    ['failure_reason: "‹131026› - Receiver is incapable of receiving this message"', meta],
    ['we see ‹130472› for roughly 1% of our US marketing sends', meta],
  ],
  'small codes of Graph': [
    ['(#‹230›) permission', meta],
    ['OAuthException ‹190›'],
    ['‹368› – Temporarily blocked', meta],
    ['‹190›', { ...meta, header: 'Code', nearby: '190 Access token has expired' }],
  ],
  'reasons of a rejection': [
    ['Rejected, reason: ‹INVALID_FORMAT›'],
    ['Motivo: ‹INVALID_FORMAT›', meta],
    ['‹INVALID_FORMAT›', { ...meta, header: 'Reason' }],
    ['‹INVALID_FORMAT›', { label: 'Motivo de rechazo' }],
    ['Rejected, reason: ‹INVALID_FORMAT›', { ...meta, header: 'Reason' }],
    ['Status: ‹REJECTED_NOT_ENOUGH_CREDITS›'],
    ['Message failed: ‹MISSING_TOKEN›', { host: 'console.cequens.com' }],
  ],
  'tables, lists and labels': [
    ['Error Code | Error Message\n‹1002› | Number Not Exist On WhatsApp', { host: 'www.gupshup.io' }],
    ['‹1003›', { host: 'www.gupshup.io', header: 'Error code' }],
    ['| Código | Significado |\n|---|---|\n| ‹131049› | Contra la política |\n| ‹190› | Token |', meta],
    ['`‹131026›` <p>Message Undeliverable</p>'],
    ['‹131000›Message Send FailedUnable to deliver message.400'],
    ['Type: Message Undeliverable\nError code: ‹131026›\nDescription: x'],
    ['‹131047›', { label: 'Error code' }],
    ['- **Error Code:** ‹63016›'],
    ['Code:‹131047›', meta],
    ['<span>(#</span><b>‹131047›</b><span>)</span> Re-engagement message'],
    ['`‹200-299›` "API Permission"'],
    ['[‹131049›, ‹131050›, ‹131047›, ‹368›, ‹131031›] // Meta'],
    ['TRANSIENT_CODES=2x,‹131000›,‹131048›,‹131056›'],
    ['la ventana cerrada (error ‹470›/‹131047› de Meta)'],
    ['‹131047›: Re-engagement message', meta],
    ['### 2. Error ‹131037›: Display Name Approval Required'],
  ],
  'logs and code': [
    [
      "ERROR - Response: {'error': {'message': '(#‹131030›) Recipient', 'type': 'OAuthException', 'code': ‹131030›, ",
    ],
    ['  code: ‹131047›,'],
    ['"code" => ‹131_049›'],
    ['[‹130429›] (#‹130429›) Rate limit hit | Message failed'],
    ['WhatsApp template API error 400: {"error":{"code":‹131049›}}'],
    ['event=wa_status delivery_id=48213 status=failed code=‹131049› subcode= http=400'],
    ['[WHATSAPP-WEBHOOK] Error ‹131047›: Re-engagement message'],
    ['"{\\"error\\":{\\"message\\":\\"(#‹131026›) Message undeliverable\\",\\"code\\":‹131026›}}"'],
    ['&quot;code&quot;: ‹131047›,'],
    [
      '      ‹131026› => :parameter,\n      ‹131051› => :media,\n      ‹131000› => :server,\n      ‹368› => :integrity',
    ],
    ['const errorThrottled = ‹63018›'],
    ['if (code === ‹131047› || code === ‹470›) {', meta],
    ['    case ‹131047›: // WhatsApp'],
    ['Failed with ErrorCode‹63016›', twilio],
  ],
  'other languages': [
    ['(código de erro ‹131049›)'],
    ['a Meta rejeita com o erro ‹131047›'],
    ['führt zu dem Fehlercode ‹131049›'],
    ['Meta menolak pesan bebas (kode error ‹131047›)'],
    ['une erreur PERMANENTE — en particulier ‹131047› (fenêtre de service 24h fermée)'],
    ['при ‹131047› — отправляем шаблон WhatsApp'],
    ['код ошибки ‹131049›'],
    ['codice di errore: ‹131026›'],
    ['WhatsApp 错误代码：‹131047›'],
    ['エラーコード ‹１３１０４７›'],
    ['오류 코드 ‹131047›가 나옵니다'],
    ['रिपोर्ट में त्रुटि कोड ‹१३१०४७› है'],
    ['ত্রুটি কোড ‹১৩১০৪৭›'],
    ['يظهر رمز الخطأ ‹١٣١٠٤٧›'],
    ['hata kodu ‹131049›'],
    ['mã lỗi ‹131047›'],
    ['รหัสข้อผิดพลาด ‹131053›'],
    ['שגיאה ‹131047›'],
    ['foutcode ‹131047›'],
    ['ایرر کوڈ ‹۱۳۱۰۴۷›'],
    ['kod ralat ‹131026›'],
    ['kod błędu: ‹131026›'],
  ],
};

/** What looks like a code and is none. */
const LOOKALIKES: Readonly<Record<string, readonly Line[]>> = {
  money: [
    ['₹131047', meta],
    ['Rs. 131,026', meta],
    ['US$ 1.005,00', meta],
    ['Saldo: 131047', meta],
    ['131 047 ₽', meta],
    ['190 EUR', meta],
    ['Wallet balance 1003', { host: 'www.gupshup.io' }],
  ],
  counts: [
    ['131047 messages sent', meta],
    ['Sent 131026', meta],
    ['up to 1000 recipients', meta],
    ['1,000 conversations, 470 delivered, 190 failed', meta],
    ['Errors: 4', meta],
    ['failed for 131026 of 131047 contacts', meta],
    ['{"sent": 1000, "failed": 190, "read": 470}', meta],
  ],
  dates: [
    ['since 2026', meta],
    ['12 Oct 2026', meta],
    ['2026-10-13 13:10:47', meta],
    ['13/10/2026', meta],
    ['© 2026 Meta', meta],
  ],
  phones: [
    ['+91 131047', meta],
    ['+1 (470) 555-0148', meta],
    ['Tel: 131047', meta],
    ['0131-1047', meta],
  ],
  ids: [
    ['Order #131047', meta],
    ['Invoice 131026', meta],
    ['wamid.HBgL131047', meta],
    ['id: 1310470000012', meta],
    ['WA131047', meta],
    ['"phone_number_id": "131047"', meta],
    ['pid=1005', meta],
    ['注文番号：131047', meta],
    ['Ticket 131026', meta],
    ['f47ac10b-58cc-131047'.replace('cc-', 'cc-a'), meta],
  ],
  'postcodes and addresses': [
    ['Distt. Sonipat, Haryana 131021', meta],
    ['St. Louis, MO 63016', twilio],
    ['Zip code: 63016', twilio],
    ['〒131-0045', meta],
    ['CEP 131047', meta],
  ],
  passwords: [
    ['Your verification code is 131047', meta],
    ['131047 is your login code', meta],
    ['Kode verifikasi Anda 131026', meta],
    ['código de verificación: 131047', meta],
    ['验证码：131047', meta],
    ['OTP 131026', meta],
  ],
  HTTP: [
    ['HTTP/1.1" 200 OK', meta],
    ['status=400', meta],
    ['POST /v1/messages -> 500 Internal Server Error', meta],
    ['400 Client Error: Bad Request for url', meta],
    ['"statusCode": 401', meta],
    ['errors (429 with Retry-After)', meta],
    ['(200-299 status codes)', meta],
  ],
  'ports and lines': [
    ['localhost:1005', meta],
    ['listening on port 30003', twilio],
    ['pool.py, line 131047', meta],
    ['0.0.0.0:1005->443/tcp', meta],
  ],
  colours: [
    ['color:#132000;', meta],
    ['bg-[#131026]', meta],
    ['fill="#131047"', meta],
  ],
  'versions and numbers with separators': [
    ['v2.2000.12', meta],
    ['0.131047', meta],
    ['131.047', meta],
    ['131,047', meta],
    ['version 1005', meta],
  ],
  'numbers like them': [
    [
      '"131000": "廊坊市",\n"131002": "安次区",\n"131003": "广阳区",\n"131022": "固安县",\n"131026": "文安县",\n"131028": "大厂"',
    ],
    ['131047 130429 131000 131099 131098 131097'],
  ],
  'other systems': [
    ['ERROR 2003 (HY000): Cannot connect to MySQL'],
    ['WebSocket closed: code 1006 (abnormal closure)'],
    ['{"success":false,"errors":[{"code":1005,"message":"tunnel exists"}]}'],
    ["errorCode: 'MISSING_TOKEN'"],
    ['Error code 1005: API request url is invalid.'],
    ['Windows error 1005'],
  ],
  'pull requests': [
    ['Bump zerolog to v1.31 (#190) (2023-11-20)'],
    ['One list of models (#100).'],
    ['### 4. Deploy', meta],
  ],
  addresses: [
    ['https://www.twilio.com/docs/errors/63018', twilio],
    ['see /docs/errors/63018', twilio],
  ],
  'codes of something else': [
    ['190', { ...meta, header: 'Code', nearby: '190 France' }],
    ['131047', { ...meta, header: 'Code', nearby: '131047 10 % off' }],
    ['Employee code 131047', meta],
    ['Branch code 131000', meta],
    ['Message #131026', meta],
    ['Contact #131047 could not be reached', meta],
    ['Bug 131026 - Error message cut off', meta],
    ['"error":"REJECTED"', meta],
  ],
  'what a heading does not speak for': [
    ['REJECTED', { ...meta, header: 'Reason' }],
    ['REJECTED', { ...meta, label: 'Rejection reason' }],
    ['Message REJECTED today', { ...meta, header: 'Error code' }],
    ['Message REJECTED today', { ...meta, label: 'Error' }],
    ['of 470 sessions', { ...meta, header: 'Error' }],
    ['Reason: INVALID_FORMAT'],
  ],
  'errors that are counted': [
    ['Number of errors: 131047', meta],
    ['131047', { ...meta, label: 'Total errors' }],
    ['131047 errors in the last 24 hours', meta],
    ['Top 131047 errors', meta],
    ['Template error 131047 times', meta],
    ['INFO job 30003 done in 12 ms, sent 200 messages to queue main, pid=5', twilio],
  ],
  'words that are states': [
    ['Status: PENDING', meta],
    ['REJECTED', meta],
    ['TOKEN   ••••4f1c   last used today', { host: 'console.cequens.com' }],
    ['VALIDATION passed for 470 contacts', { host: 'console.cequens.com' }],
  ],
  'array places': [
    ['errors[4].message', meta],
    ['{{4}}', meta],
  ],
  'bare numbers': [['131047'], ['100', meta], ['4', meta], ['1005', meta], ['Adults | 131049']],
};

function cases(lines: readonly Line[]) {
  return lines.map(([line, context = {}]) => ({ line, context }));
}

function strong(text: string, context?: TextContext): [number, number][] {
  return detect(text, testIndex, context)
    .filter(isStrong)
    .map(({ start, end }) => [start, end]);
}

describe.each(Object.entries(SHAPES))('finds %s', (_, lines) => {
  it.each(cases(lines))('$line', ({ line, context }) => {
    const marks: [number, number][] = [];
    let text = '';
    for (const part of line.split('‹')) {
      const [code = '', rest] = part.split('›');
      if (rest === undefined) text += part;
      else {
        marks.push([text.length, text.length + code.length]);
        text += code + rest;
      }
    }
    expect(strong(text, context)).toEqual(marks);
  });
});

describe.each(Object.entries(LOOKALIKES))('does not take for codes: %s', (_, lines) => {
  it.each(cases(lines))('$line', ({ line, context }) => {
    expect(strong(line, context)).toEqual([]);
  });
});
