import { verifySpec } from './command.ts';

process.exitCode = await verifySpec(process.argv.slice(2), console.log);
