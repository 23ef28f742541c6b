import { systemClock } from '@x/timechimp-visma-connector';
import { readEnvironment } from './environment.ts';
import { everyHour, importWhereDue } from './nightly.ts';
import { startAppCenter } from './start.ts';

try {
  const clock = systemClock();
  const running = await startAppCenter(readEnvironment(process.env), { clock, log: (line) => { console.log(line); } });
  const stop = new AbortController();
  void everyHour(clock, (span) => importWhereDue(running.connector, span, (line) => { console.log(line); }), stop.signal);
  const end = (): void => {
    stop.abort();
    void running.close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  console.log(`App Center at ${running.url}`);
  if (running.visma) console.log('Visma and TimeChimp are fakes in this process. Log in as annelies@kadewijk.example with the password geheim.');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
