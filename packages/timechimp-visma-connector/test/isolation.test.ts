import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemorySource, createMemoryState, type MemorySource } from '../src/memory/index.ts';
import type { ConnectorState } from '../src/ports/connector-state.ts';
import type { ExportScope } from '../src/ports/scope.ts';
import { sampleConnection, sampleExport } from '../src/testing/samples.ts';
import { customer, hour } from '../src/testing/source-samples.ts';

type Tenant = 'a' | 'b';

const numRuns = Number(process.env['FC_RUNS'] ?? 100);
const now = 1_775_034_000_123;

/** Both have the same account, or the same company, or neither, but never the same pair. */
const pairs = fc.constantFrom<readonly [ExportScope, ExportScope]>(
  [
    { companyIdentifier: 'x', sourceAccountId: 'y/z' },
    { companyIdentifier: 'x/y', sourceAccountId: 'z' },
  ],
  [
    { companyIdentifier: 'x', sourceAccountId: '1' },
    { companyIdentifier: 'x', sourceAccountId: '2' },
  ],
  [
    { companyIdentifier: 'x', sourceAccountId: '1' },
    { companyIdentifier: 'y', sourceAccountId: '1' },
  ],
);

const id = fc.constantFrom('1', '2', '3');
const version = fc.integer({ min: 0, max: 3 });
const liveness = fc.constantFrom('claimed', 'exported', 'rejected', 'undone' as const);

interface Command {
  readonly tenant: Tenant;
  /** Answers what the tenant sees. */
  readonly run: (state: ConnectorState, scope: ExportScope, tenant: Tenant) => Promise<unknown>;
}

const action: fc.Arbitrary<Command['run']> = fc.oneof(
  fc.tuple(id, fc.uniqueArray(id, { minLength: 1 }), version).map(
    ([key, hours, expected]): Command['run'] =>
      (state, scope) => state.exports.claim(sampleExport(scope, key, hours), expected).catch(String),
  ),
  fc.tuple(id, fc.uniqueArray(id, { minLength: 1 }), version, liveness, id).map(
    ([key, hours, expected, next, document]): Command['run'] =>
      (state, scope) => {
        const documents = { draftId: document };
        return state.exports.save(sampleExport(scope, key, hours, { state: next, documents }), expected).catch(String);
      },
  ),
  id.map((each): Command['run'] => (state, scope) => state.exports.findByItems(scope, [{ kind: 'time', id: each }])),
  fc.constant<Command['run']>((state, scope) => state.exports.list(scope, { limit: 100 })),
  fc.tuple(id, id).map(
    ([source, visma]): Command['run'] =>
      (state, scope) => state.links.linkCustomers(scope, [{ sourceCustomerId: source, vismaCustomerId: visma }]),
  ),
  id.map((each): Command['run'] => (state, scope) => state.links.unlinkCustomer(scope, each)),
  fc.tuple(id, id).map(([source, number]): Command['run'] => (state, scope) => state.links.reserveNumber(scope, source, number)),
  fc.constant<Command['run']>((state, scope) => state.links.customerLinks(scope)),
  fc.tuple(id, fc.constantFrom('billed', 'ignored' as const)).map(
    ([each, kind]): Command['run'] =>
      (state, scope) => state.links.mark(scope, [{ ref: { kind: 'term', id: each }, kind, note: '', by: 'x', at: now }]),
  ),
  fc.constant<Command['run']>((state, scope) => state.links.listMarks(scope, { limit: 100 })),
  fc.tuple(id, id).map(([name, value]): Command['run'] => (state, scope) => state.cursors.set(scope, name, value, null)),
  id.map((name): Command['run'] => (state, scope) => state.cursors.get(scope, name)),
  version.map((expected): Command['run'] => (state, _, tenant) => state.connections.save(sampleConnection(tenant), expected)),
  fc.constant<Command['run']>((state, _, tenant) => state.connections.load(tenant)),
  fc.constant<Command['run']>((state, scope, tenant) => state.connections.claimPair(tenant, scope, now)),
  version.map(
    (expected): Command['run'] =>
      (state, _, tenant) => state.connections.saveSettings({ tenantId: tenant, version: 0, value: tenant, updatedAt: now }, expected),
  ),
);

const commands = fc.array(
  fc.record({ tenant: fc.constantFrom<Tenant>('a', 'b'), run: action }),
  { minLength: 5, maxLength: 40 },
);

/** What tenant a sees, call by call. */
async function seenByA(list: readonly Command[], scopes: Readonly<Record<Tenant, ExportScope>>): Promise<unknown[]> {
  const state = createMemoryState();
  const seen: unknown[] = [];
  for (const { tenant, run } of list) {
    const answer = await run(state, scopes[tenant], tenant);
    if (tenant === 'a') seen.push(answer);
  }
  return seen;
}

describe('tenants never see each other', () => {
  it('state: what one tenant sees does not depend on what another one does', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, commands, async ([a, b], list) => {
        const scopes = { a, b };
        const alone = await seenByA(list.filter((command) => command.tenant === 'a'), scopes);
        expect(await seenByA(list, scopes)).toEqual(alone);
      }),
      { numRuns },
    );
  });

  it('source: ids of another account behave as unknown', async () => {
    const ids = ['1', '2', '3'];
    const make = (): MemorySource =>
      createMemorySource(
        { a: { customers: ids.map((each) => customer(each, { number: each })), items: ids.map((each) => hour(each)) }, b: {} },
        { now: () => now },
      );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(id, { minLength: 1 }), async (wanted) => {
        const source = make();
        const refs = wanted.map((each) => ({ kind: 'time', id: each }) as const);
        const items = refs.map((ref) => ({ ref, expected: 'Approved' as const }));
        const { customers, work, activities, invoices } = source;
        expect(await work.read('b', refs)).toEqual([]);
        expect(await work.setStatus('b', { items, to: 'Invoiced', startBefore: now + 1 })).toEqual(refs.map((ref) => ({ ref, outcome: 'missing' })));
        expect(await customers.get('b', wanted)).toEqual([]);
        expect(await activities.get('b', wanted)).toEqual([]);
        expect(await invoices.get('b', wanted)).toEqual([]);
        for (const each of wanted) {
          expect(await customers.findByNumber('b', each)).toEqual([]);
          expect(await customers.setNumber('b', each, '9', each)).toBe('missing');
          expect(await customers.upsert('b', [{ id: each, fields: { name: 'x' } }])).toMatchObject([{ outcome: 'missing' }]);
        }
        expect((await work.page('b', { kinds: ['time'], limit: 10 })).items).toEqual([]);
        expect((await work.read('a', refs)).map((item) => item.status)).toEqual(wanted.map(() => 'Approved'));
      }),
      { numRuns: Math.min(numRuns, 30) },
    );
  });
});
