/** What is promised of one row: a ratio that is at most, or at least, so much. `null` where another way is only compared. */
export interface Budget {
  readonly name: string;
  readonly unit: string;
  readonly bar: `<= ${number}` | `>= ${number}` | null;
}

/** Rows that are measured in one process, so that the heaps of others do not disturb them. */
export interface Group {
  readonly title: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly nodeFlags: readonly string[];
  readonly budgets: readonly Budget[];
}

/** The groupings of hours that are measured; `detailed` makes a line of every entry. */
export const GROUPINGS = ['activity', 'employee', 'project', 'week', 'single', 'day', 'detailed'] as const;

/** The runs of billing-core by size and order of the entries; the pairs that are measured of each, and those before that warm the code up. */
export const ENTRY_RUNS = [
  { entries: 10_000, order: 'in order', pairs: 9, warmUp: 3 },
  { entries: 100_000, order: 'in order', pairs: 3, warmUp: 1 },
  { entries: 1_000_000, order: 'in order', pairs: 3, warmUp: 1 },
  { entries: 1_000_000, order: 'at random', pairs: 3, warmUp: 1 },
] as const;

/** Customers of the connector's runs. */
export const CUSTOMERS = [10, 100, 1000] as const;

/** The name of a run of billing-core. */
export function entriesRow(entries: number, grouping: string, order: 'in order' | 'at random'): string {
  return `${entries.toLocaleString('en')} entries by ${grouping}, ${order}`;
}

const ms = 'ms of processor time';
const growth = (grouping: string): Budget => ({ name: `growth of time by ${grouping}`, unit: 'exponent', bar: '<= 1.1' });
const limit = (name: string, unit: string, bar: Budget['bar'] = '<= 1'): Budget => ({ name, unit, bar });
const invoicing = (name: string): readonly Budget[] => [limit(name, 'requests'), { name: `${name}, look-ups alone`, unit: 'requests', bar: null }];
const bytes = 'bytes, minified and gzipped';
/** One collector thread: several that wait for each other on a busy machine would count as work. */
const steady = ['--expose-gc', '--single-threaded-gc'];
const fromSource = ['--no-warnings', '--import', new URL('../../packages/timechimp-visma-connector/bench/from-source.ts', import.meta.url).href];

/** Every row of the budgets, and the groups that measure them. */
export const GROUPS: readonly Group[] = [
  {
    title: 'sizes',
    file: 'packages/visma-eaccounting/bench/sizes.bench.ts',
    nodeFlags: [],
    budgets: ['one resource', 'five resources', 'all operations', 'oauth, with its library'].map((what) => limit(`client bundle, ${what}`, bytes)),
  },
  {
    title: 'sizes of billing-core',
    file: 'packages/billing-core/bench/sizes.bench.ts',
    nodeFlags: [],
    budgets: ['proposeInvoices', 'unbilledTerms', 'proposeSalesEntry', 'explain', 'payloadHash and markFor', 'everything'].map((what) => limit(`billing-core bundle, ${what}`, bytes)),
  },
  {
    title: 'requests of the connector',
    file: 'packages/timechimp-visma-connector/bench/requests.bench.ts',
    nodeFlags: fromSource,
    budgets: CUSTOMERS.flatMap((count) => [
      limit(`import of ${count} customers`, 'requests'),
      limit(`import of ${count} customers, nothing new`, 'requests'),
      ...invoicing(`drafts for ${count} customers`),
      ...invoicing(`invoices for ${count} customers`),
    ]).concat(invoicing('drafts for 10 customers, 100 entries each')),
  },
  {
    title: 'pace of the connector',
    file: 'packages/timechimp-visma-connector/bench/pace.bench.ts',
    nodeFlags: fromSource,
    budgets: [limit('allowed rate used in a bulk run', 'requests a minute', '>= 0.95'), limit('refused for their number in a bulk run', 'answers 429')],
  },
  {
    title: 'faults',
    file: 'packages/timechimp-visma-connector/bench/faults.bench.ts',
    nodeFlags: fromSource,
    budgets: [limit('violations in 100 random crash and fault schedules', 'violations')],
  },
  {
    title: 'storage',
    file: 'packages/timechimp-visma-connector/bench/storage.bench.ts',
    nodeFlags: [...fromSource, '--expose-gc'],
    budgets: [
      limit('100,000 customers upserted, memory', 'MiB of live heap', '<= 3'),
      { name: '100,000 customers upserted, time', unit: 's', bar: null },
    ],
  },
  {
    title: 'cold import',
    file: 'packages/visma-eaccounting/bench/cold-import.bench.ts',
    nodeFlags: [],
    budgets: [
      { name: 'cold import of the client', unit: ms, bar: '<= 1.2' },
      { name: 'cold import of the connector', unit: ms, bar: '<= 1.5' },
      limit('cold import of billing-core', ms),
    ],
  },
  {
    title: 'lists',
    file: 'packages/visma-eaccounting/bench/lists.bench.ts',
    nodeFlags: ['--single-threaded-gc'],
    budgets: [
      { name: '100 pages x 100, not validated', unit: ms, bar: '>= 0.8' },
      { name: '100 pages x 100, validated', unit: ms, bar: '>= 0.5' },
      { name: '100 pages x 100, not validated, without a network', unit: ms, bar: '>= 0.8' },
      { name: '100 pages x 100, validated, without a network', unit: ms, bar: '>= 0.5' },
      { name: '100 pages x 100, not validated, by openapi-fetch', unit: ms, bar: null },
      { name: '100 pages x 100, not validated, by @notionhq/client', unit: ms, bar: null },
      { name: '100 pages x 100, validated, by openapi-fetch', unit: ms, bar: null },
      { name: '100 pages x 100, validated, by @notionhq/client', unit: ms, bar: null },
    ],
  },
  {
    title: 'one request',
    file: 'packages/visma-eaccounting/bench/request.bench.ts',
    // Room for one run of allocations, and no more: memory that is touched for the first time would count as work.
    nodeFlags: ['--expose-gc', '--max-semi-space-size=64', '--min-semi-space-size=64'],
    budgets: ['whole client', 'client of one resource'].flatMap((who): Budget[] => [
      { name: `one request, ${who}, time`, unit: 'us of processor time', bar: '<= 1.3' },
      { name: `one request, ${who}, allocation`, unit: 'bytes', bar: '<= 1.5' },
    ]),
  },
  {
    title: 'a million customers',
    file: 'packages/visma-eaccounting/bench/stream.bench.ts',
    nodeFlags: ['--expose-gc'],
    budgets: [limit('1,000,000 customers streamed, memory', 'MiB of live heap', '<= 3')],
  },
  {
    title: 'entries to lines',
    file: 'packages/billing-core/bench/entries.bench.ts',
    nodeFlags: [...steady, '--max-old-space-size=6144'],
    budgets: GROUPINGS.flatMap((grouping): Budget[] => [
      ...ENTRY_RUNS.map(({ entries, order }): Budget => ({ name: entriesRow(entries, grouping, order), unit: ms, bar: entries === 1_000_000 ? '<= 3' : null })),
      growth(grouping),
    ]),
  },
];
