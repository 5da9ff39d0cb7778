#!/usr/bin/env node
import { startServer } from './mcp.ts';

await startServer();
