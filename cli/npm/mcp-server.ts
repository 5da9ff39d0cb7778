// An MCP server over stdio. Its SDK is bundled: the folder in which an assistant starts it may have one that is not to be trusted.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import toolTexts from '../../data/mcp-tools.json' with { type: 'json' };

import { exitWithReader } from '../explain/output.ts';
import { writeMessage } from '../explain/terminal-layout.ts';
import { callTool, listTools } from './mcp-tools.ts';
import { openCatalogue } from './open-catalogue.ts';
import { createToolRunner, type ToolWorker } from './tool-runner.ts';

const PROGRESS_INTERVAL_MS = 1_000;

/** @param createWorker Starts the thread for long texts. */
export async function connectServer(
  transport: Transport,
  createWorker: () => ToolWorker,
): Promise<Server> {
  const server = new Server(
    {
      name: 'whatsapp-errors',
      title: 'WhatsApp Business error codes',
      version: openCatalogue().version,
    },
    { capabilities: { tools: {} }, instructions: toolTexts.instructions },
  );
  const runner = createToolRunner(
    ({ name, given }) => callTool(name, given),
    createWorker,
  );

  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: listTools(),
  }));
  server.setRequestHandler(
    CallToolRequestSchema,
    async ({ params }, { signal, sendNotification, _meta }) => {
      const token = _meta?.progressToken;
      let seconds = 0;
      const reportProgress = () => {
        const progress = {
          progressToken: token ?? '',
          progress: ++seconds,
          message: `Reading for ${seconds} s`,
        };
        void sendNotification({
          method: 'notifications/progress',
          params: progress,
        }).catch(() => undefined);
      };
      const timer =
        token === undefined
          ? undefined
          : setInterval(reportProgress, PROGRESS_INTERVAL_MS);
      try {
        return await runner.run(
          { name: params.name, given: params.arguments ?? {} },
          signal,
        );
      } finally {
        clearInterval(timer);
      }
    },
  );
  server.onerror = ({ message }) =>
    writeMessage(process.stderr, `${message}\n`);
  server.onclose = runner.close;
  await server.connect(transport);
  return server;
}

/** Serves over standard input and output. At the end of its input, the process ends once all calls are answered. */
export async function startServer(
  createWorker: () => ToolWorker,
): Promise<void> {
  exitWithReader();
  const server = await connectServer(new StdioServerTransport(), createWorker);
  const close = server.onclose;
  // The transport closes only if a message is too long for it.
  server.onclose = () => {
    close?.();
    console.error('The server stopped: a message is longer than 10 MiB.');
    process.exitCode = 2;
  };
}
