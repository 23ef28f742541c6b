import { codeOperations } from './code-operations.ts';
import { coverageApi } from './command.ts';

process.exitCode = await coverageApi(process.argv.slice(2), codeOperations, console.log);
