import { describe, expect, it } from 'vitest';
import { accountId, consent, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

/** Does something right before the n-th save of a connection from now on, counted from 1. */
function beforeSave(world: ConnectedWorld, nth: number, act: () => Promise<unknown>): void {
  const { connections } = world.state;
  const save = connections.save.bind(connections);
  let saves = 0;
  connections.save = async (record, version) => {
    saves += 1;
    if (saves === nth) await act();
    return save(record, version);
  };
}

async function begin(world: ConnectedWorld): Promise<string> {
  const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
  return consent(world.fake, url);
}

/** What a run on the old connection does: its tokens are refused and refreshed. */
async function refresh(world: ConnectedWorld): Promise<void> {
  const before = await world.state.connections.load(tenantId);
  world.fake.person.expireAccessTokens();
  await world.connector.paymentStatus({ tenantId });
  const after = await world.state.connections.load(tenantId);
  expect(after?.connectionId).toBe(before?.connectionId);
  expect(after?.sealedTokens).not.toBe(before?.sealedTokens);
}

describe('a consent while a run of the old connection refreshes its tokens', () => {
  // The pending consent is spent, the new tokens are noted, the connection is saved.
  it.each([1, 2, 3])('is completed, at save %i', async (nth) => {
    const world = createWorld();
    await world.connect();
    const before = await world.state.connections.load(tenantId);
    const callbackUrl = await begin(world);
    beforeSave(world, nth, () => refresh(world));
    await world.connector.completeConnect({ tenantId, callbackUrl });
    const after = await world.state.connections.load(tenantId);
    expect(after?.connectionId).not.toBe(before?.connectionId);
    expect(JSON.stringify(after?.facts)).not.toContain('former');
    expect(await world.connector.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
  });

  it('is begun', async () => {
    const world = createWorld();
    await world.connect();
    beforeSave(world, 1, () => refresh(world));
    await world.connector.completeConnect({ tenantId, callbackUrl: await begin(world) });
    expect(await world.connector.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
  });

  it.each([
    ['noted', 2],
    ['kept', 3],
  ])('A1: comes to nothing where the tenant disconnects before its tokens are %s', async (_what, nth) => {
    const world = createWorld();
    await world.connect();
    const callbackUrl = await begin(world);
    beforeSave(world, nth, () => world.connector.disconnect({ tenantId }).catch(() => undefined));
    await expect(world.connector.completeConnect({ tenantId, callbackUrl })).rejects.toMatchObject({ code: 'busy' });
    expect(await world.state.connections.load(tenantId)).toMatchObject({ status: 'disconnected', sealedTokens: null });
  });

  it('A1: comes to nothing where its tokens were ended meanwhile, because it was slow', async () => {
    const world = createWorld();
    await world.connect();
    const callbackUrl = await begin(world);
    beforeSave(world, 3, async () => {
      world.clock.advance(61_000);
      await world.connector.reconcile({ tenantId });
    });
    await expect(world.connector.completeConnect({ tenantId, callbackUrl })).rejects.toMatchObject({ code: 'busy' });
    expect(await world.connector.connectionHealth({ tenantId })).toMatchObject({ status: 'good' });
  });
});
