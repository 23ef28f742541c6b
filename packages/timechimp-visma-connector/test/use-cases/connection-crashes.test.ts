import { exampleCompany } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import { accountId, consent, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';
import { dyingProcess, type Death } from '../support/dying-process.ts';

const first = 'kadewijk-advies-nl';
const other = 'other-nl';

/** The lease that a dead process left is over by then. */
const aMinute = 61_000;

function newWorld(): ConnectedWorld {
  return createWorld({ fake: { companies: [exampleCompany(), exampleCompany({ identifier: other, name: 'Andere B.V.' })] } });
}

async function visit(world: ConnectedWorld, tenant: string, company: string, connector = world.connector) {
  world.fake.person.signIn({ company });
  const { url } = await world.connector.connect({ tenantId: tenant, sourceAccountId: accountId });
  return connector.completeConnect({ tenantId: tenant, callbackUrl: await consent(world.fake, url), acceptCompanyChange: true });
}

/** Whether somebody else can connect the company. */
async function isFree(world: ConnectedWorld, company: string): Promise<boolean> {
  return visit(world, 'second', company).then(() => true, () => false);
}

function revocations(world: ConnectedWorld): number {
  return world.fake.requests.all().filter(({ path, status }) => path === '/connect/revocation' && status === 200).length;
}

/** Every way to die in `work`: before its first call, and after each. To die before a call is to die after the one before it. */
async function deathsIn(world: () => Promise<ConnectedWorld>, work: (world: ConnectedWorld, process: ReturnType<typeof dyingProcess>) => Promise<unknown>): Promise<readonly Death[]> {
  const living = await world();
  const process = dyingProcess(living, { at: 0, moment: 'before' });
  await work(living, process);
  return [{ at: 1, moment: 'before' }, ...process.calls.map((_, index) => ({ at: index + 1, moment: 'after' as const }))];
}

async function connected(): Promise<ConnectedWorld> {
  const world = newWorld();
  await world.connect();
  world.fake.requests.clear();
  return world;
}

const end = (world: ConnectedWorld, process: ReturnType<typeof dyingProcess>) =>
  world.process(process).disconnect({ tenantId, releasePair: true });

describe('A1: disconnect with releasePair, the process killed at every call', () => {
  it('gives the pair up only after the tokens, and the same call again finishes it', async () => {
    const deaths = await deathsIn(connected, end);
    expect(deaths.length).toBeGreaterThan(6);
    for (const death of deaths) {
      const world = await connected();
      await end(world, dyingProcess(world, death)).catch(() => undefined);
      if (await isFree(world, first)) {
        expect((await world.state.connections.load(tenantId))?.sealedTokens, `free ${JSON.stringify(death)}`).toBeNull();
        expect(revocations(world), `revoked before it was free ${JSON.stringify(death)}`).toBe(1);
        continue;
      }
      world.clock.advance(aMinute);
      await world.connector.disconnect({ tenantId, releasePair: true });
      expect(revocations(world), `revoked ${JSON.stringify(death)}`).toBeGreaterThan(0);
      expect(await isFree(world, first), `given up ${JSON.stringify(death)}`).toBe(true);
    }
  });

  it('the next connect finishes it too, and then takes the pair again', async () => {
    for (const death of await deathsIn(connected, end)) {
      const world = await connected();
      await end(world, dyingProcess(world, death)).catch(() => undefined);
      world.clock.advance(aMinute);
      expect(await visit(world, tenantId, first), JSON.stringify(death)).toMatchObject({ companyName: 'Kadewijk Advies B.V.' });
      expect(await world.connector.connectionHealth({ tenantId }), JSON.stringify(death)).toMatchObject({ status: 'good' });
      expect(await isFree(world, first), JSON.stringify(death)).toBe(false);
    }
  });

  it('gives the pair of a connection up that was ended before without it', async () => {
    const world = await connected();
    expect(await world.connector.disconnect({ tenantId })).toEqual({ outcome: 'disconnected', revoked: true });
    expect(await isFree(world, first)).toBe(false);
    expect(await world.connector.disconnect({ tenantId, releasePair: true })).toEqual({ outcome: 'not-connected', revoked: false });
    expect(await isFree(world, first)).toBe(true);
  });

  it('never gives up what the tenant has taken again while it slept', async () => {
    const world = await connected();
    const { connections } = world.state;
    const release = connections.releasePair.bind(connections);
    connections.releasePair = () => Promise.reject(new Error('the database is away'));
    await expect(world.connector.disconnect({ tenantId, releasePair: true })).rejects.toThrow('the database is away');
    await visit(world, tenantId, first);
    connections.releasePair = release;
    await world.connector.connectionHealth({ tenantId });
    expect(await isFree(world, first)).toBe(false);
  });
});

describe.each([
  ['a first connection', () => Promise.resolve(newWorld()), first],
  ['a connection after a disconnect', async () => {
    const world = await connected();
    await world.connector.disconnect({ tenantId });
    return world;
  }, first],
  ['an accepted change of company', connected, other],
] as const)('A1: completeConnect of %s, the process killed at every call', (_what, begin, company) => {
  const complete = (world: ConnectedWorld, process: ReturnType<typeof dyingProcess>) =>
    visit(world, tenantId, company, world.process(process));

  it('leaves no pair to nobody and none without its tokens', async () => {
    const deaths = await deathsIn(begin, complete);
    expect(deaths.length).toBeGreaterThan(10);
    for (const death of deaths) {
      const at = `${company} ${JSON.stringify(death)}`;
      const world = await begin();
      const before = await world.state.connections.load(tenantId);
      await complete(world, dyingProcess(world, death)).catch(() => undefined);
      world.clock.advance(aMinute);
      await world.connector.connect({ tenantId, sourceAccountId: accountId });
      const record = await world.state.connections.load(tenantId);
      const stands = record?.status === 'connected' && record.scope?.companyIdentifier === company;
      const mayKeep = stands || before?.scope?.companyIdentifier === company;
      if (!mayKeep) expect(await isFree(world, company), `the new pair is free, ${at}`).toBe(true);
      if (stands) {
        expect(await world.connector.connectionHealth({ tenantId }), at).toMatchObject({ status: 'good' });
        expect(await isFree(world, company), `the new pair is taken, ${at}`).toBe(false);
      }
      if (before?.status !== 'connected') continue;
      expect(await isFree(world, first), `the old pair, ${at}`).toBe(stands);
      if (stands) expect(revocations(world), `the old tokens, ${at}`).toBeGreaterThan(0);
      else expect(await world.connector.connectionHealth({ tenantId }), at).toMatchObject({ status: 'good', companyName: 'Kadewijk Advies B.V.' });
    }
  });

  it('once more from the beginning, it stands', async () => {
    for (const death of await deathsIn(begin, complete)) {
      const world = await begin();
      await complete(world, dyingProcess(world, death)).catch(() => undefined);
      world.clock.advance(aMinute);
      await visit(world, tenantId, company);
      expect(await world.connector.connectionHealth({ tenantId }), JSON.stringify(death)).toMatchObject({ status: 'good' });
      expect(await isFree(world, company), JSON.stringify(death)).toBe(false);
    }
  });
});

describe('completeConnect with the same company again, the process killed at every call', () => {
  const again = (world: ConnectedWorld, process: ReturnType<typeof dyingProcess>) => visit(world, tenantId, first, world.process(process));

  it('leaves a connection that works, and ends the tokens that it replaced, or new ones that never became its own', async () => {
    const whole = await connected().then(async (world) => {
      const process = dyingProcess(world, { at: 0, moment: 'before' });
      await again(world, process);
      return process.calls;
    });
    // The pending consent is spent, the new tokens are noted, the connection is saved.
    const [, noted = 0, saved = 0] = whole.flatMap((call, index) => (call === 'connections.save' ? [index + 1] : []));
    expect(saved).toBeGreaterThan(noted + 1);
    for (const death of await deathsIn(connected, again)) {
      const world = await connected();
      const before = await world.state.connections.load(tenantId);
      await again(world, dyingProcess(world, death)).catch(() => undefined);
      const stands = (await world.state.connections.load(tenantId))?.sealedTokens !== before?.sealedTokens;
      world.clock.advance(aMinute);
      expect(await world.connector.connectionHealth({ tenantId }), JSON.stringify(death)).toMatchObject({ status: 'good' });
      expect(stands, JSON.stringify(death)).toBe(death.at >= saved);
      if (stands) expect(revocations(world), JSON.stringify(death)).toBeGreaterThan(0);
      else expect(revocations(world), JSON.stringify(death)).toBe(death.at >= noted ? 1 : 0);
    }
  });
});
