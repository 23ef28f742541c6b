import { describe, expect, it } from 'vitest';
import { accountId, consent, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const twoHours = 2 * 3_600_000;

/** The network, which keeps the refresh tokens that Visma gives; `act` happens while the answer is on its way. */
function listening(world: ConnectedWorld, act: () => Promise<unknown> = () => Promise.resolve()) {
  const tokens: string[] = [];
  const fetch: typeof world.fake.fetch = async (input, init) => {
    const answer = await world.fake.fetch(input, init);
    if (String(input instanceof Request ? input.url : input).includes('/connect/token')) {
      tokens.push(((await answer.clone().json()) as { refresh_token: string }).refresh_token);
      if (tokens.length === 1) await act();
    }
    return answer;
  };
  return { tokens, fetch };
}

/** Whether Visma still gives access for this refresh token. */
async function lives(world: ConnectedWorld, refreshToken = ''): Promise<boolean> {
  const { clientId, clientSecret } = world.fake.client;
  const answer = await world.fake.fetch('https://identity.vismaonline.com/connect/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  });
  return answer.status === 200;
}

async function connectAgain(world: ConnectedWorld, connector = world.connector): Promise<void> {
  const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
  await connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, url) });
}

describe('A1: the end of a connection whose tokens are just being refreshed', () => {
  it('does not say that all tokens are dead, and those of the refresh are ended as they come', async () => {
    const world = createWorld();
    await world.connect();
    let ended: unknown;
    const { tokens, fetch } = listening(world, async () => (ended = await world.connector.disconnect({ tenantId })));
    world.clock.advance(twoHours);
    await expect(world.process({ fetch }).paymentStatus({ tenantId })).rejects.toMatchObject({ code: 'reconnect-required' });
    expect(ended).toEqual({ outcome: 'disconnected', revoked: false });
    expect(tokens).toHaveLength(1);
    expect(await lives(world, tokens[0])).toBe(false);
    expect(await world.connector.disconnect({ tenantId })).toEqual({ outcome: 'not-connected', revoked: false });
  });

  it('leaves what Visma could not be told about to the next call', async () => {
    const world = createWorld();
    await world.connect();
    const { tokens, fetch } = listening(world, () => world.connector.disconnect({ tenantId }));
    const deaf: typeof fetch = (input, init) =>
      String(input instanceof Request ? input.url : input).includes('/connect/revocation') ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init);
    world.clock.advance(twoHours);
    await expect(world.process({ fetch: deaf }).paymentStatus({ tenantId })).rejects.toMatchObject({ code: 'reconnect-required' });
    expect(await world.connector.disconnect({ tenantId })).toEqual({ outcome: 'disconnected', revoked: true });
    expect(await lives(world, tokens[0])).toBe(false);
  });

  it('is the same where the tenant connects anew meanwhile, and the new connection works', async () => {
    const world = createWorld();
    await world.connect();
    const { tokens, fetch } = listening(world, () => connectAgain(world));
    world.clock.advance(twoHours);
    await expect(world.process({ fetch }).paymentStatus({ tenantId })).rejects.toMatchObject({ code: 'reconnect-required' });
    expect(await lives(world, tokens[0])).toBe(false);
    expect(await world.connector.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
  });
});

describe('A1: connecting the same pair anew', () => {
  it('ends the tokens that it replaces', async () => {
    const world = createWorld();
    const { tokens, fetch } = listening(world);
    const connector = world.process({ fetch });
    await connectAgain(world, connector);
    await connectAgain(world, connector);
    expect(await lives(world, tokens[0])).toBe(false);
    expect(await connector.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
    expect(await connector.disconnect({ tenantId })).toEqual({ outcome: 'disconnected', revoked: true });
    expect(await lives(world, tokens[1])).toBe(false);
  });
});
