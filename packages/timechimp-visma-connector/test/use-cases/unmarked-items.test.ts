import type { EntryStatus } from '@x/billing-core';
import { describe, expect, it } from 'vitest';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

const hour = { kind: 'time', id: '1' } as const;
const select = { customerIds: ['501'], kinds: ['time'] } as const;

/** Somebody changes the status of the hour in TimeChimp. */
function setHour(world: ConnectedWorld, status: EntryStatus): void {
  const { items } = world.source.account(accountId);
  const item = items.get('time:1');
  if (item?.kind !== 'time') throw new Error('no hour');
  items.set('time:1', { ...item, status });
}

/** A world in which the hour is invoiced by somebody else while our draft is on its way. */
async function worldWithOtherInvoice(): Promise<ConnectedWorld> {
  const from = createWorld();
  const fetch: typeof from.fake.fetch = async (input, init) => {
    const answer = await from.fake.fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (init?.method === 'POST' && url.endsWith('/customerinvoicedrafts')) setHour(from, 'Invoiced');
    return answer;
  };
  const world = createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } } });
  await world.connect();
  return world;
}

describe('A10: only items still in the status recorded at the claim are marked; the rest is reported', () => {
  it('an hour that somebody has set to Invoiced while its invoice was on its way is the reason, an alarm and an event', async () => {
    const world = await worldWithOtherInvoice();
    const report = await world.connector.createInvoices({ tenantId, select });
    const told = { code: 'items-not-marked', message: expect.stringContaining('time:1 (marked by someone else)') as string };
    expect(report.invoices).toMatchObject([{ outcome: 'exported', reason: { ...told, details: [{ ...hour, note: 'marked by someone else' }] } }]);
    expect(report.alarms).toMatchObject([{ key: report.invoices[0]?.key, ...told }]);
    expect(world.events).toContainEqual(expect.objectContaining({ type: 'warning', useCase: 'createInvoices', ...told }));
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
    expect(exports).toMatchObject([{ state: 'exported', reason: told }]);
  });

  it('drift names it, and no hour that has our mark', async () => {
    const world = await worldWithOtherInvoice();
    await world.connector.createInvoices({ tenantId, select });
    expect(await world.connector.drift({ tenantId })).toMatchObject([{ outcome: 'source-not-marked', sources: [hour] }]);
  });

  it('drift names an hour that has lost our mark, until it has it again', async () => {
    const world = createWorld();
    await world.connect();
    await world.connector.createInvoices({ tenantId, select });
    expect(await world.connector.drift({ tenantId })).toEqual([]);
    setHour(world, 'Open');
    expect(await world.connector.drift({ tenantId })).toMatchObject([{ outcome: 'source-not-marked', sources: [hour] }]);
    setHour(world, 'Invoiced');
    expect(await world.connector.drift({ tenantId })).toEqual([]);
  });
});
