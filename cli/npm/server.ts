#!/usr/bin/env node
// An MCP server over stdio. Its SDK is bundled: the folder in which an assistant starts it may have one that is not to be trusted.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { writeMessage } from '../explain/terminal-layout.ts';
import { callTool, listTools } from './mcp.ts';

const server = new Server(
  { name: 'whatsapp-errors', title: 'WhatsApp Business error codes', version: getBundledCatalogue().version },
  {
    capabilities: { tools: {} },
    instructions:
      'Use decode_payload for payloads and logs, explain for a message or words, look_up for a code, ' +
      'plan before anything is sent again, check before a template is sent, audit for source code. Pass the provider if it is ' +
      'known: the same number means different things at different providers. Never send messages again in bulk ' +
      'while their code is unknown or ambiguous.',
  },
);
server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listTools() }));
server.setRequestHandler(CallToolRequestSchema, ({ params }) => callTool(params.name, params.arguments));
server.onerror = ({ message }) => writeMessage(process.stderr, `${message}\n`);
// The transport closes only if a message is too long for it. At the end of its input, the process just ends.
server.onclose = () => {
  console.error('The server stopped: a message is longer than 10 MiB.');
  process.exitCode = 2;
};
await server.connect(new StdioServerTransport());
