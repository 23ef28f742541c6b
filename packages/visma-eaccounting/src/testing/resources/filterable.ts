import type { FilterBehaviour } from '../options.ts';
import type { World } from '../state/world.ts';

/**
 * What $filter takes, per list. Support is per endpoint and property in the service; a property that is not named here
 * is refused with a 400, as there. `Rows/Text` is the text of a row inside `Rows/any(...)`.
 */
export const filterable: Readonly<Record<string, readonly string[]>> = {
  '/customers': ['Id', 'CustomerNumber', 'CorporateIdentityNumber', 'EmailAddress', 'Name', 'IsActive', 'ChangedUtc'],
  '/articles': ['Id', 'Number', 'Name', 'IsActive', 'CodingId', 'UnitId', 'ChangedUtc'],
  '/articleaccountcodings': ['IsActive', 'ChangedUtc'],
  '/accounts': ['Number', 'Name', 'IsActive', 'FiscalYearId', 'ModifiedUtc'],
  '/accounts/{fiscalyearId}': ['Number', 'Name', 'IsActive', 'ModifiedUtc'],
  '/customerinvoicedrafts': ['CustomerId', 'CustomerNumber', 'CreatedUtc', 'InvoiceDate'],
  '/customerinvoices': [
    'Id',
    'CustomerId',
    'CustomerNumber',
    'CustomerName',
    'InvoiceNumber',
    'InvoiceDate',
    'DueDate',
    'IsCreditInvoice',
    'CurrencyCode',
    'PaymentStatus',
    'TotalAmount',
    'TotalAmountInvoiceCurrency',
    'RemainingAmount',
    'RemainingAmountInvoiceCurrency',
    'HasAutoInvoiceError',
    'OurReference',
    'YourReference',
    'CreatedUtc',
    'ModifiedUtc',
    'Rows/Text',
  ],
  '/customerledgeritems': ['CustomerId', 'InvoiceNumber', 'InvoiceDate', 'DueDate', 'VoucherId', 'IsCreditInvoice', 'ModifiedUtc'],
  '/vouchers': ['Id', 'VoucherDate', 'VoucherText', 'VoucherType', 'NumberSeries', 'SourceId', 'CreatedUtc', 'ModifiedUtc', 'Rows/AccountNumber'],
  '/vouchers/{fiscalyearId}': ['Id', 'VoucherDate', 'VoucherText', 'VoucherType', 'CreatedUtc', 'ModifiedUtc', 'Rows/AccountNumber'],
  '/projects': ['Id', 'Number', 'Name', 'CustomerId', 'Status', 'ModifiedUtc'],
  '/fiscalyears': ['StartDate', 'EndDate'],
  '/vatcodes': ['Code'],
  '/partnerresourcelinks': ['ResourceId', 'ResourceType'],
  '/attachments': ['FileName', 'AttachmentStatus'],
  '/suppliers': ['SupplierNumber', 'CorporateIdentityNumber', 'Name'],
  '/orders': ['Number', 'CustomerId', 'Status', 'ModifiedUtc'],
  '/quotes': ['Number', 'CustomerId', 'Status', 'ModifiedUtc'],
};

/** How this list treats this property: the option first, then the table. */
export function filterBehaviour(world: World, path: string, property: string): FilterBehaviour {
  const chosen = world.options.filters[path]?.[property];
  if (chosen) return chosen;
  return (filterable[path] ?? []).includes(property) ? 'works' : 'refused';
}
