import type { TimeChimpFault } from '@x/timechimp-visma-connector/timechimp/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExportEngine } from '../../src/export/create-engine.ts';
import { createMemoryState } from '../../src/memory/index.ts';
import { hoursSource, plannedHour } from '../support/hours-source.ts';
import { SmallVisma } from '../support/small-visma.ts';
import { acme, hours, runs, setup } from './setup.ts';

const scope = { companyIdentifier: 'company', sourceAccountId: acme };
const day = 86_400_000;

/** The export protocol with TimeChimp as its source: six approved hours, two invoices of three. */
function world() {
  const times = hours(6, 1).map((time) => ({ ...time, status: 'Approved' as const }));
  const { fake, source, clock } = setup({ data: { customers: [{ id: 1, name: 'A' }], times }, settings: { maxRetries: 1, timeoutMs: 1000 } });
  const visma = new SmallVisma(() => clock.now());
  const engine = createExportEngine({ store: createMemoryState().exports, clock });
  const driver = visma.driver('invoice');
  const context = { scope, source: hoursSource(acme, source.work), guard: () => Promise.resolve(null) };
  const plan = async (...ids: number[]) => {
    const items = await source.work.read(acme, ids.map((id) => ({ kind: 'time' as const, id: String(id) })));
    const sources = items.flatMap(({ content }) => (content.kind === 'time' ? [plannedHour(content)] : []));
    const payload = { customer: '1', amount: String(ids.length * 95) };
    return { key: `invoice:${ids.join('+')}`, kind: 'invoice' as const, finish: 'draft' as const, sources, payload, payloadHash: `hash of ${ids.join('+')}` };
  };
  const statuses = (): string[] => [...fake.books.times.values()].map(({ id, status }) => `${id} ${status ?? 'Open'}`);
  /** As the sweep does over the following days, with TimeChimp well again. */
  const settle = async (): Promise<void> => {
    fake.faults.clear();
    for (let round = 0; round < 4; round += 1) {
      clock.advance(day);
      await engine.reconcile({ ...context, drivers: [driver] });
    }
  };
  return { fake, source, clock, visma, engine, driver, context, plan, statuses, settle };
}

describe('exactly once with TimeChimp as the source', () => {
  it('A10: the hours of an export are marked last, and an undo restores the recorded status', async () => {
    const { engine, context, driver, plan, statuses, visma, fake } = world();
    const first = await plan(1, 2, 3);
    const report = await engine.run({ ...context, driver, plans: [first] });
    expect(report.outcomes).toMatchObject([{ outcome: 'exported' }]);
    expect(statuses()).toEqual(['1 Invoiced', '2 Invoiced', '3 Invoiced', '4 Approved', '5 Approved', '6 Approved']);
    expect(fake.books.history[0]?.message).toMatch(/^TC-/);
    expect((await engine.run({ ...context, driver, plans: [first] })).outcomes).toMatchObject([{ outcome: 'already-exported' }]);
    expect(visma.documents).toHaveLength(1);
    await engine.undo({ ...context, driver, keys: [first.key], by: 'anna', note: 'wrong month' });
    expect(new Set(statuses().map((each) => each.slice(2)))).toEqual(new Set(['Approved']));
  });

  it('A2: what somebody else set to Invoiced, edited or deleted after the preview is not invoiced', async () => {
    const { engine, context, driver, plan, visma, fake } = world();
    const plans = [await plan(1), await plan(2), await plan(3), await plan(4)];
    fake.person.setInvoiced('times', 1);
    fake.person.edit('times', 2, { hours: 8 });
    fake.person.remove('times', 3);
    const report = await engine.run({ ...context, driver, plans });
    expect(report.outcomes.map(({ outcome }) => outcome)).toEqual(['stale', 'stale', 'stale', 'exported']);
    expect(visma.documents).toHaveLength(1);
  });

  it('A10: an entry that a person writes off while the invoice is made is left alone and reported', async () => {
    const { engine, context, driver, plan, fake, statuses } = world();
    const first = await plan(1, 2, 3);
    let reads = 0;
    fake.onRequest = ({ operation }) => {
      if (operation === 'GET /times' && ++reads === 2) fake.person.writeOff('times', 2);
    };
    await engine.run({ ...context, driver, plans: [first] });
    const record = await engine.find(scope, first.key);
    expect(record?.sources.map(({ mark }) => mark)).toEqual(['yes', 'other', 'yes']);
    expect(statuses().slice(0, 3)).toEqual(['1 Invoiced', '2 WrittenOff', '3 Invoiced']);
  });

  it('one entry that TimeChimp refuses does not keep the others from being marked', async () => {
    const { engine, context, driver, plan, statuses, fake } = world();
    fake.faults.add({ on: 'PUT /times/status', fault: { kind: 'half-applied', then: 'refusal' } });
    const first = await plan(1, 2, 3, 4, 5, 6);
    await engine.run({ ...context, driver, plans: [first] });
    expect(statuses().every((each) => each.endsWith('Invoiced'))).toBe(true);
    expect((await engine.find(scope, first.key))?.sources.every(({ mark }) => mark === 'yes')).toBe(true);
  });

  it('under any faults of TimeChimp every export ends, once, with its hours marked as it says', { timeout: 120_000 }, async () => {
    const fault = fc.constantFrom<TimeChimpFault>(
      { kind: 'refuse' }, { kind: 'reset', committed: true }, { kind: 'reset', committed: false }, { kind: 'rate-limit' },
      { kind: 'server-error', committed: true }, { kind: 'server-error', committed: false }, { kind: 'gateway', status: 502 },
      { kind: 'gateway', status: 400, committed: true }, { kind: 'refusal', status: 400 }, { kind: 'refusal', status: 401 },
      { kind: 'half-applied', then: 'ok' }, { kind: 'half-applied', then: 'refusal' }, { kind: 'half-applied', then: 'server-error' },
      { kind: 'half-applied', then: 'reset' }, { kind: 'late-commit', afterMs: 1000 }, { kind: 'garbled', body: 'oops' },
      { kind: 'slow', ms: 20_000 }, { kind: 'slow', ms: 20_000, commit: 'last' },
    );
    const strike = fc.record({ on: fc.constantFrom('PUT /times/status', 'GET /times'), nth: fc.integer({ min: 1, max: 5 }), fault });
    await fc.assert(
      fc.asyncProperty(fc.array(strike, { maxLength: 5 }), fc.boolean(), async (strikes, undo) => {
        const { engine, context, driver, plan, fake, visma, statuses, settle } = world();
        const plans = [await plan(1, 2, 3), await plan(4, 5, 6)];
        for (const each of strikes) fake.faults.add(each);
        await engine.run({ ...context, driver, plans });
        await settle();
        await engine.run({ ...context, driver, plans });
        await settle();
        const records = await Promise.all(plans.map(({ key }) => engine.find(scope, key)));
        expect(records.map((record) => record?.state)).toEqual(['exported', 'exported']);
        expect(visma.documents).toHaveLength(2);
        const open = records.flatMap((record) => record?.sources ?? []).filter(({ mark }) => mark !== 'yes');
        const wrong = statuses().filter((each) => !each.endsWith('Invoiced'));
        // What was not marked was refused by TimeChimp, and the record says so; nothing is marked that the record does not know of.
        expect(wrong.every((each) => open.some(({ ref, mark }) => mark === 'other' && each.startsWith(`${ref.id} `)))).toBe(true);
        if (!undo) return;
        await engine.undo({ ...context, driver, keys: plans.map(({ key }) => key), by: 'anna', note: 'test' });
        await settle();
        const restored = (await Promise.all(plans.map(({ key }) => engine.find(scope, key)))).flatMap((record) => record?.sources ?? []);
        for (const { ref, mark } of restored) if (mark === 'restored') expect(statuses()).toContain(`${ref.id} Approved`);
        expect(visma.documents.filter(({ voided }) => voided !== true)).toHaveLength(0);
      }),
      runs(60),
    );
  });
});
