// The thread in which the MCP server runs tools on long texts.
import { parentPort } from 'node:worker_threads';
import { callTool } from './mcp-tools.ts';
import type { ToolCall } from './tool-runner.ts';

parentPort?.on('message', ({ name, given }: ToolCall) =>
  parentPort?.postMessage(callTool(name, given)),
);
