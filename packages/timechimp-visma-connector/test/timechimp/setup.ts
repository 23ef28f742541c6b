import {
  createTimeChimpSource,
  type TimeChimpOptions,
  type TimeChimpSource,
  type TimeChimpSourceOptions,
} from '@x/timechimp-visma-connector/timechimp';
import {
  createFakeTimeChimp,
  exampleAccount,
  type FakeBehaviour,
  type FakeTimeChimp,
  type FakeTimeChimpData,
  type ManualClock,
  manualClock,
} from '@x/timechimp-visma-connector/timechimp/testing';

/** Keys of the fake: no error may ever show them. */
export const keys = { apiKey: 'TC_fake-key-of-v2', v1ApiKey: 'fake-key-of-v1' } as const;

/** The name of the account in the tests. */
export const acme = 'acme';

/** A fake account and a source over it, in virtual time. */
export interface Setup {
  readonly fake: FakeTimeChimp;
  readonly source: TimeChimpSource;
  readonly clock: ManualClock;
}

/** Sets up a fake and a source. `v1: false` gives no key of API v1. */
export function setup({
  data = exampleAccount,
  behaviour = {},
  options = {},
  settings = {},
  v1 = true,
}: {
  readonly data?: FakeTimeChimpData;
  readonly behaviour?: FakeBehaviour;
  readonly options?: TimeChimpOptions;
  readonly settings?: Partial<TimeChimpSourceOptions>;
  readonly v1?: boolean;
} = {}): Setup {
  const clock = manualClock();
  const fake = createFakeTimeChimp({ data, behaviour, clock });
  const source = createTimeChimpSource({
    accountId: acme,
    apiKey: keys.apiKey,
    v1ApiKey: v1 ? keys.v1ApiKey : undefined,
    fetch: (input, init) => fake.fetch(input, init),
    clock,
    random: () => 0,
    options,
    ...settings,
  });
  return { fake, source, clock };
}

/** Runs of a property test: `FC_RUNS` or the given number. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env['FC_RUNS'] ?? usual) };
}

/** So many hours of the customer 1, ids from `first`. */
export function hours(count: number, first = 1000): FakeTimeChimpData['times'] & object {
  return Array.from({ length: count }, (_, index) => ({ id: first + index, date: '2026-03-10', hours: 1, customerId: 1 }));
}
