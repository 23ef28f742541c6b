import { exampleCompany } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import { accountId, consent, createWorld, stateText, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

async function visit(world: ConnectedWorld, tenant: string, company: string) {
  world.fake.person.signIn({ company });
  const { url } = await world.connector.connect({ tenantId: tenant, sourceAccountId: accountId });
  return world.connector.completeConnect({ tenantId: tenant, callbackUrl: await consent(world.fake, url), acceptCompanyChange: true });
}

const first = 'kadewijk-advies-nl';
const other = 'other-nl';

/** A tenant that changed its company while the store failed at giving the old pair up. */
async function leftClaimed(): Promise<ConnectedWorld> {
  const world = createWorld({ fake: { companies: [exampleCompany(), exampleCompany({ identifier: other, name: 'Andere B.V.' })] } });
  await world.connect();
  const { connections } = world.state;
  const release = connections.releasePair.bind(connections);
  connections.releasePair = () => Promise.reject(new Error('the database is away'));
  expect(await visit(world, tenantId, other)).toMatchObject({ companyName: 'Andere B.V.' });
  connections.releasePair = release;
  await expect(visit(world, 'second', first)).rejects.toMatchObject({ code: 'pair-taken' });
  return world;
}

describe('A1: an old pair that stayed claimed when its release failed', () => {
  it.each<[string, (world: ConnectedWorld) => Promise<unknown>]>([
    ['the next connect', (world) => world.connector.connect({ tenantId, sourceAccountId: accountId })],
    ['a look at the health', (world) => world.connector.connectionHealth({ tenantId })],
    ['the nightly import', (world) => world.connector.importCustomers({ tenantId })],
    ['the next reconcile', (world) => world.connector.reconcile({ tenantId })],
  ])('is given up by %s of the tenant', async (_, next) => {
    const world = await leftClaimed();
    await next(world);
    expect(await visit(world, 'second', first)).toMatchObject({ companyName: 'Kadewijk Advies B.V.' });
    const record = await world.state.connections.load(tenantId);
    expect(record).toMatchObject({ status: 'connected', scope: { companyIdentifier: other } });
    expect(JSON.stringify(record?.facts)).not.toContain(first);
  });

  it('the new connection works all the time, and a preview gives up nothing', async () => {
    const world = await leftClaimed();
    const before = stateText(world);
    const record = await world.state.connections.load(tenantId);
    await world.connector.importCustomers({ tenantId, preview: true });
    expect(stateText(world)).toBe(before);
    expect(await world.state.connections.load(tenantId)).toEqual(record);
    await expect(visit(world, 'second', first)).rejects.toMatchObject({ code: 'pair-taken' });
    expect(await world.connector.connectionHealth({ tenantId })).toMatchObject({ companyName: 'Andere B.V.' });
  });

  it('stays with the tenant that went back to it meanwhile; the pair in between is free', async () => {
    const world = await leftClaimed();
    const { connections } = world.state;
    const release = connections.releasePair.bind(connections);
    connections.releasePair = () => Promise.reject(new Error('the database is away'));
    await visit(world, tenantId, first);
    connections.releasePair = release;
    await world.connector.connectionHealth({ tenantId });
    await expect(visit(world, 'second', first)).rejects.toMatchObject({ code: 'pair-taken' });
    expect(await visit(world, 'second', other)).toMatchObject({ companyName: 'Andere B.V.' });
  });

  it('is not released while another worker takes it again', async () => {
    const world = await leftClaimed();
    const { connections } = world.state;
    const claim = connections.claimPair.bind(connections);
    connections.claimPair = async (...args) => {
      const answer = await claim(...args);
      connections.claimPair = claim;
      await world.connector.connectionHealth({ tenantId });
      return answer;
    };
    const release = connections.releasePair.bind(connections);
    connections.releasePair = () => Promise.reject(new Error('the database is away'));
    world.fake.person.signIn({ company: first });
    const { url } = await world.connector.connect({ tenantId, sourceAccountId: accountId });
    connections.releasePair = release;
    await world.connector.completeConnect({ tenantId, callbackUrl: await consent(world.fake, url), acceptCompanyChange: true });
    await expect(visit(world, 'second', first)).rejects.toMatchObject({ code: 'pair-taken' });
  });
});
