/**
 * What TimeChimp's documents leave open, one option each. The letter is the grade of the default's source: A TimeChimp's
 * own words, B a client that ran against the real API, C a client written from TimeChimp's documents and not seen
 * running, D an inference. Defaults are the likeliest reading, and the careful one where money is at stake.
 */
export interface TimeChimpOptions {
  /** Value of the header `api-version` of API v2, or false to leave it out. B @defaultValue '2.0' */
  readonly apiVersion?: string | false | undefined;
  /** Collection of trips in API v2: running code uses the plural, another client the singular. B @defaultValue '/mileages' */
  readonly mileagePath?: '/mileages' | '/mileage' | undefined;
  /** Which API changes statuses: `PUT /times/status` of v2, or `POST /time/changestatusintern` of v1. B @defaultValue 'v2' */
  readonly statusVia?: 'v2' | 'v1' | undefined;
  /** Spelling of v1's status change: both are found in clients of different years. B @defaultValue 'changestatusintern' */
  readonly v1StatusPath?: 'changestatusintern' | 'changestatusinternal' | undefined;
  /** Which of the two tracks is read as an item's status and set: `client` is the portal's. The other one counts too: nothing that is invoiced, written off or rejected there is proposed. C @defaultValue 'internal' */
  readonly statusTrack?: 'internal' | 'client' | undefined;
  /** Whether statuses are read back after every change or only after a failed one. D @defaultValue 'always' */
  readonly confirmStatus?: 'always' | 'after-failure' | undefined;
  /**
   * How records are read by id: `id in (1,2)`, `id eq 1 or id eq 2`, everything between the lowest and the highest id, or
   * one by one. Where one is refused or ignored, the next is used from then on. D @defaultValue 'in'
   */
  readonly idLookup?: 'in' | 'or' | 'range' | 'single' | undefined;
  /** Where items are narrowed to statuses: in the request, or here. Where TimeChimp refuses a filter, only days are asked for from then on. B @defaultValue 'request' */
  readonly statusFilter?: 'request' | 'here' | undefined;
  /**
   * Where items are narrowed to customers: an entry may name only its project, so a filter on `customer/id` could lose
   * it. D @defaultValue 'here'
   */
  readonly customerFilter?: 'request' | 'here' | undefined;
  /**
   * How a customer number is looked up: over all customers, or by `relationId eq '...'`, which misses numbers with
   * spaces around them. D @defaultValue 'scan'
   */
  readonly numberLookup?: 'scan' | 'filter' | undefined;
  /** Customers marked `intern` or `unspecified`: told apart by a flag (nothing of them is invoiced), or not shown at all. D @defaultValue 'flag' */
  readonly internalCustomers?: 'flag' | 'omit' | undefined;
  /** Hours that are no whole minutes: nearest minute, half away from zero, and reported; or left out and reported. D @defaultValue 'round' */
  readonly hours?: 'round' | 'refuse' | undefined;
  /** A number of more than 15 digits is noise of binary arithmetic: rounded to 15, or taken as sent. D @defaultValue 'fifteen-digits' */
  readonly numbers?: 'fifteen-digits' | 'as-sent' | undefined;
  /** A rate of 0: a price of nothing, or no rate at all. D @defaultValue 'zero' */
  readonly zeroRates?: 'zero' | 'absent' | undefined;
  /** Whether the rate of an expense includes VAT. D @defaultValue 'without-vat' */
  readonly expenseRates?: 'without-vat' | 'with-vat' | undefined;
  /** Relations that a list of expenses is asked to expand, such as `vatRate,product`; empty: none. C @defaultValue '' */
  readonly expenseExpand?: string | undefined;
  /** Percentages by VAT rate id (21 means 21 %), for where an answer names only the id. D @defaultValue {} */
  readonly vatPercentages?: Readonly<Record<string, string>> | undefined;
  /** Whether an employee's own rate is read from the contracts. C @defaultValue 'contracts' */
  readonly userRates?: 'contracts' | 'none' | undefined;
  /**
   * A fixed price when no key of API v1 is there to tell whether it is invoiced in instalments: withheld and reported,
   * or proposed as one amount. D @defaultValue 'withhold'
   */
  readonly fixedPricesWithoutV1?: 'withhold' | 'propose' | undefined;
  /** What a subscription's `amount` is: the quantity (with `rate` as the price), or the price itself. D @defaultValue 'quantity' */
  readonly subscriptionAmount?: 'quantity' | 'price' | undefined;
  /** Which API invoices are read from; only v1's fields are known. A @defaultValue 'v1' */
  readonly invoicesFrom?: 'v1' | 'v2' | undefined;
  /** The totals of an invoice with an exchange rate: the fields `...WithoutExchangeRate`, or the plain ones. D @defaultValue 'without-exchange-rate' */
  readonly foreignTotals?: 'without-exchange-rate' | 'plain' | undefined;
  /** Sign of a credit invoice: as sent, or made negative or positive (totals and quantities together). D @defaultValue 'as-sent' */
  readonly creditSign?: 'as-sent' | 'negative' | 'positive' | undefined;
  /** Whether a change of a task's code is guarded by a JSON Patch `test` of the old value. D @defaultValue 'none' */
  readonly patchGuard?: 'none' | 'test' | undefined;
}

/** The options with every default filled in. */
export type ResolvedOptions = {
  readonly [Name in keyof TimeChimpOptions]-?: Exclude<TimeChimpOptions[Name], undefined>;
};

const defaults: ResolvedOptions = {
  apiVersion: '2.0',
  mileagePath: '/mileages',
  statusVia: 'v2',
  v1StatusPath: 'changestatusintern',
  statusTrack: 'internal',
  confirmStatus: 'always',
  idLookup: 'in',
  statusFilter: 'request',
  customerFilter: 'here',
  numberLookup: 'scan',
  internalCustomers: 'flag',
  hours: 'round',
  numbers: 'fifteen-digits',
  zeroRates: 'zero',
  expenseRates: 'without-vat',
  expenseExpand: '',
  vatPercentages: {},
  userRates: 'contracts',
  fixedPricesWithoutV1: 'withhold',
  subscriptionAmount: 'quantity',
  invoicesFrom: 'v1',
  foreignTotals: 'without-exchange-rate',
  creditSign: 'as-sent',
  patchGuard: 'none',
};

/** Fills in the defaults; an option that is given as undefined counts as absent. */
export function resolveOptions(options: TimeChimpOptions = {}): ResolvedOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
