import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Response of Meta's Graph API if the customer last wrote more than a day ago. */
export const REFUSAL = {
  error: {
    message: '(#131047) Re-engagement message',
    type: 'OAuthException',
    code: 131047,
    error_data: {
      messaging_product: 'whatsapp',
      details:
        'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
    },
    fbtrace_id: 'AT3ZhhZGD7yYm2HBpEXQw5i',
  },
};

/** Starts a local server that rejects each send as Meta does. */
export async function startGraphApi() {
  const server = createServer((request, response) => {
    request.resume();

    response.writeHead(400, {
      'content-type': 'application/json; charset=UTF-8',
      'x-fb-rev': '1029384756',
    });

    response.end(JSON.stringify(REFUSAL));
  }).listen(0, '127.0.0.1');

  await once(server, 'listening');

  const { port } = server.address() as AddressInfo;

  return {
    messages: `http://127.0.0.1:${port}/v23.0/106540352242922/messages`,
    close: () => server.close(),
  };
}
