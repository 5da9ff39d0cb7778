#!/usr/bin/env node
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { runProgram } from '../explain/run-program.ts';

await runProgram('npx whatsapp-errors', getBundledCatalogue);
