import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { accountId, consent, createWorld, tenantId } from '../support/connected-world.ts';

/** Runs work and collects the access and refresh tokens that crossed the wire meanwhile. */
async function runAll(): Promise<{ readonly secrets: ReadonlySet<string>; readonly written: string; readonly states: readonly string[] }> {
  const secrets = new Set<string>();
  const written: string[] = [];
  const world = createWorld();
  const { fetch } = world.fake;
  const listening: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (url.includes('/connect/token')) {
      const body = (await answer.clone().json()) as Record<string, unknown>;
      for (const name of ['access_token', 'refresh_token']) {
        const value = body[name];
        if (typeof value === 'string') {
          secrets.add(value);
        }
      }
    }
    return answer;
  };
  Object.assign(world.fake, { fetch: listening });
  const spied = createWorld({ reuse: world });
  const { url } = await spied.connector.connect({ tenantId, sourceAccountId: accountId });
  const state = new URL(url).searchParams.get('state') ?? '';
  written.push(inspect(spied.state.snapshot(), { depth: 20 }));
  await spied.connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, url) });
  await spied.connect();
  spied.clock.advance(2 * 3_600_000);
  written.push(inspect(await spied.connector.createInvoices({ tenantId, select: {} }), { depth: 20 }));
  world.fake.person.changePassword('nieuw');
  spied.clock.advance(2 * 3_600_000);
  const failure: unknown = await spied.connector.importCustomers({ tenantId, mode: 'full' }).catch((error: unknown) => error);
  written.push(inspect(failure, { depth: 20 }), JSON.stringify(failure), String(failure), JSON.stringify(await spied.connector.connectionHealth({ tenantId })));
  written.push(inspect(spied.state.snapshot(), { depth: 20 }), JSON.stringify(spied.events), inspect(spied.connector, { depth: 20 }));
  return { secrets, written: written.join('\n'), states: [state] };
}

describe('secrets', () => {
  it('no token, client secret or state stands in stores, reports, events, errors or inspect output', async () => {
    const { secrets, written, states } = await runAll();
    expect(secrets.size).toBeGreaterThanOrEqual(4);
    for (const secret of [...secrets, 'fake-secret', ...states]) {
      expect(written.includes(secret)).toBe(false);
    }
  });
});
