#!/usr/bin/env node
import { Worker } from 'node:worker_threads';
import { startServer } from './mcp-server.ts';

/** In the package, where each program is one file. */
const WORKER = new URL('tool-worker.js', import.meta.url);

await startServer(() => new Worker(WORKER, { argv: process.argv.slice(2) }));
