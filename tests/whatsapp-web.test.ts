import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { answerText, type CommandAnswer } from '../scripts/explain/answer.ts';

const catalogue = createCatalogue(readCatalogue());
const answerQuestion = (text: string): CommandAnswer => answerText(text, { catalogue });

/** `[thread or source file, what it prints, entry, verdict]`; phone numbers and ids are invented. */
type Frozen = readonly [from: string, text: string, entry: string, verdict: string];

const MESSAGES: readonly Frozen[] = [
  [
    'Baileys #2636',
    '"update": {\n    "status": 0,\n    "messageStubParameters": [\n      "463",\n      "Your account has been restricted"\n    ]\n  }',
    'message/463',
    'you no',
  ],
  [
    'issue 46',
    '{"messageStubParameters":["463","Your account has been restricted"]}',
    'message/463',
    'you no',
  ],
  ['evolution-api #2642', 'messageStubParameters: ["463"]', 'message/463', 'you no'],
  [
    'evolution-api, messages.update',
    '{"event":"messages.update","instance":"loja","data":{"keyId":"3EB0C1","remoteJid":"5511900000000@s.whatsapp.net","fromMe":true,"status":"ERROR","messageStubParameters":["463"]}}',
    'message/463',
    'you no',
  ],
  [
    'Baileys #2441, log of Evolution API',
    "<ack from='5511900000000@s.whatsapp.net' class='message' id='3EB0C1AA' error='463' />",
    'message/463',
    'you no',
  ],
  [
    'Baileys, pino log',
    '{"level":40,"time":"2026-07-22T10:11:12.131Z","pid":19,"hostname":"wa","attrs":{"from":"5511900000000@s.whatsapp.net","class":"message","id":"3EB0C1AA","error":"463","t":"1784715072"},"msg":"received error in ack"}',
    'message/463',
    'you no',
  ],
  [
    'Baileys rc13, messages-recv.ts',
    '{"level":40,"msgId":"3EB0C1AA","from":"5511900000000@s.whatsapp.net","msg":"error 463: account restricted or missing tctoken for contact"}',
    'message/463',
    'you no',
  ],
  ['whatsmeow #1074', 'server returned error 463', 'message/463', 'you no'],
  [
    'WAHA #2170',
    '{"statusCode":500,"timestamp":"2026-07-20T15:27:41.024Z","exception":{"message":"2 UNKNOWN: server returned error 463","code":2,"details":"server returned error 463","metadata":{},"name":"Error","stack":"Error: 2 UNKNOWN: server returned error 463\\n    at callErrorFromStatus (/app/node_modules/@grpc/grpc-js/build/src/call.js:32:19)"}}',
    'message/463',
    'you no',
  ],
  [
    'WAHA #1992',
    '{\n  "statusCode": 500,\n  "exception": {\n    "message": "2 UNKNOWN: server returned error 463",\n    "code": 2\n  }\n}',
    'message/463',
    'you no',
  ],
  ['WAHA #2050', '{\n"error": "2 UNKNOWN: server returned error 463"\n}', 'message/463', 'you no'],
  [
    'WAHA #2219, translated',
    'POST /api/sendText\n500\no servidor retornou o erro 463 (GOWS, WAHA)',
    'message/463',
    'you no',
  ],
  ['gowa #691', 'Error: Server Returned error 463', 'message/463', 'you no'],
  ['fazer-ai/chatwoot #304', 'Your account has been restricted (463)', 'message/463', 'you no'],
  [
    'evolution-go #50',
    'Error 463 (NackCallerReachoutTimelocked) — tctoken/cstoken not persisted after receiving messages',
    'message/463',
    'you no',
  ],
  ['gowa #708', 'WhatsApp server error 463 (WA_REACHOUT_TIMELOCK)', 'message/463', 'you no'],
  [
    'OpenWA #368',
    '[Baileys] {"level":40,"class":"baileys","attrs":{"class":"message","error":"463","from":"5350000000@s.whatsapp.net","id":"3EB0AA","t":"1782200000"},"msg":"received error in ack"}',
    'message/463',
    'you no',
  ],
  ['whatsmeow #944', 'server returned error 479', 'message/479', 'you after-fix'],
  [
    'wuzapi #95',
    'Problem sending message: error sending message: server returned error 479',
    'message/479',
    'you after-fix',
  ],
  ['whatsmeow #922', 'Error sending message: server returned error 479', 'message/479', 'you after-fix'],
  [
    'Baileys, messages-recv.ts',
    '{"level":40,"msgId":"3EB0","from":"123@lid","msg":"smax-invalid (479): stanza rejected by server — likely stale device session or malformed addressing"}',
    'message/479',
    'you after-fix',
  ],
  [
    'Baileys #2794',
    "<ack class='message' from='status@broadcast' id='3EB0' error='479'/>",
    'message/479',
    'you after-fix',
  ],
  ['Baileys, stub', '{"status":0,"messageStubParameters":["479"]}', 'message/479', 'you after-fix'],
  [
    'Baileys #1807',
    'Baileys [warn]: received error in ack\n    attrs: {\n        "class": "message",\n        "error": "421",\n        "from": "120363036771877682@g.us",\n        "id": "3EB032AAE90FA4C2B287A3",\n        "t": "1758395037"\n    }',
    'message/ack error 421',
    'you after-fix',
  ],
  ['Baileys, stub of a group', '{"messageStubParameters":["421"]}', 'message/ack error 421', 'you after-fix'],
  [
    'fazer-ai/chatwoot #304',
    '{"status":0,"messageStubParameters":["429"]}',
    'message/ack error 429',
    'you backoff',
  ],
  [
    'whatsmeow #679',
    '09:31:43.219 [Client 4915/Recv DEBUG] <ack class="message" error="403" from="49150000000@s.whatsapp.net" id="3EB0" t="1729762303"/>',
    'message/ack error 403',
    'you once',
  ],
  [
    'whatsmeow #679',
    'time="2024-10-24T09:31:43Z" level=error msg="Failed to send message or file: server returned error 403" module=whatsmeow',
    'message/ack error 403',
    'you once',
  ],
];

const CONNECTIONS: readonly Frozen[] = [
  [
    'Baileys #1791',
    '{"level":30,"class":"baileys","error":{"data":{"tag":"stream:error","attrs":{"code":"515"}},"isBoom":true,"isServer":true,"output":{"statusCode":515,"payload":{"statusCode":515,"error":"Unknown","message":"Stream Errored (restart required)"},"headers":{}}}}',
    'connection/515',
    'you once',
  ],
  [
    'Baileys #1484',
    '{"level":50,"time":"2025-05-30T13:44:53.028Z","pid":4668,"class":"baileys","node":{"tag":"stream:error","attrs":{"code":"515"}},"msg":"stream errored out"}',
    'connection/515',
    'you once',
  ],
  ['Baileys #1218', "stream:error code='515'", 'connection/515', 'you once'],
  ['issue 46', '<stream:error code="515"/>', 'connection/515', 'you once'],
  ['issue 46', 'stream:error code 515', 'connection/515', 'you once'],
  ['issue 46', 'lastDisconnect.error.output.statusCode = 515', 'connection/515', 'you once'],
  [
    'code of many bots',
    'if (lastDisconnect?.error?.output?.statusCode === DisconnectReason.restartRequired) start()',
    'connection/515',
    'you once',
  ],
  [
    'whatsmeow, connectionevents.go',
    '[Client INFO] Got 515 code, reconnecting...',
    'connection/515',
    'you once',
  ],
  [
    'Baileys #445, Baileys #1353',
    '{"level":30,"time":1647092344240,"class":"baileys","error":{"data":null,"isBoom":true,"isServer":false,"output":{"statusCode":428,"payload":{"statusCode":428,"error":"Precondition Required","message":"Connection Terminated"},"headers":{}}},"msg":"connection closed"}',
    'connection/connectionClosed',
    'you once',
  ],
  [
    'issue 46',
    '{"error":{"output":{"statusCode":428,"payload":{"error":"Precondition Required","message":"Connection Terminated"}}}}',
    'connection/connectionClosed',
    'you once',
  ],
  [
    'Baileys #674',
    '{"status":false,"response":{"data":null,"isBoom":true,"isServer":false,"output":{"statusCode":428,"payload":{"statusCode":428,"error":"Precondition Required","message":"Connection Closed"},"headers":{}}}}',
    'connection/connectionClosed',
    'you once',
  ],
  [
    'Baileys #994',
    "Error: Connection Closed\n    at sendRawMessage (/home/bot/node_modules/@whiskeysockets/baileys/lib/Socket/socket.js:59:19)\n    at sendNode (/home/bot/node_modules/@whiskeysockets/baileys/lib/Socket/socket.js:78:16) {\n  data: null,\n  isBoom: true,\n  isServer: false,\n  output: {\n    statusCode: 428,\n    payload: {\n      statusCode: 428,\n      error: 'Precondition Required',\n      message: 'Connection Closed'\n    },\n    headers: {}\n  }\n}",
    'connection/connectionClosed',
    'you once',
  ],
  [
    'Itsukichann/Baileys #84',
    "connection: 'close',\nlastDisconnect: {\nerror: Error: Connection Terminated\nat WebSocket.emit (node:events:507:28) {\ndata: null,\nisBoom: true,\nisServer: false,\noutput: {\nstatusCode: 428,\npayload: {\nstatusCode: 428,\nerror: 'Precondition Required',\nmessage: 'Connection Terminated'\n},\nheaders: {}\n}\n},\ndate: 2026-01-21T19:38:41.663Z\n}",
    'connection/connectionClosed',
    'you once',
  ],
  [
    'Baileys #1861',
    "connection closed due to  Error: Stream Errored (conflict) {\n  data: { tag: 'stream:error', attrs: {}, content: [ [Object] ] },\n  isBoom: true,\n  isServer: false,\n  output: {\n    statusCode: 440,\n    payload: {\n      statusCode: 440,\n      error: 'Unknown',\n      message: 'Stream Errored (conflict)'\n    },\n    headers: {}\n  }\n} , reconnecting  true",
    'connection/440',
    'you after-fix',
  ],
  [
    'issue 46',
    'connection.update {"connection":"close","statusCode": 440}',
    'connection/440',
    'you after-fix',
  ],
  ['evolution-api #2655', 'DisconnectReason.connectionReplaced (440)', 'connection/440', 'you after-fix'],
  ['issue 46', 'DisconnectReason.loggedOut', 'connection/loggedOut', 'you after-fix'],
  [
    'evolution-api #2196',
    '{"level":50,"time":1762451758752,"pid":213,"node":{"tag":"stream:error","attrs":{"code":"401"},"content":[{"tag":"conflict","attrs":{"type":"device_removed"}}]},"msg":"stream errored out"}',
    'connection/loggedOut',
    'you after-fix',
  ],
  [
    'evolution-api #2693',
    '{\n  "instance": "loja",\n  "connectionStatus": "close",\n  "integration": "WHATSAPP-BAILEYS",\n  "disconnectionReasonCode": 401\n}',
    'connection/loggedOut',
    'you after-fix',
  ],
  [
    'issue 46',
    '{"event":"connection.update","data":{"state":"close","statusReason":401}}',
    'connection/loggedOut',
    'you after-fix',
  ],
  [
    'evolution-api, webhook',
    '{"event":"connection.update","instance":"loja","data":{"instance":"loja","wuid":"5511900000000@s.whatsapp.net","profileName":"Loja","state":"close","statusReason":403},"server_url":"https://evo.example.com","date_time":"2026-08-01T10:00:00.000Z"}',
    'connection/forbidden',
    'you after-fix',
  ],
  [
    'whatsmeow #949',
    '[Client INFO] Got 401: logged out from another device connect failure, sending LoggedOut event and deleting session',
    'connection/loggedOut',
    'you after-fix',
  ],
  [
    'whatsmeow, connectionevents.go',
    '[Client INFO] Got 403: primary device was logged out connect failure, sending LoggedOut event and deleting session',
    'connection/forbidden',
    'you after-fix',
  ],
  [
    'whatsmeow, connectionevents.go',
    '[Client INFO] Got 406: logged out for unknown reason connect failure, sending LoggedOut event and deleting session',
    'connection/ConnectFailureUnknownLogout',
    'you after-fix',
  ],
  [
    'Baileys #1238',
    '{\n "connection": "close",\n "lastDisconnect": {\n  "error": {\n   "data": {\n    "reason": "405",\n    "location": "vll"\n   },\n   "isBoom": true,\n   "isServer": false,\n   "output": {\n    "statusCode": 405,\n    "payload": {\n     "statusCode": 405,\n     "error": "Method Not Allowed",\n     "message": "Connection Failure"\n    },\n    "headers": {}\n   }\n  },\n  "date": "2025-02-04T02:24:13.471Z"\n }\n}',
    'connection/ConnectFailureClientOutdated',
    'you after-fix',
  ],
  [
    'Baileys #807',
    "connection closed due to  Error: Connection Failure\n    at WebSocket.emit (node:events:513:28) {\n  data: { reason: '405', location: 'vll' },\n  isBoom: true,\n  isServer: false,\n  output: {\n    statusCode: 405,\n    payload: {\n      statusCode: 405,\n      error: 'Method Not Allowed',\n      message: 'Connection Failure'\n    },\n    headers: {}\n  }\n} , reconnecting  true",
    'connection/ConnectFailureClientOutdated',
    'you after-fix',
  ],
  [
    'Baileys #1937',
    '{"level":10,"time":1760500000000,"xml":"<failure reason=\'405\' location=\'lla\'/>","msg":"recv xml"}',
    'connection/ConnectFailureClientOutdated',
    'you after-fix',
  ],
  [
    'whatsmeow #415',
    '21:37:23.320 [Client/Recv DEBUG] <failure location="cln" reason="405"/>\n21:37:23.321 [Client ERROR] Client outdated (405) connect failure\n21:37:23.425 [Client/Socket ERROR] Error reading from websocket: websocket: close 1006 (abnormal closure): unexpected EOF',
    'connection/ConnectFailureClientOutdated',
    'you after-fix',
  ],
  [
    'whatsmeow #1031',
    '10:07:01.723 [Client ERROR] Client outdated (405) connect failure (client version: 2.3000.1025473630)',
    'connection/ConnectFailureClientOutdated',
    'you after-fix',
  ],
  [
    'whatsmeow #56',
    'events :- *events.ConnectFailure -> {\n  "Reason": "405",\n  "Raw": {\n    "Tag": "failure",\n    "Attrs": {\n      "location": "atn",\n      "reason": "405"\n    },\n    "Content": null\n  }\n}',
    'connection/ConnectFailureClientOutdated',
    'you after-fix',
  ],
  [
    'whatsmeow, connectionevents.go',
    '[Client WARN] Temporary ban connect failure: <failure reason="402" code="101" expire="86400" location="frc"/>',
    'connection/ConnectFailureTempBanned',
    'you later',
  ],
  [
    'Baileys #2170',
    '[2025-12-11T18:19:43.166Z] Connection closed. Status: 405, Reason: Connection Failure',
    'connection/ConnectFailureClientOutdated',
    'you after-fix',
  ],
  [
    'whatsmeow, events.go',
    "You've been temporarily banned: 101: you sent too many messages to people who don't have you in their address books. The ban expires in 24h0m0s",
    'connection/ConnectFailureTempBanned',
    'you later',
  ],
  [
    'Baileys #1724',
    '{\n\t"error": {\n\t\t"data": null,\n\t\t"isBoom": true,\n\t\t"isServer": false,\n\t\t"output": {\n\t\t\t"statusCode": 408,\n\t\t\t"payload": {\n\t\t\t\t"statusCode": 408,\n\t\t\t\t"error": "Request Time-out",\n\t\t\t\t"message": "QR refs attempts ended"\n\t\t\t},\n\t\t\t"headers": {}\n\t\t}\n\t},\n\t"date": "2022-06-11T01:13:14.686Z"\n}',
    'connection/timedOut',
    'you after-fix',
  ],
  [
    'Baileys #2118',
    "6|api  | Error: Connection was lost\n6|api  |   data: null,\n6|api  |   isBoom: true,\n6|api  |   isServer: false,\n6|api  |   output: {\n6|api  |     statusCode: 408,\n6|api  |     payload: {\n6|api  |       statusCode: 408,\n6|api  |       error: 'Request Time-out',\n6|api  |       message: 'Connection was lost'\n6|api  |     },",
    'connection/timedOut',
    'you once',
  ],
  [
    'Baileys #573',
    "Error: Timed Out\n    at /root/bot/node_modules/@whiskeysockets/baileys/lib/Utils/generics.js:136:32 {\n  isBoom: true,\n  isServer: false,\n  output: {\n    statusCode: 408,\n    payload: {\n      statusCode: 408,\n      error: 'Request Time-out',\n      message: 'Timed Out'\n    },\n    headers: {}\n  }\n}",
    'connection/timedOut',
    'you once',
  ],
  [
    'Baileys #884',
    '{"level":50,"time":1718364323152,"pid":30479,"node":{"tag":"stream:error","attrs":{"code":"503"}},"msg":"stream errored out"}',
    'connection/unavailableService',
    'nobody backoff',
  ],
  [
    'whatsmeow, connectionevents.go',
    '[Client WARN] Got 503 stream error, assuming automatic reconnect will handle it',
    'connection/unavailableService',
    'nobody backoff',
  ],
  [
    'whatsmeow, connectionevents.go',
    '[Client WARN] Got 500/internal-server-error connect failure, assuming automatic reconnect will handle it',
    'connection/badSession',
    'you once',
  ],
  ['code of many bots', 'case DisconnectReason.badSession: // 500', 'connection/badSession', 'you once'],
  [
    'Baileys, Boom of a stream error',
    '{"lastDisconnect":{"error":{"data":{"tag":"ack","attrs":{}},"isBoom":true,"isServer":true,"output":{"statusCode":500,"payload":{"statusCode":500,"error":"Internal Server Error","message":"Stream Errored (ack)"},"headers":{}}},"date":"2026-01-02T03:04:05.678Z"}}',
    'connection/badSession',
    'you after-fix',
  ],
  [
    'Baileys, socket.ts',
    '{"error":{"isBoom":true,"output":{"statusCode":411,"payload":{"statusCode":411,"error":"Length Required","message":"Multi-device beta not joined"}}},"lastDisconnect":true}',
    'connection/multideviceMismatch',
    'you after-fix',
  ],
];

const SESSIONS: readonly Frozen[] = [
  [
    'WAHA, session.status',
    '{"id":"evt_01kyp","event":"session.status","session":"default","payload":{"status":"FAILED"},"engine":"NOWEB"}',
    'session/session FAILED',
    'you after-fix',
  ],
  [
    'WAHA, session.status',
    '{"event":"session.status","session":"default","me":null,"payload":{"status":"SCAN_QR_CODE"},"engine":"GOWS"}',
    'session/SCAN_QR_CODE',
    'you after-fix',
  ],
  ['GREEN-API', '{\n    "stateInstance": "yellowCard"\n}', 'session/yellowCard', 'you no'],
  ['GREEN-API', '{"stateInstance":"notAuthorized"}', 'session/notAuthorized', 'you after-fix'],
  ['whatsapp-web.js #83', 'Client was logged out UNPAIRED', 'session/session UNPAIRED', 'you after-fix'],
  ['GREEN-API', '{"stateInstance":"blocked"}', 'session/instance blocked', 'you after-fix'],
  [
    'WPPConnect',
    'state changed: DEPRECATED_VERSION (wppconnect)',
    'session/DEPRECATED_VERSION',
    'you after-fix',
  ],
];

describe.each([
  ['messages', MESSAGES],
  ['connections', CONNECTIONS],
  ['sessions', SESSIONS],
] as const)('what unofficial tools print of their %s', (_, frozen) => {
  it.each(frozen)('%s: %s', (_from, text, entry, verdict) => {
    const { entries, findings } = answerQuestion(text);
    const [first] = entries;
    expect(first?.key).toBe(`whatsapp-web/${entry}`);
    expect(`${first?.verdict.turn} ${first?.verdict.retry}`).toBe(verdict);
    const others = findings.filter((one) => one.entry && one.entry.provider !== 'whatsapp-web');
    expect(others.map((one) => one.entry?.key)).toEqual([]);
  });
});

it('has at least sixty frozen payloads', () => {
  expect(MESSAGES.length + CONNECTIONS.length + SESSIONS.length).toBeGreaterThanOrEqual(60);
});

describe('until the provider is certain', () => {
  it.each(['463', 'error 463', 'erro 463 ao enviar mensagem', 'WhatsApp error 463'])(
    'shows both meanings of "%s"',
    (text) => {
      const keys = answerQuestion(text).entries.map(({ key }) => key);
      expect(keys).toContain('whatsapp-web/message/463');
      expect(keys).toContain('meta/graph/190.463');
    },
  );

  it.each([
    ['515', 'connection/515'],
    ['440', 'connection/440'],
    ['479', 'message/479'],
  ])('knows %s, which nobody else has', (code, entry) => {
    expect(answerQuestion(code).entries[0]?.key).toBe(`whatsapp-web/${entry}`);
  });
});

/** Codes of Meta and HTTP, with the first entry, or null if no entry may be found. */
const OTHERS: readonly (readonly [text: string, entry: string | null])[] = [
  [
    '{"error":{"message":"Error validating access token: Session has expired on Friday","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"AbC"}}',
    'meta/graph/190.463',
  ],
  ['code=190 subcode=463', 'meta/graph/190.463'],
  ['190 463', 'meta/graph/190.463'],
  ['OAuthException: token expired, error_subcode 463', 'meta/graph/190.463'],
  ['{"error":{"code":190,"error_subcode":460,"type":"OAuthException"}}', 'meta/graph/190.460'],
  [
    '{"error":{"message":"(#131031) Business Account locked","type":"OAuthException","code":131031,"fbtrace_id":"A"}}',
    'meta/cloud/131031',
  ],
  ['{"errors":[{"code":131047,"title":"Re-engagement message"}]}', 'meta/cloud/131047'],
  ['{"errors":[{"code":131026,"title":"Message undeliverable"}]}', 'meta/cloud/131026'],
  ['HTTP/1.1 401 Unauthorized {"error":{"code":190,"type":"OAuthException"}}', 'meta/cloud/190'],
  ['{"error":{"message":"(#200) Permission error","type":"OAuthException","code":200}} status 403', null],
  [
    'status code 500 from graph.facebook.com: {"error":{"code":131000,"message":"(#131000) Something went wrong"}}',
    'meta/cloud/131000',
  ],
  ['{"meta":{"api_status":"stable"},"errors":[{"code":500,"title":"Generic error"}]}', 'meta/onprem/500'],
  [
    '{"errors":[{"code":408,"title":"Message expired","href":"https://developers.facebook.com/docs/whatsapp/api/errors/"}]}',
    'meta/onprem/408',
  ],
  ['Request failed with status code 401', null],
  ['Request failed with status code 403', null],
  ['Request failed with status code 500', null],
  ['Request failed with status code 503', null],
  ['{"statusCode":401,"message":"Unauthorized"}', null],
  ['{"statusCode":403,"message":"Forbidden resource","error":"Forbidden"}', null],
  ['{"statusCode":408,"error":"Request Time-out"}', null],
  ['{"statusCode":428,"error":"Precondition Required","message":"If-Match is missing"}', null],
  ['{"statusCode":500,"message":"Internal server error"}', null],
  [
    '{"isBoom":true,"output":{"statusCode":401,"payload":{"statusCode":401,"error":"Unauthorized","message":"Missing authentication"}}}',
    null,
  ],
  [
    '{"isBoom":true,"output":{"statusCode":503,"payload":{"error":"Service Unavailable","message":"Database is down"}}}',
    null,
  ],
  ['GET /v1/messages 401 12ms', null],
  ['POST /api/sendText 500 34ms', null],
  ['"POST /webhook HTTP/1.1" 503 0 "-" "curl/8.5"', null],
  ['nginx: 408 Request Timeout', null],
  ['server returned error 404 Not Found', null],
  ['The server returned error 500', null],
  ['<div class="message error">500</div>', null],
  ['Order 440 was paid, order 515 was not', null],
  ['Room 515, extension 428', null],
  ['Call (515) 555 0100 in Iowa', null],
  ['LiveKit DisconnectReason.CLIENT_INITIATED', null],
  ['"messageStubType":72,"messageStubParameters":["86400"]', null],
  ['{"event":"connection.update","data":{"state":"open","statusReason":200}}', null],
  ['{"state":"forbidden","code":"forbidden"}', null],
];

describe('what Meta and HTTP servers print', () => {
  it.each(OTHERS)('%s', (text, entry) => {
    const { entries, guessed } = answerQuestion(text);
    const found = guessed ? [] : entries;
    expect(found.filter(({ provider }) => provider === 'whatsapp-web').map(({ key }) => key)).toEqual([]);
    if (entry !== null) expect(found[0]?.key).toBe(entry);
  });

  it('has at least thirty lines', () => {
    expect(OTHERS.length).toBeGreaterThanOrEqual(30);
  });
});
