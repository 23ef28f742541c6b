import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../support/connected-world.ts';

const minutes = 60_000;

describe('A7, A9: options of createConnector that a tenant may choose too', () => {
  it('maxServerDelay counts where the tenant has chosen nothing else: the items are not freed before it', async () => {
    const world = createWorld({ options: { maxServerDelay: 120 * minutes } });
    await world.connect();
    // Visma carries the draft out after an hour, within what the integrator was told to allow for.
    world.fake.faults.next('POST /customerinvoicedrafts', { kind: 'late-commit', afterMs: 60 * minutes, seen: 'reset' });
    const select = { customerIds: ['501'], kinds: ['time' as const] };
    await world.connector.createInvoices({ tenantId, select });
    for (let each = 0; each < 2; each += 1) {
      world.clock.advance(20 * minutes);
      await world.connector.reconcile({ tenantId });
    }
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
    expect(exports.map(({ state }) => state)).toEqual(['in-doubt']);
  });

  it('maxServerDelay gives way to what the tenant has chosen', async () => {
    const world = createWorld({
      options: { maxServerDelay: 120 * minutes },
      settings: (settings) => ({ ...settings, safety: { maxServerDelayMinutes: 15 } }),
    });
    await world.connect();
    world.fake.faults.next('POST /customerinvoicedrafts', { kind: 'reset', committed: false });
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
    for (let each = 0; each < 2; each += 1) {
      world.clock.advance(20 * minutes);
      await world.connector.reconcile({ tenantId });
    }
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
    expect(exports.map(({ state }) => state)).toEqual(['not-written']);
  });

  it('onDraftMissing frees the items of a draft that is gone, unless the tenant lets an operator decide', async () => {
    for (const [chosen, state] of [[null, 'undone'], ['wait', 'draft-missing']] as const) {
      const world = createWorld({ options: { onDraftMissing: 'free' }, settings: (settings) => ({ ...settings, safety: { onDraftMissing: chosen } }) });
      await world.connect();
      await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
      world.fake.person.deleteDraft(world.fake.books.drafts[0]?.Id ?? '');
      for (let each = 0; each < 4; each += 1) {
        world.clock.advance(20 * minutes);
        await world.connector.reconcile({ tenantId });
      }
      const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
      expect(exports.map((record) => record.state)).toEqual([state]);
    }
  });
});
