import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Facts } from '../../codegen/facts.ts';
import type { VismaClient } from '../../../src/index.ts';
import { planResources, type PlannedMethod } from '../../codegen/plan.ts';
import { type StepContext, present } from './context.ts';
import { type References, validBody } from './valid-body.ts';

type Method = (...args: unknown[]) => PromiseLike<unknown>;
interface Planned extends PlannedMethod {
  readonly resource: string;
}

/** Where the records are whose ids an operation takes, when not in the list that its path begins with. */
const lists: Readonly<Record<string, string>> = {
  'PUT /approval/vatreport/{id}': '/vatreports',
  'PUT /approval/supplierinvoice/{id}': '/supplierinvoices',
  'GET /salespricelists/prices/{salesPriceListId}': '/salespricelists',
  'GET /banktransactions/{bankAccountId}/matched': '/bankaccounts',
  'GET /banktransactions/{bankAccountId}/unmatched': '/bankaccounts',
  'GET /banktransactions/{bankAccountId}/{bankTransactionId}': '/bankaccounts',
};

/** Ids that stand in records of another kind. */
const elsewhere: Readonly<Record<string, (client: VismaClient) => Promise<string | null | undefined>>> = {
  'GET /salespricelists/prices/{salesPriceListId}/{articleId} salesPriceListId': async ({ salesPriceLists }) =>
    (await salesPriceLists.listPrices()).items[0]?.SalesPriceListId,
  'GET /voucherwithoverunderpayment/{voucherId} voucherId': async ({ vouchers }) => (await vouchers.list()).items[0]?.Id,
  'GET /documents/{id} id': async ({ vatReports }) => (await vatReports.list()).items[0]?.DocumentId,
  'GET /banktransactions/{bankAccountId}/{bankTransactionId} bankTransactionId': async ({ bankAccounts, bankTransactions }) => {
    const account = present((await bankAccounts.list()).items[0]?.Id, 'bank account');
    return (await bankTransactions.listMatched(account)).items[0]?.Id;
  },
};

/** A year of the example. */
const days: Readonly<Record<string, string>> = { date: '2026-12-31', fromDate: '2026-01-01', toDate: '2026-12-31' };

/**
 * Calls every operation that no other step has called, with all of its query parameters and a whole valid body. What an
 * operation works on is made for it where the API can make it, and is otherwise the first of its list.
 */
export class RemainingOperations {
  readonly #facts: Facts;
  readonly #methods: ReadonlyMap<string, Planned>;
  readonly #context: StepContext;
  #references: References = {};

  private constructor(facts: Facts, context: StepContext) {
    this.#facts = facts;
    this.#context = context;
    this.#methods = new Map(planResources(facts).flatMap(({ name, methods }) => methods.map((method) => [method.key, { ...method, resource: name }])));
  }

  static async of(context: StepContext): Promise<RemainingOperations> {
    const file = join(import.meta.dirname, '../../../facts/api-v2.json');
    const all = new RemainingOperations(JSON.parse(await readFile(file, 'utf8')) as Facts, context);
    await all.#refer();
    return all;
  }

  /** The operations in the order in which they are called: what is made and changed first is then read. */
  get names(): readonly string[] {
    const names = [...this.#methods.keys()];
    return ['POST', 'PUT', 'GET', 'DELETE'].flatMap((verb) => names.filter((name) => name.startsWith(`${verb} `)));
  }

  /** Calls one operation. */
  async call(key: string): Promise<unknown> {
    const method = present(this.#methods.get(key), `operation ${key}`);
    const ids: unknown[] = [];
    for (const { name } of method.ids) ids.push(await this.#idFor(method, name));
    return this.#send(method, ids);
  }

  #send({ resource, name, key, operation }: Planned, ids: readonly unknown[]): PromiseLike<unknown> {
    const instance = (this.#context.client as unknown as Record<string, Record<string, Method>>)[resource];
    const call = present(instance?.[name], `method ${resource}.${name}`);
    const query = this.#query(operation.query ?? {});
    const isPaged = key.startsWith('GET') && operation.answer?.startsWith('page of') === true;
    const body = operation.body === undefined ? [] : [this.#body(operation.body)];
    return call.apply(instance, [...ids, ...(isPaged ? [{ pageSize: 100, ...query }] : [...body, { query }])]);
  }

  #query(parameters: NonNullable<Planned['operation']['query']>): Record<string, unknown> {
    const values = Object.entries(parameters).map(([name, { type, default: byDefault }]) => {
      if (type === 'boolean') return [name, byDefault ?? false];
      return [name, this.#references[name] ?? (type === 'date-time' ? '2026-01-01T00:00:00Z' : '2026-01-01')];
    });
    return Object.fromEntries(values) as Record<string, unknown>;
  }

  #body(model: string): unknown {
    const name = model.replaceAll(/[[\]]/g, '');
    const body = validBody(this.#facts, name, this.#references);
    return model.startsWith('[') ? [body] : body;
  }

  async #idFor(method: Planned, name: string): Promise<unknown> {
    if (days[name] !== undefined) return days[name];
    const other = elsewhere[`${method.key} ${name}`];
    if (other) return present(await other(this.#context.client), `${name} for ${method.key}`);
    const known = this.#references[lowerIds[name] ?? ''];
    if (known !== undefined) return known;
    return this.#recordOf(lists[method.key] ?? `/${method.key.split('/')[1] ?? ''}`);
  }

  /** The id of a new record of a list, or of its first one. */
  async #recordOf(list: string): Promise<string> {
    const make = this.#methods.get(`POST ${list}`);
    if (!make) return this.#firstOf(await this.call(`GET ${list}`));
    const made = (await this.#send(make, [])) as { readonly Id?: string };
    return present(made.Id, `Id in the answer of ${make.key}`);
  }

  #firstOf(page: unknown): string {
    return present((page as { readonly items: readonly { readonly Id?: string }[] }).items[0]?.Id, 'record in the list');
  }

  /** What bodies refer to; made or found once. */
  async #refer(): Promise<void> {
    const { client, articleId, customerId, termsId } = this.#context;
    const first = async (list: PromiseLike<unknown>): Promise<string> => this.#firstOf(await list);
    const costCenterItem = present((await client.costCenters.list()).items[0]?.Items?.[0]?.Id, 'item of a cost centre');
    this.#references = {
      ArticleId: await articleId('UREN-H'),
      CustomerId: await customerId('1001'),
      customerId: await customerId('1001'),
      TermsOfPaymentId: await termsId(),
      ProjectId: await first(client.projects.list()),
      CostCenterItemId1: costCenterItem,
      CostCenterItemId2: costCenterItem,
      CostCenterItemId3: costCenterItem,
      VatCodeId: await first(client.vatCodes.list()),
      UnitId: await first(client.units.list()),
      CodingId: await first(client.articleAccountCodings.list()),
      AccountNumber: 8000,
      AllocationAccountNumber: 1100,
      LedgerAccountNumber: 1100,
      CurrencyCode: 'EUR',
      PaymentCurrency: 'EUR',
      CountryCode: 'NL',
      InvoiceCountryCode: 'NL',
      BackgroundId: await first(client.documents.listBackgrounds()),
      DocumentType: 0,
      NumberSeries: 'A',
      Quantity: 1,
    };
    this.#references = { ...this.#references, SupplierId: await this.#recordOf('/suppliers'), PaymentBankAccountId: await this.#recordOf('/bankaccounts') };
  }
}

/** Path parameters whose value bodies use too. */
const lowerIds: Readonly<Record<string, string>> = { articleId: 'ArticleId', accountNumber: 'AccountNumber' };
