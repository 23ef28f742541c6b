import fc from 'fast-check';
import type { BillableItem, BillingInput, BillingPolicy, Customer, EntryStatus, Project, Rounding } from '../../src/index.ts';
import { policy } from './builders.ts';

/** Cases per law: a thousand in CI through FC_RUNS, fewer at the desk. */
export const runs = { numRuns: Number(process.env['FC_RUNS'] ?? '200') };

/** A decimal text with up to `decimals` decimals. */
export const decimal = (min: number, max: number, decimals: number): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min, max: max - 1 }), fc.integer({ min: 0, max: 10 ** decimals - 1 })).map(
    ([whole, part]) => (decimals === 0 ? String(whole) : `${whole}.${String(part).padStart(decimals, '0')}`),
  );
export const money = decimal(0, 500, 2);
/** Few different rates, so that entries meet on lines; among them some that no 2 decimals hold. */
const rate = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('95.00', '85.5', '33.33', '0.235', '0.00', '71.255') }, { weight: 1, arbitrary: money });

const CUSTOMERS: readonly Customer[] = [
  { id: 'c1', name: 'Jansen', countryCode: 'NL', vatRate: { percentage: '21' } },
  { id: 'c2', name: 'De Vries', countryCode: 'NL', vatRate: { percentage: '9' } },
  { id: 'c3', name: 'Müller', countryCode: 'DE', vatNumber: 'DE1', vatRate: { percentage: '0' } },
];

const projectOf = (index: number): fc.Arbitrary<Project> =>
  fc.record({ hourlyRate: rate, split: rate, reference: fc.constantFrom('', 'PO-1', 'PO-2') }).map(({ hourlyRate, split, reference }): Project => ({
    id: `p${index}`, customerId: `c${(index % 3) + 1}`, name: `Project ${index}`,
    tasks: [{ id: `pt${index}`, activityId: 'a1', hourlyRate }], users: [{ userId: 'u1', hourlyRate }],
    invoicing: {
      method: (['ProjectHourlyRate', 'TaskHourlyRate', 'CustomerHourlyRate', 'UserHourlyRate', 'ProjectRate'] as const)[index % 5] ?? 'NoInvoicing',
      hourlyRate: index % 2 === 0 ? hourlyRate : [{ rate: hourlyRate, until: '2026-02-28' }, { rate: split, from: '2026-03-01' }],
      reference: reference || undefined,
    },
  }));

const status: fc.Arbitrary<EntryStatus> = fc.oneof(
  { weight: 8, arbitrary: fc.constant('Approved' as const) },
  { weight: 1, arbitrary: fc.constantFrom<EntryStatus>('Open', 'Invoiced', 'WrittenOff', 'Rejected', 'PendingApproval') },
);
const date = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.constantFrom(1, 2, 27, 28)).map(
  ([month, day]) => `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
);

const itemArbitrary: fc.Arbitrary<(index: number) => BillableItem> = fc
  .record({
    kind: fc.constantFrom('time', 'time', 'time', 'expense', 'mileage', 'term'),
    project: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5), date, status, user: fc.constantFrom('u1', 'u2'), activity: fc.constantFrom('a1', 'a2', undefined),
    minutes: fc.integer({ min: -120, max: 600 }), quantity: fc.oneof(decimal(-3, 20, 0), decimal(0, 20, 2), decimal(0, 5, 4)), money: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('12.10', '10.00', '3.335') }, { weight: 1, arbitrary: money }), vat: fc.boolean(),
    billable: fc.constantFrom(true, true, true, false, undefined), percentage: fc.constantFrom('21', '9'), cut: fc.integer({ min: 1, max: 31 }),
  })
  .map((one) => (index: number): BillableItem => {
    const base = { id: String(index), customerId: `c${(one.project % 3) + 1}`, projectId: `p${one.project}`, date: one.date, status: one.status, billable: one.billable, userId: one.user };
    switch (one.kind) {
      case 'time':
        return { ...base, kind: 'time', minutes: one.minutes, activityId: one.activity };
      case 'expense':
        return { ...base, kind: 'expense', quantity: one.quantity, rate: one.money, rateIncludesVat: one.vat, vatRate: { percentage: one.percentage }, productId: one.user };
      case 'mileage':
        return { ...base, kind: 'mileage', distance: one.quantity };
      default:
        return {
          kind: 'term', id: `${base.projectId}/t/${index}`, customerId: base.customerId, projectId: base.projectId, date: one.date, quantity: '1', price: one.money,
          period: { from: one.date, to: one.date }, description: 'Termijn', proration: one.vat ? { days: one.cut, of: 31 } : undefined,
        };
    }
  });

/** Up to forty items of every kind, for customers of three VAT kinds and projects of five methods. */
export const inputs: fc.Arbitrary<BillingInput> = fc
  .record({
    items: fc.array(itemArbitrary, { maxLength: 40, size: 'max' }),
    projects: fc.tuple(...[0, 1, 2, 3, 4, 5].map(projectOf)),
    hourly: rate, perKm: rate, withRate: fc.boolean(),
  })
  .map(({ items, projects, hourly, perKm, withRate }) => ({
    items: items.map((make, index) => make(index)),
    projects,
    customers: CUSTOMERS.map((one) => ({ ...one, mileageRate: perKm, hourlyRate: withRate ? hourly : undefined })),
    activities: [{ id: 'a1', name: 'Advies' }, { id: 'a2', name: 'Bouwen', hourlyRate: hourly }],
    users: [{ id: 'u2', name: 'Bas', hourlyRate: hourly }],
  }));

/** Every way to group hours, expenses and trips. */
export const groupings: fc.Arbitrary<NonNullable<BillingPolicy['grouping']>> = fc.record({
  time: fc.constantFrom('activity', 'employee', 'project', 'day', 'week', 'detailed', 'single'),
  expense: fc.constantFrom('product', 'employee', 'project', 'day', 'week', 'detailed', 'single'),
  mileage: fc.constantFrom('ride', 'employee', 'project', 'day', 'week', 'single'),
});

/** No line is refused for its rounding: for laws about all lines. */
export const unbounded = { maxRoundingDifference: { amount: '99999999', percent: '100' } };

export const policies = (rounding: fc.Arbitrary<Rounding> = fc.constantFrom('perLine', 'perEntry', 'exact')): fc.Arbitrary<BillingPolicy> =>
  fc.record({
    rounding, grouping: groupings, projectPerLine: fc.boolean(),
    split: fc.subarray(['project', 'reference', 'month'] as const),
    markup: fc.constantFrom(undefined, '7.5'),
  }).map((rules) => policy({ ...unbounded, ...rules }));
