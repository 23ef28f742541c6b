import { parseArgs } from 'node:util';
import { startFakeVisma, type FakeVismaServer } from '../../src/testing/index.ts';

const usage = 'Usage: fake-visma [--port <0-65535>] [--host <address>] [--consent auto|page]';

/** Where the command writes. */
export interface Output {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Starts the fake as the arguments say; resolves to it, or to the exit code when it cannot start. */
export async function startAsTold(args: readonly string[], { print, complain }: Output): Promise<FakeVismaServer | number> {
  const fail = (message: string, code: number): number => {
    complain(message);
    return code;
  };
  let options: { readonly port: number; readonly host: string; readonly consent: 'auto' | 'page' };
  try {
    options = optionsOf(args);
  } catch (error) {
    return fail(`${messageOf(error)}\n${usage}`, 2);
  }
  try {
    const server = await startFakeVisma(options);
    print(
      `Fake Visma ready: VISMA_API_URL=${server.apiUrl} VISMA_IDENTITY_URL=${server.identityUrl} VISMA_CLIENT_ID=${server.clientId} VISMA_CLIENT_SECRET=${server.clientSecret}`,
    );
    return server;
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    return fail(inUse ? `Port ${options.port} is in use: choose another with --port.` : messageOf(error), 1);
  }
}

function optionsOf(args: readonly string[]): { readonly port: number; readonly host: string; readonly consent: 'auto' | 'page' } {
  const { values } = parseArgs({
    // pnpm hands a separating `--` on to the script.
    args: args.filter((argument) => argument !== '--'),
    options: { port: { type: 'string' }, host: { type: 'string' }, consent: { type: 'string' } },
  });
  const consent = values.consent ?? 'auto';
  if (consent !== 'auto' && consent !== 'page') throw new Error(`--consent takes auto or page, not "${consent}"`);
  return { port: portOf(values.port ?? '4020'), host: values.host ?? '127.0.0.1', consent };
}

function portOf(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(port >= 0 && port <= 65_535)) throw new Error(`"${text}" is not a port: --port takes a number from 0 to 65535.`);
  return port;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
