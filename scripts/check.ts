import { CHECKS, PREPARE } from './checks.ts';
import { runSteps } from './run.ts';

const failed = [...(await runSteps([PREPARE])), ...(await runSteps(CHECKS))];
console.log(failed.length === 0 ? '\nAll checks pass.' : `\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
