import { type FakeVisma, type FakeVismaOptions, type ManualClock, createFakeVisma, manualClock } from '../../src/testing/index.ts';

/** An answer, read. */
export interface Read<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly json: T;
}

/** A body of any resource. */
export type Body = Record<string, unknown>;

/** An answer of any resource: the fields that the tests compute with have their types, the others are unknown. */
export interface Wire {
  readonly [field: string]: unknown;
  readonly Id: string;
  readonly Rows: readonly Wire[];
  readonly Errors: readonly Wire[];
  readonly Items: readonly Wire[];
  readonly VatSpecification: readonly Wire[];
  readonly Field: string;
  readonly DeveloperErrorMessage: string;
  readonly Amount: number;
  readonly TotalAmount: number;
  readonly TotalVatAmount: number;
  readonly TotalRoundings: number;
  readonly TotalAmountInvoiceCurrency: number;
  readonly VatAmountInvoiceCurrency: number;
}

/** A page of a list. */
export interface WirePage {
  readonly Meta: {
    readonly CurrentPage: number;
    readonly PageSize: number;
    readonly TotalNumberOfPages: number;
    readonly TotalNumberOfResults: number;
    readonly ServerTimeUtc: string;
  };
  readonly Data: Wire[];
}

/** A fake with a token in hand. */
export interface Harness {
  readonly fake: FakeVisma;
  readonly clock: ManualClock;
  request<T = Wire>(method: string, path: string, body?: unknown): Promise<Read<T>>;
  get<T = Wire>(path: string): Promise<T>;
  list(path: string, query?: Record<string, string>): Promise<WirePage>;
  post(path: string, body?: unknown): Promise<Read<Wire>>;
  put(path: string, body: unknown): Promise<Read<Wire>>;
  remove(path: string): Promise<Read<Wire>>;
  article(number: string): Promise<Wire>;
  customer(number: string): Promise<Wire>;
  vatCode(code: string): Promise<Wire>;
}

/** Opens a fake at a fixed time (2026-04-01T08:00:00Z) with a token for all scopes, or those given. */
export function open(options: FakeVismaOptions & { readonly scopes?: readonly string[] } = {}): Harness {
  const clock = manualClock();
  const fake = createFakeVisma({ clock, ...options });
  const { accessToken } = fake.authorize(options.scopes ? { scopes: options.scopes } : {});
  const request = async <T>(method: string, path: string, body?: unknown): Promise<Read<T>> => {
    const response = await fake.fetch(`${fake.apiUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: (text === '' ? undefined : JSON.parse(text)) as T };
  };
  const get = async <T>(path: string): Promise<T> => (await request<T>('GET', path)).json;
  const list = (path: string, query: Record<string, string> = {}): Promise<WirePage> =>
    get<WirePage>(`${path}?${new URLSearchParams(query).toString()}`);
  const one = async (path: string, filter: string): Promise<Wire> => {
    const page = await list(path, { $filter: filter });
    const [record] = page.Data;
    if (!record) throw new Error(`nothing on ${path} for ${filter}`);
    return record;
  };
  return {
    fake,
    clock,
    request,
    get,
    list,
    post: (path, body) => request('POST', path, body),
    put: (path, body) => request('PUT', path, body),
    remove: (path) => request('DELETE', path),
    article: (number) => one('/articles', `Number eq '${number}'`),
    customer: (number) => one('/customers', `CustomerNumber eq '${number}'`),
    vatCode: (code) => one('/vatcodes', `Code eq '${code}'`),
  };
}

/** A row of a draft. */
export function row(articleId: string, quantity: number, price: number, more: Body = {}): Body {
  return {
    ArticleId: articleId,
    IsTextRow: false,
    ReversedConstructionServicesVatFree: false,
    Quantity: quantity,
    UnitPrice: price,
    DiscountPercentage: 0,
    ...more,
  };
}

/** A text row of a draft. */
export function text(content: string): Body {
  return { IsTextRow: true, ReversedConstructionServicesVatFree: false, Text: content };
}

/** The body of a draft. */
export function draftBody(customerId: string, rows: readonly Body[], more: Body = {}): Body {
  return {
    CustomerId: customerId,
    EuThirdParty: false,
    RotReducedInvoicingType: 0,
    ReplaceUnitPriceWhenZero: false,
    Rows: rows,
    ...more,
  };
}

/** The body of a ledger item with its voucher: EUR 1,210.00 with 21 % VAT, dated 2026-03-31. */
export function ledgerBody(customerId: string, more: Body = {}, voucher: Body = {}): Body {
  return {
    CustomerId: customerId,
    InvoiceNumber: 20260017,
    InvoiceDate: '2026-03-31',
    DueDate: '2026-04-30',
    CurrencyCode: 'EUR',
    IsCreditInvoice: false,
    TotalAmountInvoiceCurrency: 1210,
    VATAmountInvoiceCurrency: 210,
    RoundingsAmountInvoiceCurrency: 0,
    RemainingAmountInvoiceCurrency: 1210,
    Voucher: {
      VoucherDate: '2026-03-31',
      VoucherText: 'Verkoopfactuur 2026-0017',
      Rows: [
        { AccountNumber: 1300, DebitAmount: 1210, CreditAmount: 0 },
        { AccountNumber: 8000, DebitAmount: 0, CreditAmount: 1000 },
        { AccountNumber: 1500, DebitAmount: 0, CreditAmount: 210 },
      ],
      ...voucher,
    },
    ...more,
  };
}
