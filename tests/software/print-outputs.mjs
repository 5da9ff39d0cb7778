/**
 * Prints what HTTP clients, loggers and printers of tables make of a failed message, as one JSON object. Runs in the folder
 * in which their packages are installed, not in the project.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { formatWithOptions, inspect } from 'node:util';

const BODY = {
  error: {
    message: '(#131047) Re-engagement message',
    type: 'OAuthException',
    code: 131047,
    error_data: {
      messaging_product: 'whatsapp',
      details:
        'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    },
    fbtrace_id: 'AbC',
  },
};

const ROWS = [
  { error_code: 131047, count: 412 },
  { error_code: 131026, count: 96 },
  { error_code: 130472, count: 12 },
];

const NAMES = ['error_code', 'count'];
const CELLS = ROWS.map((row) => NAMES.map((name) => row[name]));

const server = createServer((_, response) => {
  response.writeHead(400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(BODY));
}).listen(0, '127.0.0.1');

await once(server, 'listening');

const url = `http://127.0.0.1:${server.address().port}/v23.0/1/messages`;
const outputs = {};
const load = async (name) => (await import(name)).default;

/** Notes what an error looks like as `console.log`, `String` and `JSON.stringify` print it. */
async function noteError(name, send) {
  let error = null;

  try {
    error = await send();
  } catch (thrown) {
    error = thrown;
  }

  outputs[`${name} log`] = inspect(error);
  outputs[`${name} string`] = String(error);
}

await noteError('axios', async () => (await load('axios')).post(url, {}));
await noteError('got', async () =>
  (await load('got')).post(url, { json: {}, retry: { limit: 0 } }),
);
await noteError('ky', async () =>
  (await load('ky')).post(url, { json: {}, retry: 0 }),
);
await noteError('superagent', async () =>
  (await load('superagent')).post(url).send({}),
);
await noteError('wretch', async () =>
  (await load('wretch'))(url).post({}).json(),
);
await noteError('fetch', () => fetch(url, { method: 'POST' }));

const { default: needle } = await import('needle');
const answer = await needle('post', url, {}, { json: true });

outputs['needle body'] = inspect(answer.body);

for (const depth of [2, null])
  outputs[`inspect ${depth}`] = inspect(BODY, { depth });

outputs.format = formatWithOptions({}, 'send failed %o', BODY);

const { format } = await import('pretty-format');

outputs['pretty-format'] = format(BODY);
outputs['js-yaml'] = (await import('js-yaml')).dump(BODY);

/** Collects what a logger writes. */
function createSink() {
  const lines = [];

  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });

  return { lines, stream };
}

const pino = createSink();

(await load('pino'))({}, pino.stream).error({ response: BODY }, 'send failed');
outputs.pino = pino.lines.join('');

const winston = createSink();
const { createLogger, format: formats, transports } = await load('winston');

createLogger({
  format: formats.prettyPrint(),
  transports: [new transports.Stream({ stream: winston.stream })],
}).error({ message: 'send failed', ...BODY });

outputs.winston = winston.lines.join('');

const { default: CliTable } = await import('cli-table3');
const cliTable = new CliTable({ head: NAMES, style: { head: [], border: [] } });

cliTable.push(...CELLS);
outputs['cli-table3 table'] = cliTable.toString();
outputs['table table'] = (await import('table')).table([NAMES, ...CELLS]);

const { default: printer } = await import('console-table-printer');
const printed = new printer.Table();

printed.addRows(ROWS);
outputs['console-table-printer table'] = printed.render();

const { default: EasyTable } = await import('easy-table');

outputs['easy-table table'] = EasyTable.print(ROWS);
outputs['columnify table'] = (await load('columnify'))(ROWS);
outputs['text-table table'] = (await load('text-table'))([NAMES, ...CELLS]);

const { AsciiTable3 } = await import('ascii-table3');

outputs['ascii-table3 table'] = new AsciiTable3('Failures')
  .setHeading(...NAMES)
  .addRowMatrix(CELLS)
  .toString();

const counts = new Map(CELLS);

outputs['map table'] = inspect(counts);
outputs['object table'] = inspect(Object.fromEntries(counts));

server.close();
process.stdout.write(JSON.stringify(outputs));
