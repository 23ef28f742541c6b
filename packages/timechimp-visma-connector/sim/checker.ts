import type { ExportOutcome } from '../src/export/report.ts';
import { documentsOf } from './documents.ts';
import { hourOf } from './items.ts';
import { stepName, steps } from './steps.ts';
import { company, otherCompany, type World } from './world.ts';

/**
 * Reads the books and the source, never our own store: every hour is in exactly one document, or free, or held with a
 * reason. `report` is what the last reconcile said, for "held with a reason" and for "nothing is stuck".
 */
export function checkBooks(world: World, report: readonly ExportOutcome[]): void {
  const documents = documentsOf(world.fake, company);
  const reported = reportedItems(world, report);
  for (const id of world.versions.keys()) {
    const containing = documents.filter((each) => each.hours.some((hour) => hour.id === id));
    const live = containing.filter((each) => !each.void);
    const ours = live.filter((each) => !world.copies.has(each.id));
    if (ours.length > 1) {
      world.fail(`twice: hour ${id} is in ${ours.length} documents (${ours.map((each) => each.id).join(', ')})`);
    }
    if (reported.has(id)) continue;
    const hour = hourOf(world.source, id);
    const versions = world.versions.get(id) ?? [];
    // Whoever set the status that it has; corrections of the minutes since do not count.
    const marked = versions.findLast((version, index) => versions[index - 1]?.status !== version.status);
    if (hour?.status === 'Invoiced' && marked?.by === 'api' && containing.length === 0) {
      world.fail(`lost: hour ${id} is Invoiced and in no document`);
    }
    const touched = versions.slice(1).some((version) => version.by === 'person');
    if (hour && hour.status !== 'Invoiced' && ours.length > 0 && !touched) {
      world.fail(`unmarked: hour ${id} is in a document and still ${hour.status}`);
    }
  }
  checkSteps(world);
  checkEntries(world);
  checkOtherCompany(world);
  for (const outcome of report) {
    if (outcome.outcome === 'in-doubt' || outcome.outcome === 'skipped') {
      world.fail(`stuck: ${outcome.key} is ${outcome.outcome} (${outcome.reason?.code ?? 'no reason'})`);
    }
    if (outcome.outcome === 'held' && !outcome.reason) world.fail(`silent: ${outcome.key} is held without a reason`);
  }
}

/** Hours of exports that the report names as open: held, or still to be marked. */
function reportedItems(world: World, report: readonly ExportOutcome[]): Set<string> {
  const open = new Set(report.filter((each) => each.outcome === 'held').map((each) => each.key));
  return new Set(world.made.filter((made) => open.has(made.plan.key)).flatMap((made) => made.items));
}

/** Every export went from state to state as the life of an export allows. */
export function checkSteps(world: World): void {
  for (const record of world.state.snapshot().tables.exports.values()) {
    for (const { from, to } of record.history) {
      if (from === null || from === to) continue;
      world.hits.add(`step ${stepName(from, to)}`);
      if (steps[from]?.includes(to) !== true) world.fail(`step: ${record.key} went from ${from} to ${to}`);
    }
  }
}

function checkEntries(world: World): void {
  const { ledgerItems, vouchers } = world.fake.books.of(company);
  const numbers = new Map<string, number>();
  for (const item of ledgerItems) {
    if (!vouchers.some((voucher) => voucher.Id === item.VoucherId && voucher.VoucherText.startsWith('Factuur '))) continue;
    const key = `${item.CustomerId} ${item.InvoiceNumber}`;
    numbers.set(key, (numbers.get(key) ?? 0) + 1);
  }
  for (const [key, count] of numbers) {
    if (count > 1) world.fail(`booked twice: ${key} is booked ${count} times`);
  }
}

function checkOtherCompany(world: World): void {
  const strangers = documentsOf(world.fake, otherCompany).length;
  if (strangers > 0) world.fail(`other company: ${strangers} documents were written into its books`);
}
