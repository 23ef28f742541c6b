import { parseArgs } from 'node:util';
import { startFakeVisma } from '../src/testing/index.ts';

const usage = 'Usage: fake-visma [--port <0-65535>] [--host <address>] [--consent auto|page]';

/** Serves the fake until a signal ends it; resolves to the exit code when it cannot start. */
async function main(args: readonly string[]): Promise<number | undefined> {
  let port: number;
  let host: string;
  let consent: string;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, host: { type: 'string' }, consent: { type: 'string' } },
    });
    port = portOf(values.port ?? '4020');
    host = values.host ?? '127.0.0.1';
    consent = values.consent ?? 'auto';
    if (consent !== 'auto' && consent !== 'page') throw new Error(`--consent takes auto or page, not "${consent}"`);
  } catch (error) {
    return fail(`${messageOf(error)}\n${usage}`, 2);
  }
  try {
    const server = await startFakeVisma({ port, host, consent: consent === 'page' ? 'page' : 'auto' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void server.close();
      });
    }
    console.log(
      `Fake Visma ready: VISMA_API_URL=${server.apiUrl} VISMA_IDENTITY_URL=${server.identityUrl} VISMA_CLIENT_ID=${server.clientId} VISMA_CLIENT_SECRET=${server.clientSecret}`,
    );
    return undefined;
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    return fail(inUse ? `Port ${port} is in use: choose another with --port.` : messageOf(error), 1);
  }
}

function portOf(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(port >= 0 && port <= 65_535)) throw new Error(`"${text}" is not a port: --port takes a number from 0 to 65535.`);
  return port;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string, code: number): number {
  console.error(message);
  return code;
}

// pnpm hands a separating `--` on to the script.
const code = await main(process.argv.slice(2).filter((argument) => argument !== '--'));
if (code !== undefined) process.exitCode = code;
