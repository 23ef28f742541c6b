import { expect, it } from 'vitest';
import { createWorld, stateText, tenantId } from '../support/connected-world.ts';

it.each([
  ['2026-3-1', '2026-03-31'],
  ['2026-03-01', '2026-02-30'],
  ['2026-03-01', '2026-03-31 or true'],
  ['2026-03-31', '2026-03-01'],
])('tieOut refuses the period %s to %s without asking Visma, and takes it for no fault of its filters', async (from, to) => {
  const world = createWorld();
  await world.connect();
  const [before, asked] = [stateText(world), world.fake.requests.count()];
  await expect(world.connector.tieOut({ tenantId, from, to })).rejects.toMatchObject({ code: 'input' });
  expect([stateText(world), world.fake.requests.count()]).toEqual([before, asked]);
});
