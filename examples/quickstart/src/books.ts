/**
 * Reads the books back through the API, with a client of its own, and compares them with what one run of the example
 * should leave. Whatever else is in the company is not looked at, so this also works on a sandbox in use.
 */
import type { VismaClient } from '@x/visma-eaccounting';

/** One figure of the books. */
export interface Figure {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

interface Document {
  readonly what: string;
  /** The customer's number in Visma. */
  readonly customer: string;
  /** Amount with VAT, and VAT, in EUR. */
  readonly total: string;
  readonly vat: string;
}

/** Worked out by hand from data.ts, with the articles at 21 % and 9 %. */
const drafts: readonly Document[] = [
  // 8.08 x 95.00 + 0.83 x 95.00 + 2 x 40.00 + 24.95 + 86 x 0.23 + 43.5 x 0.23 = 981.19; VAT 200.81 + 2.25.
  { what: 'hours, expenses and trips', customer: '1001', total: '1184.25', vat: '203.06' },
  // 1.00 x 85.00 + 1.67 x 85.00 + 124 x 0.23 = 255.47; VAT 53.65.
  { what: 'hours and a trip', customer: '2001', total: '309.12', vat: '53.65' },
  { what: 'fixed price', customer: '1003', total: '3025.00', vat: '525.00' },
  { what: 'subscription, October', customer: '1004', total: '180.29', vat: '31.29' },
];

/** 10 x 95.00 at 21 % and 3 x 24.95 at 9 %. */
const booking = { number: 20260017, total: '1231.09', vat: '206.24', rows: 5 };

/** What must be in the books however often the example ran. */
export async function checkBooks(client: VismaClient): Promise<readonly Figure[]> {
  const [customers, allDrafts, ledger, vouchers] = await Promise.all([
    client.customers.list().toArray({ limit: 10_000 }),
    client.customerInvoiceDrafts.list().toArray({ limit: 10_000 }),
    client.customerLedgerItems.list().toArray({ limit: 10_000 }),
    client.vouchers.list().toArray({ limit: 10_000 }),
  ]);
  const withNumber = (number: string) => customers.filter((customer) => customer.CustomerNumber === number);
  const marked = allDrafts.filter((draft) => draft.Rows?.some((row) => row.Text?.includes('TC-') === true) === true);
  const figures: Figure[] = [
    figure('drafts of ours', String(drafts.length), String(marked.length)),
    figure('customers numbered 2001', '1', String(withNumber('2001').length)),
  ];
  for (const { what, customer, total, vat } of drafts) {
    const ids = withNumber(customer).map(({ Id }) => Id);
    const found = marked.filter((draft) => ids.includes(draft.CustomerId));
    figures.push(
      figure(`drafts for ${customer}, ${what}`, '1', String(found.length)),
      figure(`  total and VAT`, `${total} / ${vat}`, found.map((draft) => `${money(draft.TotalAmount)} / ${money(draft.TotalVatAmount)}`).join(', ')),
    );
  }
  const booked = ledger.filter((item) => item.InvoiceNumber === booking.number);
  figures.push(figure(`bookings of invoice ${String(booking.number)}`, '1', String(booked.length)));
  for (const item of booked) {
    figures.push(figure('  total and VAT', `${booking.total} / ${booking.vat}`, `${money(item.TotalAmountInvoiceCurrency)} / ${money(item.VATAmountInvoiceCurrency)}`));
    const rows = vouchers.find((voucher) => voucher.Id === item.VoucherId)?.Rows ?? [];
    const cents = (side: 'DebitAmount' | 'CreditAmount') => rows.reduce((sum, row) => sum + BigInt(money(row[side]).replace('.', '')), 0n);
    figures.push(
      figure('  rows of its voucher', String(booking.rows), String(rows.length)),
      figure('  debit less credit, cents', '0', String(cents('DebitAmount') - cents('CreditAmount'))),
    );
  }
  figures.push(figure('bookings of unsent invoice 20260018', '0', String(ledger.filter((item) => item.InvoiceNumber === 20260018).length)));
  return figures;
}

function figure(what: string, expected: string, actual: string): Figure {
  return { what, expected, actual };
}

/** An amount of the wire as text with two decimals: no arithmetic, so no rounding either. */
function money(amount: number | null | undefined): string {
  const [whole = '0', fraction = ''] = String(amount ?? 0).split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
