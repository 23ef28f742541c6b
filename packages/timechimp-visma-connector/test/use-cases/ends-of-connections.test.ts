import { describe, expect, it } from 'vitest';
import { accountId, consent, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** Whether the pair is the tenant's: nobody else can connect it. */
async function isKept(world: ConnectedWorld): Promise<boolean> {
  const { url } = await world.connector.connect({ tenantId: 'other', sourceAccountId: accountId });
  const callbackUrl = await consent(world.fake, url);
  const answer = await world.connector.completeConnect({ tenantId: 'other', callbackUrl }).catch((failure: unknown) => failure);
  return (answer as { readonly code?: string }).code === 'pair-taken';
}

/** The network, with something in the way of each end of a token. */
function atRevocation(world: ConnectedWorld, act: () => Promise<void>): typeof world.fake.fetch {
  return async (input, init) => {
    if (String(input instanceof Request ? input.url : input).includes('/connect/revocation')) await act();
    return world.fake.fetch(input, init);
  };
}

describe('A1: the end of a connection while another one is made', () => {
  it('a slow end of old tokens never gives up the pair of the connection that was made meanwhile', async () => {
    const world = createWorld();
    await world.connect();
    let ends = 0;
    const fetch = atRevocation(world, async () => {
      ends += 1;
      // Visma's identity server is slow, or this process was frozen; the person has connected again by then.
      world.clock.advance(61_000);
      const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
      await world.connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, url) });
    });
    await world.process({ fetch }).disconnect({ tenantId, releasePair: true });
    expect(ends).toBe(1);
    expect(await world.state.connections.load(tenantId)).toMatchObject({ status: 'connected' });
    expect(await isKept(world)).toBe(true);
  });

  it('a lease that ran out is not taken again, and what was left is finished by the next call', async () => {
    const world = createWorld();
    await world.connect();
    const fetch = atRevocation(world, () => {
      world.clock.advance(61_000);
      return Promise.resolve();
    });
    await world.process({ fetch }).disconnect({ tenantId, releasePair: true });
    expect(await isKept(world)).toBe(true);
    await world.connector.disconnect({ tenantId });
    expect(await isKept(world)).toBe(false);
  });

  it.each([
    ['keeps the pair does not give it up', false],
    ['gives the pair up does so', true],
  ])('a disconnect that %s, while the same pair is connected anew', async (_what, releasePair) => {
    const world = createWorld();
    await world.connect();
    const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
    const callbackUrl = await consent(world.fake, url);
    const { connections } = world.state;
    const claim = connections.claimPair.bind(connections);
    connections.claimPair = async (...args) => {
      connections.claimPair = claim;
      await expect(world.connector.disconnect({ tenantId, releasePair })).rejects.toMatchObject({ code: 'busy' });
      return claim(...args);
    };
    await expect(world.connector.completeConnect({ tenantId, callbackUrl })).rejects.toMatchObject({ code: 'busy' });
    expect(await world.state.connections.load(tenantId)).toMatchObject({ status: 'disconnected', sealedTokens: null });
    expect(await isKept(world)).toBe(!releasePair);
  });
});

/** A network on which Visma cannot be told of the end of tokens; it counts the tries. */
function deaf(world: ConnectedWorld) {
  const tries: number[] = [];
  const fetch = atRevocation(world, () => {
    tries.push(world.clock.now());
    return Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }));
  });
  return { tries, connector: world.process({ fetch }) };
}

describe('A1: tokens that Visma could not be told about', () => {
  it('are ended by the next call, and the pair is given up after them, not before', async () => {
    const world = createWorld();
    await world.connect();
    const end = { tenantId, releasePair: true };
    expect(await deaf(world).connector.disconnect(end)).toEqual({ outcome: 'disconnected', revoked: false });
    expect(await isKept(world)).toBe(true);
    expect(await world.connector.disconnect({ tenantId })).toEqual({ outcome: 'disconnected', revoked: true });
    expect(await isKept(world)).toBe(false);
    expect(await world.connector.disconnect({ tenantId })).toEqual({ outcome: 'not-connected', revoked: false });
  });

  it('are given up after five tries, in passing not more often than each quarter of an hour, and the pair with them', async () => {
    const world = createWorld();
    await world.connect();
    const { tries, connector } = deaf(world);
    await connector.disconnect({ tenantId, releasePair: true });
    for (let minute = 1; minute <= 120; minute += 1) {
      world.clock.advance(60_000);
      await connector.connect({ tenantId, sourceAccountId: accountId });
    }
    const [first = 0] = tries;
    expect(tries.map((at) => (at - first) / 60_000)).toEqual([0, 15, 30, 45, 60]);
    expect(await isKept(world)).toBe(false);
    expect(JSON.stringify((await world.state.connections.load(tenantId))?.facts)).not.toContain('former');
  });

  it('those of a consent that came to nothing are ended in passing, and the connection stands', async () => {
    const world = createWorld();
    await world.connect();
    const { url } = await world.connector.connect({ tenantId, sourceAccountId: 'another' });
    const callbackUrl = await consent(world.fake, url);
    await expect(deaf(world).connector.completeConnect({ tenantId, callbackUrl })).rejects.toMatchObject({ code: 'company-changed' });
    world.clock.advance(15 * 60_000);
    world.fake.requests.clear();
    expect(await world.connector.reconcile({ tenantId })).toMatchObject({ stopped: null });
    expect(world.fake.requests.all().filter(({ path }) => path === '/connect/revocation')).toMatchObject([{ status: 200 }]);
    expect(await world.connector.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
  });
});
