import type { Customer } from '../src/index.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A customer with the fields that the API fills for everybody. */
export function customer(n: number): Customer {
  return {
    Id: id(n),
    InvoiceCity: 'Utrecht',
    InvoicePostalCode: '3511 AA',
    IsFutureInvoiceDateAllowed: true,
    UnpaidInvoicesAmount: n / 4,
    CustomerNumber: String(10_000 + n),
    CurrencyCode: 'EUR',
    EmailAddress: `billing-${n}@example.org`,
    InvoiceAddress1: `Straatweg ${n}`,
    InvoiceCountryCode: 'NL',
    Name: `Customer ${n}`,
    ReverseChargeOnConstructionServices: false,
    TermsOfPaymentId: id(1),
    IsPrivatePerson: false,
    DiscountPercentage: 0,
    IsActive: true,
    ForceBookkeepVat: false,
    DeliveryBasedVat: false,
    ChangedUtc: '2026-03-31T12:00:00Z',
    CustomerLabels: [],
    Notes: null,
    VatNumber: null,
  };
}

export const pageCount = 100;
export const perPage = 100;

/** Bodies of all pages, in the envelope of this API and in that of Notion's. */
export function pageBodies(): { readonly visma: readonly string[]; readonly notion: readonly string[] } {
  const pages = Array.from({ length: pageCount }, (_, page) => Array.from({ length: perPage }, (__, at) => customer(page * perPage + at)));
  return {
    visma: pages.map((Data, at) =>
      JSON.stringify({
        Meta: { CurrentPage: at + 1, PageSize: perPage, TotalNumberOfPages: pageCount, TotalNumberOfResults: pageCount * perPage, ServerTimeUtc: '2026-03-31T12:00:00Z' },
        Data,
      }),
    ),
    notion: pages.map((results, at) =>
      JSON.stringify({ object: 'list', results, has_more: at + 1 < pageCount, next_cursor: at + 1 < pageCount ? String(at + 1) : null }),
    ),
  };
}

/** An answer as a server sends it. */
export function answer(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
