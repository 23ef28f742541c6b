import type { EntryStatus, TimeEntry } from '@x/billing-core';
import { checkSteps } from './checker.ts';
import { documentsOf, type BookedDocument } from './documents.ts';
import { maxServerDelay } from './faults.ts';
import { accountId, hourOf } from './items.ts';
import { heldHours } from './ledger.ts';
import { planRun } from './operations.ts';
import { isInvoiced } from './people.ts';
import { invoicePlan, salesPlan } from './plans.ts';
import type { Process } from './process.ts';
import { toTheEnd, type Worker } from './running.ts';
import { company, type Made, type World } from './world.ts';

const minute = 60_000;

/** Nothing that was sent before can take effect after that: the longest lease and Visma's longest delay. */
const quietMs = 15 * minute + maxServerDelay;

/**
 * Our own state is lost, all of it. The operator stops every process, also those that hang: one that went on with what it
 * read before could meet a new record of the same key. Then waits until nothing that was sent can arrive any more, connects
 * again, exports what was chosen before once more, and compares both sides: what has a document and no mark is taken over,
 * what has a mark and no document is opened again.
 */
export async function loseStore(world: World, workers: Worker[], zombies: Process[]): Promise<void> {
  world.hits.add('lost store');
  checkSteps(world);
  world.loseState();
  for (const worker of workers) worker.process = null;
  zombies.length = 0;
  world.advance(quietMs);
  world.fake.faults.clear();
  const { faultRate } = world;
  world.faultRate = 0;
  world.connect(company);
  await world.claimPair();
  await exportAgain(world);
  takeOver(world);
  reopen(world);
  world.faultRate = faultRate;
}

/** The same selections once more: documents are found by their marks, bookings by their numbers. */
async function exportAgain(world: World): Promise<void> {
  for (const document of standing(world)) {
    const again = sameSelection(world, document);
    if (!again) continue;
    const outcomes = await toTheEnd(world, planRun(world, [again]));
    if (outcomes.some(({ how }) => how === 'adopted')) world.hits.add('lost store: document found');
  }
  const customer = world.ids.customers[0] ?? '';
  for (const invoice of world.source.account(accountId).invoices.values()) {
    const outcomes = await toTheEnd(world, planRun(world, [salesPlan(invoice, customer, world.ids)]));
    if (outcomes.some(({ how }) => how === 'adopted')) world.hits.add('lost store: booking found');
  }
}

/** Documents that stand for hours and are not mere copies. */
function standing(world: World): BookedDocument[] {
  return documentsOf(world.fake, company).filter((each) => !each.void && !world.copies.has(each.id));
}

/** The plan that the document was made of, with the hours as they are now; none once an hour is marked, or the mark erased. */
function sameSelection(world: World, { id, hours }: BookedDocument): Made['plan'] | null {
  if (world.edited.has(id) || !isMarked(world, id)) return null;
  const ids = new Set(hours.map((hour) => hour.id));
  const made = world.made.find(({ plan, items }) => plan.kind === 'invoice' && items.length === ids.size && items.every((item) => ids.has(item)));
  const now = (made?.items ?? []).flatMap((item): TimeEntry[] => {
    const hour = hourOf(world.source, item);
    return hour && isBillable(hour.status) ? [hour] : [];
  });
  if (!made || now.length < ids.size || now.some((hour) => heldHours(world).has(hour.id))) return null;
  return invoicePlan(now, world.ids.customers[Number(now[0]?.customerId)] ?? '', world.ids, made.plan.finish);
}

/** Whether a row still carries a mark; whoever erased it has to take the hours over. */
function isMarked(world: World, id: string): boolean {
  const { drafts, invoices } = world.fake.books.of(company);
  const rows = [...drafts, ...invoices].find((each) => each.Id === id)?.Rows ?? [];
  return rows.some((row) => row.Text?.includes('TC-') === true);
}

function isBillable(status: EntryStatus): boolean {
  return status === 'Approved' || status === 'Open';
}

/** What is invoiced and not marked, and no export holds: it is marked, so that no other selection takes it. */
function takeOver(world: World): void {
  const held = heldHours(world);
  for (const { id } of standing(world).flatMap(({ hours }) => hours)) {
    const hour = hourOf(world.source, id);
    if (hour && isBillable(hour.status) && !held.has(id)) change(world, hour, 'Invoiced', 'lost store: taken over');
  }
}

/** What is marked and in no document: an undo or a replacement was under way. */
function reopen(world: World): void {
  const held = heldHours(world);
  for (const id of world.versions.keys()) {
    const hour = hourOf(world.source, id);
    const byUs = (world.versions.get(id) ?? []).findLast(({ status }, index, all) => all[index - 1]?.status !== status)?.by === 'api';
    if (hour?.status === 'Invoiced' && byUs && !held.has(id) && !isInvoiced(world, id)) change(world, hour, 'Approved', 'lost store: re-opened');
  }
}

function change(world: World, hour: TimeEntry, status: EntryStatus, hit: string): void {
  world.hits.add(hit);
  world.source.account(accountId).items.set(`time:${hour.id}`, { ...hour, status });
  world.note(hour.id, 'person');
}
