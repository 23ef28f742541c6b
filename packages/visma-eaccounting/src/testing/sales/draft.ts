import { amountOf } from '../exact.ts';
import type { CompanyState } from '../state/company.ts';
import type { CustomerRecord } from '../state/master-data-records.ts';
import type { DraftRecord, DraftRowRecord } from '../state/sales-records.ts';
import { type World, addDays, businessDate, today, utcNow } from '../state/world.ts';
import { dateIn, textOf } from '../wire/fields.ts';
import { invalid } from '../wire/refusal.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';
import { type RowContext, buildRows, checkRows } from './draft-rows.ts';
import { type Totals, converted, rowAmount, totalsOf } from './money.ts';

/** Makes a draft from a checked body, or the new version of `existing`; throws the refusal that lists what is wrong. */
export function buildDraft(
  world: World,
  company: CompanyState,
  body: WireObject,
  existing?: DraftRecord,
  privatePerson?: boolean,
): DraftRecord {
  const customer = company.customers.get(textOf(body, 'CustomerId'));
  if (!customer) throw invalid([{ field: 'CustomerId', message: 'The customer does not exist.' }]);
  const isPrivate = privatePerson ?? customer.IsPrivatePerson;
  const context: RowContext = {
    world,
    company,
    customer,
    includesVat: isPrivate && company.settings.ShowPricesExclVatPC,
    replaceZero: body['ReplaceUnitPriceWhenZero'] === true,
  };
  const given = Array.isArray(body['Rows']) ? body['Rows'].filter(isWireObject) : [];
  const problems = [...checkRows(context, given), ...checkTerms(company, body)];
  if (problems.length > 0) throw invalid(problems);
  const rows = buildRows(context, given);
  const invoiceDate = dateIn(body, 'InvoiceDate') ?? today(world);
  const terms = typeof body['TermsOfPaymentId'] === 'string' ? body['TermsOfPaymentId'] : customer.TermsOfPaymentId;
  const credit = body['IsCreditInvoice'] === true;
  const totals = documentTotals(world, company, rows, context.includesVat);
  return {
    ...addressOf(customer, body),
    ...body,
    InvoiceAddress1: body['InvoiceAddress1'] ?? customer['InvoiceAddress1'] ?? null,
    InvoiceAddress2: body['InvoiceAddress2'] ?? customer['InvoiceAddress2'] ?? null,
    Id: existing?.Id ?? world.ids.guid('draft'),
    CreatedUtc: existing?.['CreatedUtc'] ?? utcNow(world),
    SalesDocumentAttachments: existing?.['SalesDocumentAttachments'] ?? [],
    MessageThreads: [],
    Notes: [],
    CustomerId: customer.Id,
    CustomerNumber: customer.CustomerNumber,
    CustomerName: customer.Name,
    CustomerIsPrivatePerson: isPrivate,
    IsCreditInvoice: credit,
    InvoiceDate: businessDate(world, invoiceDate),
    DueDate: businessDate(world, dateIn(body, 'DueDate') ?? dueDateOf(company, terms, invoiceDate)),
    DeliveryDate: dateIn(body, 'DeliveryDate') ? businessDate(world, textOf(body, 'DeliveryDate')) : null,
    TermsOfPaymentId: terms,
    InvoiceCurrencyCode: customer.CurrencyCode,
    IncludesVat: context.includesVat,
    ReplaceUnitPriceWhenZero: context.replaceZero,
    ReverseChargeOnConstructionServices: rows.some((row) => row.ReversedConstructionServicesVatFree),
    Rows: rows,
    ...totalFields(company, customer.CurrencyCode, totals, credit),
  };
}

function checkTerms(company: CompanyState, body: WireObject): { field: string; message: string }[] {
  const id = body['TermsOfPaymentId'];
  if (typeof id !== 'string' || company.terms.get(id)) return [];
  return [{ field: 'TermsOfPaymentId', message: 'The terms of payment do not exist.' }];
}

/** The sums of a document's rows. */
export function documentTotals(
  world: World,
  company: CompanyState,
  rows: readonly DraftRowRecord[],
  includesVat: boolean,
): Totals {
  const taxed = rows
    .filter((row) => !row.IsTextRow)
    .map((row) => ({
      amount: rowAmount(row.Quantity, row.UnitPrice, row.DiscountPercentage),
      percent: row.VatRate ?? 0,
    }));
  return totalsOf(taxed, {
    included: includesVat,
    perRow: world.options.vatRounding === 'perRow',
    wholeUnits: company.settings.DomesticCurrencyRounding === 1,
  });
}

/** The totals of a credit document are negative; in base currency at the company's rate. */
function totalFields(company: CompanyState, currency: string, totals: Totals, credit: boolean) {
  const rate = rateOf(company, currency);
  const sign = credit ? -1n : 1n;
  return {
    TotalAmount: amountOf(sign * totals.total),
    TotalVatAmount: amountOf(sign * totals.vat),
    TotalRoundings: amountOf(sign * totals.rounding),
    TotalAmountBaseCurrency: amountOf(sign * converted(totals.total, rate)),
    TotalVatAmountBaseCurrency: amountOf(sign * converted(totals.vat, rate)),
  };
}

/** Units of the company's currency for one unit of this one. */
export function rateOf(company: CompanyState, currency: string): number {
  if (currency === company.settings.CurrencyCode) return 1;
  return company.currencies.find(({ Code }) => Code === currency)?.Rate ?? 1;
}

/** The due date by the terms: days from the date, or from the end of its month. */
export function dueDateOf(company: CompanyState, termsId: string, date: string): string {
  const terms = company.terms.get(termsId);
  const days = terms?.NumberOfDays ?? 30;
  if (terms?.TermsOfPaymentTypeId !== 1) return addDays(date, days);
  const [year = 0, month = 1] = date.split('-').map(Number);
  return addDays(new Date(Date.UTC(year, month, 0)).toISOString(), days);
}

/** Address fields that a draft takes from the customer. */
function addressOf(customer: CustomerRecord, body: WireObject): WireObject {
  const names = ['DeliveryAddress1', 'DeliveryAddress2', 'DeliveryCity', 'DeliveryCountryCode', 'DeliveryCustomerName', 'DeliveryPostalCode'];
  return {
    InvoiceCustomerName: customer.Name,
    InvoiceCity: customer['InvoiceCity'] ?? null,
    InvoicePostalCode: customer['InvoicePostalCode'] ?? null,
    InvoiceCountryCode: customer.InvoiceCountryCode,
    ...Object.fromEntries(names.map((name) => [name, body[name] ?? customer[name] ?? null])),
  };
}
