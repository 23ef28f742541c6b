import { describe, expect, it } from 'vitest';
import type { InvoicePayload } from '../visma/payloads.ts';
import { invoiceChanges } from './expectation.ts';

const payload = (row: NonNullable<InvoicePayload['body']['Rows']>[number]): InvoicePayload => ({
  type: 'invoice',
  body: { CustomerId: 'c1', RotReducedInvoicingType: 0, EuThirdParty: false, Rows: [row] } as unknown as InvoicePayload['body'],
  expected: { totalAmount: '114.95', vatAmount: '19.95' } as unknown as InvoicePayload['expected'],
});

describe('invoiceChanges', () => {
  const switches = { IsTextRow: false, ReversedConstructionServicesVatFree: false };
  const row = { LineNumber: 1, ArticleId: 'a1', Text: 'Advice', Quantity: 1, UnitPrice: 95, ...switches };

  it('shows no row whose fields only come in another order, as from a database that sorts them', () => {
    const stored = { Text: 'Advice', Quantity: 1, ArticleId: 'a1', UnitPrice: 95, LineNumber: 1, ...switches };
    expect(invoiceChanges(payload(stored), payload(row))).toEqual([]);
  });

  it('shows a row that changed in one line, text, quantity and price first', () => {
    expect(invoiceChanges(payload(row), payload({ ...row, Quantity: 2 }))).toEqual([{ field: 'Rows[1]', expected: 'Advice | Quantity 1 | UnitPrice 95 | ArticleId a1', actual: 'Advice | Quantity 2 | UnitPrice 95 | ArticleId a1' }]);
  });
});
