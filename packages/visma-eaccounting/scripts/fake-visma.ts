import { startAsTold } from './fake-visma/command.ts';

// Serves until a signal ends it.
const started = await startAsTold(process.argv.slice(2), { print: console.log, complain: console.error });
if (typeof started === 'number') process.exitCode = started;
else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void started.close();
    });
  }
}
