#!/usr/bin/env node
import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { runProgram } from '../explain/explain-command.ts';

await runProgram('npx whatsapp-errors', getBundledCatalogue);
