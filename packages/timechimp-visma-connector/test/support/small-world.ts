import { manualClock, type ManualClock } from '@x/visma-eaccounting/testing';
import { createExportEngine } from '../../src/export/create-engine.ts';
import type { DocumentDriver } from '../../src/export/driver.ts';
import type { ExportEngine } from '../../src/export/engine.ts';
import type { ExportSource } from '../../src/export/export-source.ts';
import type { ExportOptions } from '../../src/export/options.ts';
import type { ExportPlan } from '../../src/export/plan.ts';
import type { ExportOutcome, ExportReport } from '../../src/export/report.ts';
import { createMemorySource, createMemoryState, type MemorySource, type MemoryState } from '../../src/memory/index.ts';
import type { ExportKind, ExportRecord } from '../../src/ports/export-record.ts';
import type { ExportStore } from '../../src/ports/export-store.ts';
import { hoursSource, plannedHour } from './hours-source.ts';
import { SmallVisma } from './small-visma.ts';

/** The pair that tests work on. */
export const scope = { companyIdentifier: 'company', sourceAccountId: 'account' };

/** The protocol on a small Visma, a memory store, a memory source and a clock that only moves when told. */
export interface SmallWorld {
  readonly clock: ManualClock;
  readonly visma: SmallVisma;
  readonly state: MemoryState;
  readonly source: MemorySource;
  readonly engine: ExportEngine;
  readonly driver: DocumentDriver;
  /** Replaced to make the source fail. */
  exportSource: ExportSource;
  plan(...ids: string[]): ExportPlan;
  run(...plans: ExportPlan[]): Promise<ExportReport>;
  reconcile(): Promise<ExportReport>;
  undo(plan: ExportPlan): Promise<ExportOutcome | undefined>;
  record(plan: ExportPlan): Promise<ExportRecord | null>;
  statusOf(id: string): string | undefined;
  /** Another engine on the same store, for a second worker. */
  worker(store: ExportStore): ExportEngine;
}

/** Creates the world: `items` approved hours. */
export function smallWorld(
  setup: {
    readonly items?: number;
    readonly kind?: ExportKind;
    readonly finish?: 'draft' | 'final';
    readonly options?: Partial<ExportOptions>;
  } = {},
): SmallWorld {
  const { items = 3, kind = 'invoice', finish = 'draft', options } = setup;
  const clock = manualClock();
  const visma = new SmallVisma(() => clock.now());
  const state = createMemoryState();
  const hours = Array.from({ length: items }, (_, index) => ({
    kind: 'time' as const,
    id: String(index + 1),
    customerId: 'c1',
    date: '2026-03-02',
    minutes: 60,
    status: 'Approved' as const,
  }));
  const source = createMemorySource({ [scope.sourceAccountId]: { items: hours } }, { now: () => clock.now() });
  const worker = (store: ExportStore): ExportEngine => createExportEngine({ store, clock, options });
  const engine = worker(state.exports);
  const driver = visma.driver(kind);
  const guard = () => Promise.resolve(null);
  const world: SmallWorld = {
    clock,
    visma,
    state,
    source,
    engine,
    driver,
    worker,
    exportSource: hoursSource(scope.sourceAccountId, source.work),
    plan: (...ids) => ({
      key: `invoice:${ids.join('+')}`,
      kind,
      finish,
      sources: ids.map((id) => {
        const item = source.account(scope.sourceAccountId).items.get(`time:${id}`);
        if (item?.kind !== 'time') throw new Error(`no item ${id}`);
        return plannedHour(item);
      }),
      payload: { customer: 'c1', amount: String(ids.length * 95) },
      payloadHash: `hash of ${ids.join('+')}`,
    }),
    run: (...plans) => engine.run({ scope, source: world.exportSource, guard, driver, plans }),
    reconcile: () => engine.reconcile({ scope, source: world.exportSource, guard, drivers: [driver] }),
    undo: async (plan) => {
      const request = { scope, source: world.exportSource, guard, driver, keys: [plan.key], by: 'anna', note: 'wrong month' };
      return (await engine.undo(request)).outcomes[0];
    },
    record: (plan) => engine.find(scope, plan.key),
    statusOf: (id) => {
      const item = source.account(scope.sourceAccountId).items.get(`time:${id}`);
      return item && item.kind !== 'term' ? item.status : undefined;
    },
  };
  return world;
}
