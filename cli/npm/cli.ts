#!/usr/bin/env node
import * as module from 'node:module';

/**
 * Node 22.8 and newer keep the compiled code in the temporary folder of the system, which halves the start of the next command. It only covers
 * modules that load after this call.
 */
if ('enableCompileCache' in module) module.enableCompileCache();

await import('./program.ts');
