import type { CustomerInvoice } from '@x/visma-eaccounting';
import { describe, expect, it } from 'vitest';
import type { ConnectorClient } from './client.ts';
import { isTakenBackInFull } from './taken-back.ts';

/** Books with one invoice of 121.00 and the credit invoices of these totals. */
function booksWith(...credits: readonly number[]): ConnectorClient {
  const ids = credits.map((_, index) => `credit-${index}`);
  const totals = new Map([['i1', 121], ...credits.map((total, index) => [`credit-${index}`, total] as const)]);
  const get = (id: string): Promise<CustomerInvoice> =>
    Promise.resolve({
      Id: id,
      TotalAmountInvoiceCurrency: totals.get(id),
      CreditedBy: id === 'i1' ? ids.map((CreditInvoiceId) => ({ CreditInvoiceId })) : null,
    } as CustomerInvoice);
  return { customerInvoices: { get } } as unknown as ConnectorClient;
}

describe('A12: after a refused void, only what was taken back for its whole amount counts as voided', () => {
  it.each([
    ['one credit of the whole amount', [-121], true],
    ['a credit that is written without a sign', [121], true],
    ['several that make the whole amount', [-100.1, -20.9], true],
    ['a credit of a part', [-21], false],
    ['no credit', [], false],
  ] as const)('%s: %s -> %s', async (_, credits, voided) => {
    expect(await isTakenBackInFull(booksWith(...credits), 'i1')).toBe(voided);
  });
});
