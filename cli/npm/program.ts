import { runProgram } from '../explain/explain-command.ts';
import { openCatalogue } from './open-catalogue.ts';

await runProgram('npx whatsapp-errors', openCatalogue);
