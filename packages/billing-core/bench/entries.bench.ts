import { ENTRY_RUNS, entriesRow, GROUPINGS } from '../../../tooling/bench/budgets.ts';
import { type Measurement, paired, report, timeRow } from '../../../tooling/bench/measure.ts';
import type { BillingInput, TimeGrouping } from '../src/index.ts';
import { proposeInvoices } from '../src/index.ts';
import { fixture, policy } from './fixture.ts';
import { handWritten } from './hand-written.ts';

/** Both ways must agree on every line and cent before either is timed. */
function verify(input: BillingInput, grouping: TimeGrouping): void {
  const hand = handWritten(input, grouping);
  const { proposals, excluded, problems } = proposeInvoices(input, { ...policy, grouping: { time: grouping } });
  let [cents, ids, lines, handIds] = [0n, 0, 0, 0];
  for (const line of proposals.flatMap((proposal) => proposal.lines)) {
    cents += BigInt(line.amount.replace('.', ''));
    ids += line.sources.length;
    lines++;
  }
  for (const line of hand.lines.values()) handIds += line.ids.length;
  if (excluded.length > 0 || problems.length > 0) throw new Error('The fixture is not clean.');
  if (cents !== hand.cents || lines !== hand.lines.size || ids !== handIds || ids !== input.items.length) {
    throw new Error(`By ${grouping} the two ways do not agree.`);
  }
}

function shuffled(input: BillingInput): BillingInput {
  const items = [...input.items];
  let state = 7;
  for (let index = items.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (index + 1);
    const [a, b] = [items[index]!, items[other]!];
    items[index] = b;
    items[other] = a;
  }
  return { ...input, items };
}

const rows: Measurement[] = [];
for (const { entries, order, pairs, warmUp } of ENTRY_RUNS) {
  const ordered = fixture(entries);
  const input = order === 'in order' ? ordered : shuffled(ordered);
  for (const grouping of GROUPINGS) {
    const many = grouping === 'detailed' || grouping === 'day';
    // A check takes as long as a run: at full size it is made of few lines only.
    if (!many || entries <= 100_000) verify(input, grouping);
    const asked = { ...policy, grouping: { time: grouping } };
    const times = await paired(() => proposeInvoices(input, asked), () => handWritten(input, grouping), { pairs, warmUp, cleanHeap: true });
    rows.push(timeRow(entriesRow(entries, grouping, order), 'a hand-written loop', times));
  }
}
for (const grouping of GROUPINGS) {
  const time = (entries: number): number => rows.find(({ name }) => name === entriesRow(entries, grouping, 'in order'))?.ours ?? NaN;
  // Of the two decades: ten times the entries, ten to the power of this times the time.
  const exponent = Math.log10(time(1_000_000) / time(10_000)) / 2;
  rows.push({ name: `growth of time by ${grouping}`, ours: exponent, reference: 1, referenceName: 'linear', ratio: exponent, spread: 0 });
}
report(rows);
