import { expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { decodePaste } from '../../../tests/fixtures/decode-paste.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';

const catalogue = createCatalogue(readCatalogue());
const countFailures = (text: string) =>
  decodePaste(text, catalogue).map(({ code, count }) => `${count} ${code}`);

const RESPONSE =
  '{"error":{"message":"(#131047) Re-engagement message","type":"OAuthException","code":131047,"fbtrace_id":"AbC"}}';

/** As Node's `console.log` prints Meta's answer: bare keys on several lines. */
const FIELDS = `{
    message: '(#131047) Re-engagement message',
    type: 'OAuthException',
    code: 131047,
    fbtrace_id: 'AbC'
  }`;

const STACK = `
    at GraphApiError.fromResponse (file:///app/index.js:180:11)
    at async file:///app/send.mjs:10:1`;

it.each([
  ['an object on several lines', `{\n  error: ${FIELDS}\n}`],
  ['a log line and an object', `ERROR send failed {\n  error: ${FIELDS}\n}`],
  [
    'a message, a stack and the fields of an error',
    `GraphApiError: (#131047) Re-engagement message${STACK} {\n  httpStatus: 400,\n  code: 131047,\n  raw: ${FIELDS}\n}`,
  ],
  [
    'an error and its cause',
    `Error: send failed${STACK} {\n  [cause]: GraphApiError: (#131047) Re-engagement message\n      at send (file:///app/send.mjs:3:1) {\n    code: 131047\n  }\n}`,
  ],
  [
    'a response in the message of an error, and its fields',
    `StatusCodeError: 400 - ${RESPONSE}${STACK} {\n  statusCode: 400,\n  error: {\n    error: ${FIELDS}\n  }\n}`,
  ],
  [
    'an open object of a console, with its preview',
    `Object { error: {…} }\n  error: Object { message: "(#131047) Re-engagement message", code: 131047, … }\n    code: 131047\n    fbtrace_id: "AbC"\n    message: "(#131047) Re-engagement message"\n    <prototype>: Object { … }`,
  ],
  [
    'an open object of a debugger, with its preview',
    `> error: {message: '(#131047) Re-engagement message', code: 131047, error_data: {…}}\ncode: 131047\n> error_data: {details: 'more than 24 hours'}\nmessage: '(#131047) Re-engagement message'`,
  ],
  [
    'a message, and the response that has it',
    `Bad request - please check your parameters\n(#131047) Re-engagement message\n\nError details\nFull message\n${RESPONSE}\nNode version\n1.1 (Latest)`,
  ],
  [
    'the items that Redis numbers',
    '1) 1) "1764590400131-0"\n   2) 1) "title"\n      2) "Re-engagement message"\n      3) "code"\n      4) "131047"',
  ],
  [
    'the keys of Lua in alphabetical order',
    '{\n  error = {\n    code = 131047,\n    fbtrace_id = "AbC",\n    message = "(#131047) Re-engagement message"\n  }\n}',
  ],
  [
    'the keys of Perl in alphabetical order',
    '{\n  error => {\n    code => 131047,\n    message => "(#131047) Re-engagement message",\n  },\n}',
  ],
  [
    'the keys of Erlang in alphabetical order',
    '#{<<"error">> =>\n      #{<<"code">> => 131047,<<"fbtrace_id">> => <<"AbC">>,\n        <<"message">> => <<"(#131047) Re-engagement message">>}}',
  ],
  [
    'a traceback with its source and its variables',
    'Traceback (most recent call last):\n  File "app.py", line 44, in send\n    raise GraphError("(#131047) Re-engagement message", 131047)\nanswer = {"error": {"code": 131047}}\nerror["code"] = 131047\napp.<locals>.GraphError: (#131047) Re-engagement message',
  ],
  [
    'a traceback and that of its cause',
    'Traceback (most recent call last):\n  File "app.py", line 4, in post\nGraphError: (#131047) Re-engagement message\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File "app.py", line 9, in send\nSendError: code 131047',
  ],
  [
    'the line of a logger above its traceback',
    'ERROR:root:send failed: (#131047) Re-engagement message\nTraceback (most recent call last):\n  File "send.py", line 4, in post\nGraphError: (#131047) Re-engagement message',
  ],
  [
    'the attributes of a record of OpenTelemetry',
    '[{"key":"exception.message","value":{"stringValue":"(#131047) x"}},{"key":"error.code","value":{"intValue":"131047"}}]',
  ],
  [
    'an object in a string of JSON',
    `{\n  "textPayload": "failed {\\n  message: '(#131047) x',\\n  code: 131047\\n}"\n}`,
  ],
  [
    'fields in lines with a prefix',
    'web.1 | 10:02:11 message: (#131047) Re-engagement message\nweb.1 | 10:02:12 code: 131047',
  ],
  [
    'a mapping of YAML',
    'error:\n  message: (#131047) Re-engagement message\n  type: OAuthException\n  code: 131047\n  fbtrace_id: AbC',
  ],
  [
    'a response that an error holds twice',
    `Error: Bad Request${STACK} {\n  status: 400,\n  response: {\n    res: {\n      text: '${RESPONSE}',\n      headers: {}\n    },\n    text: '${RESPONSE}'\n  }\n}`,
  ],
  [
    'an error in the members of a report',
    `{\n  exception: {\n    values: [\n      {\n        type: 'GraphError',\n        value: '(#131047) Re-engagement message'\n      }\n    ]\n  },\n  extra: ${FIELDS}\n}`,
  ],
  [
    'a message and its stack',
    "{\n  'exception.message': '(#131047) Re-engagement message',\n  'exception.stacktrace': 'GraphError: (#131047) Re-engagement message\\n    at send'\n}",
  ],
  [
    'a header and the body of a response',
    `HTTP/1.1 400 Bad Request\nwww-authenticate: OAuth "Facebook Platform" "invalid_request" "(#131047) Re-engagement message"\ncontent-length: 299\n\n${RESPONSE}`,
  ],
  [
    'a body and the headers below it',
    `${RESPONSE}\n[4] => WWW-Authenticate: OAuth "Facebook Platform" "invalid_request" "(#131047) Re-engagement message"`,
  ],
  [
    'a message and a code in lines of TOML',
    '[error]\nmessage = "(#131047) Re-engagement message"\ntype = "OAuthException"\ncode = 131047',
  ],
  [
    'a message and a code in a tree',
    'error\n├── message: (#131047) Re-engagement message\n├── type: OAuthException\n└── code: 131047',
  ],
  [
    'a message and a code with their types',
    ' $ error:List of 2\n  ..$ message: chr "(#131047) Re-engagement message"\n  ..$ code   : int 131047',
  ],
  [
    'a message and a code in XML',
    '<error>\n <message>(#131047) Re-engagement message</message>\n <code>131047</code>\n</error>',
  ],
  [
    'a property list',
    '<dict>\n  <key>message</key>\n  <string>(#131047) Re-engagement message</string>\n  <key>code</key>\n  <integer>131047</integer>\n</dict>',
  ],
  [
    'a line with its path for each value, as jq streams them',
    '[["error","message"],"(#131047) Re-engagement message"]\n[["error","type"],"OAuthException"]\n[["error","code"],131047]\n[["error","code"]]',
  ],
  [
    'a path of R above each value',
    '$error\n$error$message\n[1] "(#131047) Re-engagement message"\n\n$error$code\n[1] 131047\n',
  ],
  [
    'an exception of Clojure',
    '#error {\n :cause "(#131047) Re-engagement message"\n :data {:code 131047, :status 400}\n :via\n [{:type clojure.lang.ExceptionInfo\n   :message "(#131047) Re-engagement message"\n   :data {:code 131047, :status 400}}]}',
  ],
  [
    'an exception that the runtime of .NET repeats below its stack',
    'Unhandled Exception:\nGraphException: (#131047) Re-engagement message\n  at P.Send () [0x00000] in <f20d>:0 \n[ERROR] FATAL UNHANDLED EXCEPTION: GraphException: (#131047) Re-engagement message\n  at P.Send () [0x00000] in <f20d>:0 ',
  ],
  [
    'the message of a logger above the stack',
    `[Nest] 4021  - ERROR [Sender] (#131047) Re-engagement message\nGraphError: (#131047) Re-engagement message${STACK}`,
  ],
  [
    'the fields of a log entry below its line',
    '10:22:33.573Z ERROR wa: send failed\n    err: {\n      "name": "GraphError",\n      "code": 131047\n    }\n    --\n    data: {\n      "error": {\n        "message": "(#131047) Re-engagement message",\n        "code": 131047\n      }\n    }',
  ],
  [
    'lines with the name of their process',
    '[worker] send failed {\n[worker]   error: {\n[worker]     message: "(#131047) Re-engagement message",\n[worker]     code: 131047,\n[worker]   }\n[worker] }',
  ],
  [
    'a response that is printed as text and as sorted fields',
    `fatal: [localhost]: FAILED! => {"content": "${RESPONSE.replaceAll('"', '\\"')}", "json": {"error": {"code": 131047, "fbtrace_id": "AbC", "message": "(#131047) Re-engagement message", "type": "OAuthException"}}, "status": 400}`.replaceAll(
      'AbC',
      'AbCdEfGh',
    ),
  ],
  [
    'what a test and the summary of its runner say',
    "____ test_send ____\n>       assert 'error' not in answer, answer\nE       AssertionError: {'code': 131047}\ntest_send.py:5: AssertionError\n=== short test summary info ===\nFAILED test_send.py::test_send - AssertionError: {'code': 131047}\n1 failed in 0.02s",
  ],
  [
    'what a test got, in TAP',
    'TAP version 13\nnot ok 1 - send is accepted\n  ---\n  error: |-\n    got (#131047) Re-engagement message\n  actual:\n    error:\n      code: 131047\n  ...\n1..1\n# tests 1',
  ],
  [
    'the same object with its values before',
    'Message {\n  dataValues: { id: 5, errorCode: 131047 },\n  _previousDataValues: { id: 5, errorCode: 131047 },\n  isNewRecord: false\n}',
  ],
  [
    'a string with a message, its stack and its fields',
    '{"severity":"ERROR","message":"Error: (#131047) Re-engagement message\\n    at send (/app/a.js:3:31)\\n    at /app/a.js:4:2 {\\n  code: 131047\\n}"}',
  ],
  [
    'a line with the code above its response',
    `*Send failed*\nTo: 15551234567\nCode: \`131047\`\n\`\`\`json\n${RESPONSE}\n\`\`\``,
  ],
  [
    'a head that a logger quotes, with the code twice',
    `ERROR: Failed task 1 with error '131047 (#131047) Re-engagement message':\n  GraphError: 131047 (#131047) Re-engagement message${STACK}`,
  ],
  [
    'a message above its traceback and below it',
    'GraphError at /send\n131047: (#131047) Re-engagement message\n\nTraceback (most recent call last):\n  File "a.py", line 33, in send\n    raise GraphError(text)\n\nException Value: 131047: (#131047) Re-engagement message',
  ],
  [
    'a rejected promise in the report of its test',
    `  ✘ [fail]: sends\n\n  sends\n\n  GraphError {\n    code: 131047,\n    message: '(#131047) Re-engagement message',\n  }\n\n  GraphError: (#131047) Re-engagement message\n      at send (a.mjs:4:31)\n\n  1 test failed`,
  ],
  [
    'an event of Log4j in XML',
    '<Event level="ERROR">\n  <Message>(#131047) Re-engagement message</Message>\n  <ContextMap>\n    <item key="error_code" value="131047"/>\n  </ContextMap>\n  <Thrown localizedMessage="(#131047) x" message="(#131047) x" name="E"/>\n</Event>',
  ],
])('%s is one failure', (_, text) =>
  expect(countFailures(text)).toEqual(['1 131047']),
);

it.each([
  ['two responses in a list', `[${RESPONSE},${RESPONSE}]`],
  ['two responses in a log', `${RESPONSE}\n${RESPONSE}`],
  [
    'two tests',
    'TAP version 13\nnot ok 1 - send a text\n  ---\n  code: 131047\n  ...\nnot ok 2 - send a template\n  ---\n  code: 131047\n  ...\n1..2',
  ],
  [
    'two lines with the name of their process',
    '[worker] send failed: 131047\n[worker] send failed: 131047',
  ],
  [
    'two stacks',
    `Error: (#131047) Re-engagement message${STACK}\nError: (#131047) Re-engagement message${STACK}`,
  ],
  [
    'two entries with a stack',
    `2026-12-01 10:00:00 Error: (#131047) Re-engagement message${STACK}\n2026-12-01 10:00:01 GraphError: (#131047) Re-engagement message${STACK}`,
  ],
  [
    'two members of a list',
    `failures: [\n  {\n    to: '15550100123',\n    code: 131047\n  },\n  {\n    to: '15550100124',\n    code: 131047\n  }\n]`,
  ],
  [
    'two tracebacks without a line between them',
    'Traceback (most recent call last):\n  File "send.py", line 4, in post\nGraphError: (#131047) x\nTraceback (most recent call last):\n  File "send.py", line 4, in post\nGraphError: (#131047) x',
  ],
  [
    'lines with a prefix and something else between them',
    'web.1 | message: (#131047) Re-engagement message\ndb.1 | ready\nweb.1 | code: 131047',
  ],
  [
    'two items of YAML',
    'errors:\n  - code: 131047\n    title: Re-engagement message\n  - code: 131047\n    title: Re-engagement message',
  ],
  [
    'two attempts of an entry',
    'ERROR batch failed\n    first error: 131047\n    second error: 131047',
  ],
  [
    'two members that are alike',
    '{\n  ana: {\n    code: 131047,\n    title: "Re-engagement message"\n  },\n  bob: {\n    code: 131047,\n    title: "Re-engagement message"\n  }\n}',
  ],
  [
    'two members named by data',
    '{\n  "15550100123": "(#131047) Re-engagement message",\n  "15550100124": "(#131047) Re-engagement message"\n}',
  ],
  [
    'two members named by a number',
    '{\n  send1: {\n    code: 131047\n  },\n  send2: {\n    to: "x",\n    code: 131047\n  }\n}',
  ],
  [
    'a message and the code of a paragraph below',
    'send 1 failed: (#131047) Re-engagement message\n\ncode: 131047',
  ],
  [
    'two records whose message comes first',
    'message = "(#131047) Re-engagement message"\ncode = 131047\nmessage = "(#131047) Re-engagement message"\ncode = 131047',
  ],
  [
    'two tracebacks',
    'Traceback (most recent call last):\n  File "app.py", line 4, in post\nGraphError: (#131047) Re-engagement message\nTraceback (most recent call last):\n  File "app.py", line 4, in post\nGraphError: (#131047) Re-engagement message',
  ],
  [
    'a traceback and the line below',
    'Traceback (most recent call last):\n  File "app.py", line 4, in post\nGraphError: (#131047) Re-engagement message\nsend 2 failed: code 131047',
  ],
  [
    'equal objects with names of their own',
    '{ first: { errorCode: 131047, attempts: 2 }, second: { errorCode: 131047, attempts: 2 } }',
  ],
  [
    'a line with the code, and a response below other lines',
    `Code: 131047\nTo: 15551234567\n\nTo: 15557654321\n${RESPONSE}`,
  ],
  [
    'two events of Log4j in XML',
    '<Events>\n<Event>\n<Message>(#131047) Re-engagement message</Message>\n</Event>\n<Event>\n<Message>(#131047) Re-engagement message</Message>\n</Event>\n</Events>',
  ],
])('%s are two failures', (_, text) =>
  expect(countFailures(text)).toEqual(['2 131047']),
);

it('the details in a section of TOML belong to the code above it', () =>
  expect(
    countFailures(
      '[[errors]]\ncode = 131047\ntitle = "Re-engagement message"\n\n[errors.error_data]\ndetails = "Message failed to send because more than 24 hours have passed since the customer last replied to this number."',
    ),
  ).toEqual(['1 131047']));

it('the keys of Kapso’s SDK are read in camel case', () =>
  expect(
    decodePaste(
      "GraphApiError: (#100) Invalid parameter\n    at send (file:///app/send.mjs:3:1) {\n  code: 100,\n  details: undefined,\n  errorSubcode: 2388093,\n  raw: {\n    error: {\n      code: 100,\n      errorSubcode: 2388093,\n      errorUserMsg: 'New content cannot be added.'\n    }\n  }\n}",
      catalogue,
    ),
  ).toMatchObject([
    {
      code: '100',
      subcode: '2388093',
      count: 1,
      said: 'New content cannot be added.',
    },
  ]));

it('what languages print for no text is no message of the sender', () =>
  expect(
    decodePaste(
      'RestException [Error]: outside the window\n    at send (file:///app/send.mjs:3:1) {\n  status: 400,\n  code: 63016,\n  details: undefined\n}',
      catalogue,
    ),
  ).toMatchObject([{ code: '63016', said: null }]));
