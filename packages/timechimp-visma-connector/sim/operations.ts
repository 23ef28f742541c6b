import type { TimeEntry } from '@x/billing-core';
import type { ExportPlan } from '../src/export/plan.ts';
import type { ExportOutcome, ExportReport, OutcomeName } from '../src/export/report.ts';
import { accountId, hourOf } from './items.ts';
import { openDrafts } from './ledger.ts';
import { onlyDocument } from './people.ts';
import { invoicePlan, salesPlan } from './plans.ts';
import type { Process } from './process.ts';
import { company, type Made, type World } from './world.ts';

/** Someone looks at what can be billed, and makes a preview of it. */
export function makePlan(world: World): void {
  const { random, source, ids } = world;
  if (random.chance(0.15)) {
    const invoice = random.pick([...source.account(accountId).invoices.values()]);
    const customer = ids.customers[0] ?? '';
    if (invoice) world.made.push({ plan: salesPlan(invoice, customer, ids), items: [], used: false });
    return;
  }
  const customer = random.int(0, 2);
  const open = [...world.versions.keys()]
    .map((id) => hourOf(source, id))
    .filter((hour): hour is TimeEntry => hour !== undefined && hour.customerId === String(customer))
    .filter((hour) => hour.status === 'Approved' || hour.status === 'Open');
  const chosen = open.filter(() => random.chance(0.25)).slice(0, 3);
  if (chosen.length === 0) return;
  const finish = random.chance(0.5) ? 'final' : 'draft';
  const plan = invoicePlan(chosen, ids.customers[customer] ?? '', ids, finish);
  world.made.push({ plan, items: chosen.map((hour) => hour.id), used: false });
}

/** Something that a worker does, by its name. */
export interface Operation {
  readonly name: string;
  run(process: Process): Promise<ExportReport | ExportOutcome | null>;
}

/** Writes one to three of the plans made so far, old ones and used ones too. */
export function runOperation(world: World): Operation | null {
  const fresh = world.made.filter((made) => !made.used);
  const pool = fresh.length > 0 && world.random.chance(0.75) ? fresh : world.made.slice(-8);
  const chosen = new Set([1, 2, 3].slice(0, world.random.int(1, 3)).map(() => world.random.pick(pool)));
  for (const made of chosen) if (made && world.random.chance(0.8)) made.used = true;
  const plans = [...chosen].flatMap((made) => made?.plan ?? []);
  const byKey = new Map(plans.map((plan) => [plan.key, plan]));
  const kind = plans[0]?.kind;
  if (kind === undefined) return null;
  return planRun(world, [...byKey.values()].filter((plan) => plan.kind === kind));
}

/** Writes these plans, all of one kind. */
export function planRun(world: World, plans: readonly ExportPlan[]): Operation {
  return {
    name: 'op run',
    run: async (process) => {
      const { engine, context, invoices, entries } = world.engineFor(process);
      return engine.run({ ...context, driver: plans[0]?.kind === 'invoice' ? invoices : entries, plans });
    },
  };
}

export function reconcileOperation(world: World): Operation {
  return {
    name: 'op reconcile',
    run: async (process) => {
      const { engine, context, invoices, entries } = world.engineFor(process);
      return engine.reconcile({ ...context, drivers: [invoices, entries] });
    },
  };
}

export function undoOperation(world: World): Operation | null {
  const made = pickShown(world, 'exported', 'already-exported', 'held');
  if (!made) return null;
  return {
    name: 'op undo',
    run: async (process) => {
      const { engine, context, invoices } = world.engineFor(process);
      const request = { ...context, driver: invoices, keys: [made.plan.key], by: 'anna', note: 'wrong' };
      return engine.undo(request);
    },
  };
}

/** Somebody corrects an hour that is in an open draft, and wants the draft replaced. */
export function replaceOperation(world: World): Operation | null {
  const { source, random, ids } = world;
  const open = openDrafts(world);
  const made = random.pick(world.made.filter(({ plan }) => open.has(plan.key)));
  if (!made) return null;
  const { items } = source.account(accountId);
  const corrected = hourOf(source, random.pick(made.items) ?? '');
  if (corrected?.status === 'Invoiced') {
    items.set(`time:${corrected.id}`, { ...corrected, minutes: random.int(1, 16) * 15 });
    world.note(corrected.id, 'person');
  }
  const hours = made.items.flatMap((id) => hourOf(source, id) ?? []);
  if (hours.length < made.items.length) return null;
  for (const id of made.items) world.replaced.add(id);
  const plan = invoicePlan(hours, ids.customers[Number(hours[0]?.customerId)] ?? '', ids, made.plan.finish);
  return {
    name: 'op replace',
    run: async (process) => {
      const { engine, context, invoices } = world.engineFor(process);
      return engine.replace({ ...context, driver: invoices, plan, by: 'anna', note: 'corrected' });
    },
  };
}

/** An operator looks into Visma and says what is there; in doubt, nothing. */
export function settleOperation(world: World): Operation | null {
  const made = pickShown(world, 'held');
  if (!made) return null;
  return {
    name: 'op settle',
    run: async (process) => {
      const { engine, context, invoices } = world.engineFor(process);
      const record = await engine.find(context.scope, made.plan.key);
      const request = { ...context, driver: invoices, key: made.plan.key, by: 'olga', note: 'looked' };
      if (record?.state === 'held' && record.reason?.code === 'several-matches') clearCopies(world, made.items);
      if (record?.state === 'held' && world.random.chance(0.4)) return engine.settle({ ...request, as: 'recheck' });
      if (record?.state !== 'held' && record?.state !== 'draft-missing') return null;
      const document = onlyDocument(world, made.items);
      if (document === 'several') return null;
      if (!document) {
        return record.state === 'draft-missing' ? engine.settle({ ...request, as: 'not-exported' }) : null;
      }
      const documents = document.stage === 'draft' ? { draftId: document.id } : { invoiceId: document.id };
      return engine.settle({ ...request, as: 'exported', documents });
    },
  };
}

/** One of the invoices that somebody was shown with one of these outcomes. */
function pickShown(world: World, ...outcomes: OutcomeName[]): Made | undefined {
  const fitting = world.made.filter(({ plan }) => {
    const shown = world.shown.get(plan.key);
    return plan.kind === 'invoice' && shown !== undefined && outcomes.includes(shown);
  });
  // What somebody has just seen is what he acts on, most of the time.
  const order = [...world.shown.keys()];
  const recent = fitting.toSorted((left, right) => order.indexOf(right.plan.key) - order.indexOf(left.plan.key));
  return world.random.pick(world.random.chance(0.6) ? recent.slice(0, 2) : fitting);
}

/** The operator deletes drafts that are mere copies, so that one is left. */
function clearCopies(world: World, items: readonly string[]): void {
  const wanted = new Set(items);
  for (const draft of world.fake.books.of(company).drafts) {
    const names = draft.Rows.some((row) => wanted.has(/time:(\d+)/.exec(row.Text ?? '')?.[1] ?? ''));
    if (names && world.copies.has(draft.Id)) world.fake.person.deleteDraft(draft.Id);
  }
}
