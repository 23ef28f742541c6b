import { expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { createWorld, tenantId } from '../support/connected-world.ts';

it('A3, E: an import that lost its turn while it wrote goes no further, even when whoever had it since has ended', async () => {
  const from = createWorld({ account: { ...agency, customers: [] } });
  const { customers } = from.source;
  let meanwhile = (): Promise<void> => Promise.resolve();
  let batches = 0;
  const upsert: typeof customers.upsert = async (...given) => {
    batches += 1;
    const answers = await customers.upsert(...given);
    await meanwhile();
    return answers;
  };
  const world = createWorld({ reuse: { ...from, source: { ...from.source, customers: { ...customers, atomicCreate: false, upsert } } }, pageSize: 10 });
  await world.connect();
  meanwhile = async () => {
    meanwhile = () => Promise.resolve();
    world.clock.advance(11 * 60_000);
    await world.process({}).importCustomers({ tenantId });
    batches = 0;
  };
  await expect(world.connector.importCustomers({ tenantId })).rejects.toMatchObject({ code: 'busy' });
  expect(batches).toBe(0);
  // Nobody holds the turn any more.
  expect((await world.connector.importCustomers({ tenantId, mode: 'full' })).customers.filter(({ outcome }) => outcome === 'created')).toEqual([]);
});
