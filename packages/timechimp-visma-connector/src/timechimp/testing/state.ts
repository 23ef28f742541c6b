import type { Clock } from '../../ports/clock.ts';
import type {
  FakeContact, FakeCustomer, FakeExpense, FakeInvoice, FakeMileage, FakeProject, FakeTask, FakeTime, FakeTimeChimpData,
  FakeUser, FakeVatRate,
} from './records.ts';

/** One line of an entry's history of statuses. */
export interface FakeStatusChange {
  readonly entry: string;
  readonly from: string;
  readonly to: string;
  readonly message: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The account's tables by id. */
export interface FakeTables {
  readonly customers: Map<number, FakeCustomer>;
  readonly contacts: Map<number, FakeContact>;
  readonly vatRates: Map<number, FakeVatRate>;
  readonly tasks: Map<number, FakeTask>;
  readonly users: Map<number, FakeUser>;
  readonly projects: Map<number, FakeProject>;
  readonly times: Map<number, FakeTime>;
  readonly expenses: Map<number, FakeExpense>;
  readonly mileages: Map<number, FakeMileage>;
  readonly invoices: Map<number, FakeInvoice>;
}

/** What the fake works on. */
export interface FakeState extends FakeTables {
  readonly history: FakeStatusChange[];
  readonly behaviour: ResolvedBehaviour;
  readonly clock: Clock;
}

/** Facts about TimeChimp that are not certain; the same ones as the adapter's options, seen from the other side. */
export interface FakeBehaviour {
  /** Key of API v2; default `TC_fake-key-of-v2`. */
  readonly apiKey?: string;
  /** Key of API v1; default `fake-key-of-v1`. */
  readonly v1ApiKey?: string;
  /** Whether API v1 is still there; default true. */
  readonly v1?: boolean;
  readonly mileagePath?: '/mileages' | '/mileage';
  readonly v1StatusPath?: 'changestatusintern' | 'changestatusinternal';
  /** Operators and fields that `$filter` refuses, such as `in`, `or`, `status`; default none. */
  readonly refusedInFilter?: readonly string[];
  /** Whether `$filter` is ignored altogether; default false. */
  readonly ignoresFilter?: boolean;
  /** Whether a list is in order of id as asked; default true. */
  readonly honoursOrder?: boolean;
  /** Rows of a list when `$top` is absent; default 100. */
  readonly defaultTop?: number;
  /** The most rows of an answer, whatever `$top` says; default 10,000. */
  readonly maxTop?: number;
  /** Whether a list tells its count when `$count=true`; default true. */
  readonly tellsCount?: boolean;
  /** What the count counts: the rows of the list (default), or only those of the answer. */
  readonly countMeans?: 'list' | 'answer';
  /** A batch with an entry that is unknown or locked: refused whole (default), or carried out for the others and then refused. */
  readonly batches?: 'all-or-nothing' | 'one-by-one';
  /** Ids of entries (`times/5`) whose status cannot be changed; default none. */
  readonly locked?: readonly string[];
  /** Whether an entry of a project also names the customer; default true. */
  readonly customerOnEntries?: boolean;
  /** Whether a VAT rate that came along has its percentage; default true. */
  readonly vatPercentages?: boolean;
  /** Whether a JSON Patch may contain a `test`; default true. */
  readonly patchTests?: boolean;
  /** Whether invoices can be read from API v2, in the shape of v1; default false. */
  readonly invoicesInV2?: boolean;
  /** Requests per minute; false for no limit. Default 100. */
  readonly rateLimit?: { readonly limit?: number; readonly windowMs?: number; readonly retryAfter?: boolean } | false;
}

/** The behaviour with every default filled in. */
export type ResolvedBehaviour = Required<FakeBehaviour>;

/** Fills in the defaults. */
export function resolveBehaviour(behaviour: FakeBehaviour): ResolvedBehaviour {
  return {
    apiKey: 'TC_fake-key-of-v2',
    v1ApiKey: 'fake-key-of-v1',
    v1: true,
    mileagePath: '/mileages',
    v1StatusPath: 'changestatusintern',
    refusedInFilter: [],
    ignoresFilter: false,
    honoursOrder: true,
    defaultTop: 100,
    maxTop: 10_000,
    tellsCount: true,
    countMeans: 'list',
    batches: 'all-or-nothing',
    locked: [],
    customerOnEntries: true,
    vatPercentages: true,
    patchTests: true,
    invoicesInV2: false,
    rateLimit: {},
    ...behaviour,
  };
}

/** The tables, filled with copies. */
export function createState(data: FakeTimeChimpData, behaviour: FakeBehaviour, clock: Clock): FakeState {
  const copy = structuredClone(data);
  return {
    customers: byId(copy.customers),
    contacts: byId(copy.contacts),
    vatRates: byId(copy.vatRates),
    tasks: byId(copy.tasks),
    users: byId(copy.users),
    projects: byId(copy.projects),
    times: byId(copy.times),
    expenses: byId(copy.expenses),
    mileages: byId(copy.mileages),
    invoices: byId(copy.invoices),
    history: [],
    behaviour: resolveBehaviour(behaviour),
    clock,
  };
}

/** The next free id of a table: one more than the highest, so that a deleted id never comes back. */
export function nextId(table: ReadonlyMap<number, unknown>): number {
  return Math.max(0, ...table.keys()) + 1;
}

function byId<T extends { readonly id: number }>(rows: readonly T[] = []): Map<number, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
