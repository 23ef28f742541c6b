import { ENTRIES, entriesRow, GROUPINGS } from '../../../tooling/bench/budgets.ts';
import { type Measurement, paired, report, timeRow } from '../../../tooling/bench/measure.ts';
import type { BillingInput, TimeGrouping } from '../src/index.ts';
import { proposeInvoices } from '../src/index.ts';
import { fixture, policy } from './fixture.ts';
import { handWritten } from './hand-written.ts';

/** Pairs by size: short runs need more of them. A line of every entry takes long and is measured less often. */
const PAIRS = { '10,000': 25, '100,000': 7, '1,000,000': 3 } as const;
const FEW = { '10,000': 9, '100,000': 5, '1,000,000': 1 } as const;

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
for (const [entries, size] of Object.entries(ENTRIES) as [keyof typeof ENTRIES, number][]) {
  const ordered = fixture(size);
  for (const [order, input] of [['in order', ordered], ['at random', shuffled(ordered)]] as const) {
    for (const grouping of GROUPINGS) {
      const few = grouping === 'detailed' || grouping === 'day';
      if (!few || size <= 100_000) verify(input, grouping);
      const asked = { ...policy, grouping: { time: grouping } };
      const pairs = (few ? FEW : PAIRS)[entries];
      const times = await paired(() => proposeInvoices(input, asked), () => handWritten(input, grouping), { pairs, warmUp: 1, cleanHeap: true });
      rows.push(timeRow(entriesRow(entries, grouping, order), 'a hand-written loop', times));
    }
  }
}
for (const grouping of GROUPINGS) {
  const time = (entries: string): number => rows.find(({ name }) => name === entriesRow(entries, grouping, 'in order'))?.ours ?? NaN;
  // Of the two decades: ten times the entries, ten to the power of this times the time.
  const exponent = Math.log10(time('1,000,000') / time('10,000')) / 2;
  rows.push({ name: `growth of time by ${grouping}`, ours: exponent, reference: 1, referenceName: 'linear', ratio: exponent, spread: 0 });
}
report(rows);
