import type { CustomerInvoiceDraft, CustomerInvoiceDraftInput } from '@x/visma-eaccounting';
import { describe, expect, it } from 'vitest';
import { draftContent } from './draft-content.ts';
import { draftEdits } from './draft-edits.ts';

const body = {
  CustomerId: 'c1',
  InvoiceDate: '2026-04-01',
  OurReference: 'Anna',
  EuThirdParty: false,
  Rows: [
    { LineNumber: 1, IsTextRow: false, Text: 'Werk', Quantity: 2, UnitPrice: 95 },
    { LineNumber: 2, IsTextRow: true, Text: 'Specificatie TC-7K2M9Q' },
  ],
} as unknown as CustomerInvoiceDraftInput;

const draft = (change: object = {}): CustomerInvoiceDraft =>
  ({ Id: 'd1', ...body, InvoiceDate: '2026-04-01T00:00:00', TotalAmount: 229.9, ...change }) as unknown as CustomerInvoiceDraft;
const rows = body.Rows ?? [];
const asWritten = draftContent(draft());

describe('A12: what a person has changed on a draft', () => {
  it('is nothing on a draft as it was sent, whatever Visma adds to it', () => {
    expect(draftEdits(body, draft(), asWritten)).toEqual([]);
    expect(draftEdits(body, draft({ Rows: rows.map((row, index) => ({ ...row, LineNumber: index + 5, Amount: 190 })), DeliveryCity: '', BackgroundId: null }), asWritten)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a reference', { OurReference: 'Bert' }, 'OurReference'],
    ['a date', { InvoiceDate: '2026-04-02' }, 'InvoiceDate'],
    ['a text', { Rows: [{ ...rows[0], Text: 'Werk in maart' }, rows[1]] }, 'Rows[1].Text'],
    ['a quantity', { Rows: [{ ...rows[0], Quantity: 3 }, rows[1]] }, 'Rows[1].Quantity'],
    ['a row more', { Rows: [...rows, { LineNumber: 3, IsTextRow: true, Text: 'Dank!' }] }, 'Rows.length'],
    ['what was left out', { YourReference: 'PO 4711' }, 'content'],
    ['a recipient', { InvoiceCustomerName: 'Molenaar t.a.v. inkoop' }, 'content'],
    ['a project of a row', { Rows: [{ ...rows[0], ProjectId: 'p1' }, rows[1]] }, 'content'],
    ['a row less', { Rows: [rows[0]] }, 'Rows.length'],
  ])('is %s', (_, change, field) => {
    expect(draftEdits(body, draft(change), asWritten)?.map((each) => each.field)).toContain(field);
  });

  it('cannot be told of a draft whose first answer was never seen', () => {
    expect(draftEdits(body, draft(), undefined)).toBeUndefined();
  });
});
