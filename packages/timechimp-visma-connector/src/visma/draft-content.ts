import { payloadHash } from '@x/billing-core';
import type { CustomerInvoiceDraft, CustomerInvoiceDraftRow } from '@x/visma-eaccounting';

/** What a person can fill in on a draft. Totals, which follow from it, and files, which we add ourselves, are left out. */
const headerFields = [
  'CustomerId', 'IsCreditInvoice', 'InvoiceDate', 'DueDate', 'DeliveryDate', 'TermsOfPaymentId', 'InvoiceCurrencyCode',
  'YourReference', 'OurReference', 'BuyersOrderReference', 'ElectronicReference', 'SubscriptionNumber', 'ContractNumber',
  'InvoiceCustomerName', 'InvoiceAddress1', 'InvoiceAddress2', 'InvoicePostalCode', 'InvoiceCity', 'InvoiceCountryCode',
  'DeliveryCustomerName', 'DeliveryAddress1', 'DeliveryAddress2', 'DeliveryPostalCode', 'DeliveryCity', 'DeliveryCountryCode',
  'DeliveryMethodName', 'DeliveryMethodCode', 'DeliveryTermName', 'DeliveryTermCode', 'EuThirdParty', 'IncludesVat',
  'ReverseChargeOnConstructionServices', 'IsDirectDebit', 'BackgroundId',
] as const satisfies readonly (keyof CustomerInvoiceDraft)[];

const rowFields = [
  'ArticleId', 'ArticleNumber', 'IsTextRow', 'Text', 'UnitPrice', 'DiscountPercentage', 'IsDiscountInFixedAmount',
  'DiscountFixedAmount', 'Quantity', 'ReversedConstructionServicesVatFree', 'CostCenterItemId1', 'CostCenterItemId2',
  'CostCenterItemId3', 'UnitAbbreviation', 'UnitName', 'ProjectId',
] as const satisfies readonly (keyof CustomerInvoiceDraftRow)[];

/**
 * A fingerprint of what a person can change on a draft, made of Visma's answer: with what Visma filled in itself, such as
 * addresses and the due date. Two answers of a draft that nobody touched have the same.
 */
export function draftContent(draft: CustomerInvoiceDraft): string {
  const rows = (draft.Rows ?? []).toSorted((a, b) => (a.LineNumber ?? 0) - (b.LineNumber ?? 0));
  return payloadHash({ ...filled(draft, headerFields), Rows: rows.map((row) => filled(row, rowFields)) }).slice(0, 32);
}

/** Nothing, an empty text, no and zero are the same: an answer may show any of them for a field that is not used. */
function filled<T>(record: T, fields: readonly (keyof T & string)[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value: unknown = record[field];
      return value === undefined || value === null || value === '' || value === false || value === 0 ? [] : [[field, plainText(value)]];
    }),
  );
}

/** Days without a time, texts without spaces around them. */
function plainText(value: unknown): string {
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text.replaceAll('\r\n', '\n').trim();
}
