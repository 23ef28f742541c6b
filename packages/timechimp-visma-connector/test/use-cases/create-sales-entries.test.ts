import type { Invoice } from '@x/billing-core';
import { exampleCompany } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import type { SettingsInput } from '../../src/settings/settings.ts';
import { agency, invoices } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

/** Books as the settings' own suggestions say. */
async function bookingWorld(options: WorldOptions = {}, change: (settings: SettingsInput) => SettingsInput = (same) => same): Promise<ConnectedWorld> {
  const world = createWorld(options);
  await world.connect();
  const { settings, suggestions } = await world.connector.readSettings({ tenantId });
  const codes = Object.fromEntries(
    suggestions.flatMap(({ at, value }) => (at.startsWith('vat.codes.') ? [[at.slice('vat.codes.'.length), String(value)]] : [])),
  );
  await world.connector.saveSettings({ tenantId, settings: change({ ...settings, vat: { ...settings.vat, codes } }) });
  world.fake.requests.clear();
  return world;
}

const [sent] = invoices as readonly [Invoice, Invoice];

function withInvoices(more: readonly Invoice[]): WorldOptions {
  return { account: { ...agency, invoices: [...invoices, ...more] } };
}

function copyOf(id: number, change: Partial<Invoice> = {}): Invoice {
  return { ...sent, id: String(9000 + id), companyInvoiceId: id, ...change };
}

describe('createSalesEntries', () => {
  it('C1: books receivable, revenue with VAT code and VAT amount, and a VAT row; debit equals credit', async () => {
    const world = await bookingWorld();
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(report.entries).toMatchObject([{ invoiceId: '9017', number: '2026-17', outcome: 'exported' }]);
    expect(world.fake.books.ledgerItems).toMatchObject([
      { InvoiceNumber: 20260017, TotalAmountInvoiceCurrency: 1231.09, VATAmountInvoiceCurrency: 206.24, RemainingAmountInvoiceCurrency: 1231.09, IsCreditInvoice: false },
    ]);
    const rows = world.fake.books.vouchers[0]?.Rows.map((row) => [row.AccountNumber, row.DebitAmount, row.CreditAmount, row['VatAmount'] ?? null]);
    expect(rows).toEqual([
      [1300, 1231.09, 0, null],
      [8000, 0, 950, 199.5],
      [8000, 0, 74.85, 6.74],
      [1500, 0, 199.5, null],
      [1501, 0, 6.74, null],
    ]);
    expect(world.fake.books.vouchers[0]?.VoucherText).toContain('2026-17');
    const [request] = world.fake.requests.all().filter((each) => each.method === 'POST');
    expect(new URLSearchParams(request?.query).get('useDefaultVatCodes')).toBe('false');
  });

  it('C2: the first entry goes alone and is read back; later ones under the same settings are not', async () => {
    const world = await bookingWorld(withInvoices([copyOf(19), copyOf(20)]));
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9019'] });
    expect(world.fake.requests.count('GET /vouchers/{fiscalyearId}/{voucherId}')).toBe(1);
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9020'] });
    expect(world.fake.requests.count('GET /vouchers/{fiscalyearId}/{voucherId}')).toBe(1);
    expect(world.fake.books.ledgerItems).toHaveLength(3);
  });

  it('C2: after a change of settings, the first that is really written is read back, not one that was booked before', async () => {
    const world = await bookingWorld(withInvoices([copyOf(19), copyOf(20)]));
    const voucherReads = (): number => world.fake.requests.count('GET /vouchers/{fiscalyearId}/{voucherId}');
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, salesEntries: { ...settings.salesEntries, voucherVatForm: 'explicitWithoutVatAmount' } } });
    world.fake.requests.clear();
    const none = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect([none.entries[0]?.outcome, voucherReads()]).toEqual(['already-exported', 0]);
    const month = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9019', '9020'] });
    expect(month.entries.map((each) => each.outcome)).toEqual(['already-exported', 'exported', 'exported']);
    expect(voucherReads()).toBe(1);
  });

  it('C3: the article of a row steers the revenue account, by number, GUID or the code of a linked activity', async () => {
    const row = sent.rows[0]!;
    const world = await bookingWorld({
      account: {
        ...agency,
        activities: [{ id: '11', name: 'Ontwikkeling', active: true, article: 'KM-H', content: { id: '11', name: 'Ontwikkeling', code: 'ONTW' } }],
        invoices: [
          { ...sent, totalExTax: '950.00', total: '1149.50', rows: [{ ...row, code: 'KOSTEN-H' }] },
          copyOf(19, { totalExTax: '950.00', total: '1149.50', rows: [{ ...row, code: 'ONTW' }] }),
        ],
      },
    });
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9019'] });
    const accounts = report.entries.map((each) => each.entry?.rows.find((one) => one.role === 'revenue')?.account);
    expect(report.entries.map((each) => each.outcome)).toEqual(['exported', 'exported']);
    expect(new Set(accounts).size).toBe(2);
    expect(accounts).not.toContain('8000');
  });

  it('C5: a paid invoice stays open for its whole total: payments come from the bank', async () => {
    const world = await bookingWorld({ account: { ...agency, invoices: [{ ...sent, status: 'Paid' }] } });
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(world.fake.books.ledgerItems[0]).toMatchObject({ RemainingAmountInvoiceCurrency: 1231.09 });
  });

  it('C6: a credit invoice swaps the sides, has no negative row and negative totals', async () => {
    const credit = copyOf(19, { credit: true, totalExTax: '-950.00', total: '-1149.50', rows: [{ ...sent.rows[0]!, quantity: '-10' }] });
    const world = await bookingWorld(withInvoices([credit]));
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9019'] });
    expect(report.entries[0]?.outcome).toBe('exported');
    expect(world.fake.books.ledgerItems[0]).toMatchObject({ IsCreditInvoice: true, TotalAmountInvoiceCurrency: -1149.5 });
    expect(world.fake.books.vouchers[0]?.Rows.map((row) => [row.AccountNumber, row.DebitAmount, row.CreditAmount])).toEqual([
      [1300, 0, 1149.5], [8000, 950, 0], [1500, 199.5, 0],
    ]);
  });

  it('C7: two invoices that would get the same number are refused', async () => {
    const world = await bookingWorld(withInvoices([copyOf(17, { id: '9100', companyInvoicePrefix: '2026/' })]));
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017', '9100'] });
    expect(report.entries.map((each) => each.outcome)).toEqual(['refused', 'refused']);
    expect(report.entries[0]?.problems.map((problem) => problem.code)).toContain('invoice-number-taken');
  });

  it('C7: a number under which another invoice was booked before is refused, also when that one is not chosen', async () => {
    const world = await bookingWorld(withInvoices([copyOf(17, { id: '9100', companyInvoicePrefix: '2026/' })]));
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9100'] });
    expect(report.entries[0]?.outcome).toBe('refused');
    expect(report.entries[0]?.problems.map((problem) => problem.code)).toContain('invoice-number-taken');
    const again = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(again.entries[0]?.outcome).toBe('already-exported');
  });

  it('C8: unsent invoices are refused by name, sent ones are booked all the same', async () => {
    const world = await bookingWorld();
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9018', '9017'] });
    expect(report.entries.map((each) => [each.number, each.outcome])).toEqual([['2026-18', 'refused'], ['2026-17', 'exported']]);
    expect(report.entries[0]?.problems[0]).toMatchObject({ code: 'invoice-not-sent', message: 'Invoice 2026-18 has not been sent.' });
  });

  it('C8: missing customers are created on this path too', async () => {
    const world = await bookingWorld(withInvoices([copyOf(19, { customerId: '502' })]));
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9019'] });
    expect(report.newCustomers).toMatchObject([{ number: '2001', outcome: 'created' }]);
    expect(report.entries[0]).toMatchObject({ outcome: 'exported', customer: { isNew: true } });
  });

  it('A11: what is booked is never booked again: not twice, not after a loss of our state', async () => {
    const world = await bookingWorld();
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const again = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(again.entries[0]?.outcome).toBe('already-exported');
    const { settings } = await world.connector.readSettings({ tenantId });
    const forgetful = world.loseState();
    await forgetful.connect();
    await forgetful.connector.saveSettings({ tenantId, settings });
    const adopted = await forgetful.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(adopted.entries[0]?.outcome).toBe('exported');
    expect(world.fake.books.ledgerItems).toHaveLength(1);
    expect(world.fake.books.vouchers).toHaveLength(1);
  });

  it('A11: the same number for another total is a conflict, not a second booking', async () => {
    const world = await bookingWorld();
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const { settings } = await world.connector.readSettings({ tenantId });
    const forgetful = world.loseState();
    await forgetful.connect();
    await forgetful.connector.saveSettings({ tenantId, settings });
    world.source.account('tc-4711').invoices.set('9017', { ...sent, totalExTax: '950.00', total: '1149.50', rows: [sent.rows[0]!] });
    const report = await forgetful.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(report.entries[0]?.outcome).toBe('held');
    expect(report.entries[0]?.differences).toContainEqual({ field: 'TotalAmountInvoiceCurrency', expected: '1149.5', actual: '1231.09' });
    expect(world.fake.books.ledgerItems).toHaveLength(1);
  });

  it("A11: last year's number 17 with the same customer and total is not adopted for this year's 17", async () => {
    const last = copyOf(17, { id: '8017', companyInvoicePrefix: '', date: '2025-03-20', dueDate: '2025-04-03' });
    const world = await bookingWorld(withInvoices([last, { ...last, id: '9117', date: '2026-03-20', dueDate: '2026-04-03' }]), (settings) => ({ ...settings, cutOffDate: '2025-01-01' }));
    const before = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['8017'] });
    expect(before.entries[0]?.outcome).toBe('exported');
    const { settings } = await world.connector.readSettings({ tenantId });
    const forgetful = world.loseState();
    await forgetful.connect();
    await forgetful.connector.saveSettings({ tenantId, settings });
    const report = await forgetful.connector.createSalesEntries({ tenantId, invoiceIds: ['9117'] });
    expect(report.entries[0]).toMatchObject({ outcome: 'held', reason: { code: 'found-different' } });
    expect(report.entries[0]?.differences).toEqual([{ field: 'InvoiceDate', expected: '2026-03-20', actual: '2025-03-20' }]);
    expect(world.fake.books.ledgerItems).toHaveLength(1);
  });

  it('A11: an invoice before the cut-off date, by default the day of connecting, is taken to be booked already', async () => {
    const world = await bookingWorld({}, (settings) => ({ ...settings, cutOffDate: null }));
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(report.entries[0]?.outcome).toBe('refused');
    expect(report.entries[0]?.problems.map((problem) => problem.code)).toContain('before-cut-off');
  });

  it('A12: a booking cannot be undone; the answer says what to do instead', async () => {
    const world = await bookingWorld();
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['sales-entry'] });
    const report = await world.connector.undo({ tenantId, keys: exports.map((each) => each.key), by: 'sanne', note: 'twice' });
    expect(report.outcomes[0]?.reason?.message).toMatch(/credit invoice/i);
    expect(world.fake.books.ledgerItems).toHaveLength(1);
  });

  it('refuses before anything is sent: an account that is gone, a locked period, a missing VAT code', async () => {
    const world = await bookingWorld({}, (settings) => ({ ...settings, vat: { ...settings.vat, codes: {} } }));
    world.fake.person.lockAccountingTo('2026-03-31');
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(report.entries[0]?.outcome).toBe('refused');
    expect(report.entries[0]?.problems.map((problem) => problem.code)).toEqual(expect.arrayContaining(['period-locked', 'vat-code-missing']));
    expect(world.fake.requests.all().every((request) => request.method === 'GET')).toBe(true);
  });

  it('B6: a foreign invoice is refused; with the setting it is booked at the rate of its day', async () => {
    const foreign = copyOf(19, { customerId: '502', currencyCode: 'GBP', totalExTax: '100.00', total: '121.00', rows: [{ ...sent.rows[0]!, quantity: '1', price: '100.00' }] });
    const refusing = await bookingWorld(withInvoices([foreign]));
    const refused = await refusing.connector.createSalesEntries({ tenantId, invoiceIds: ['9019'] });
    expect(refused.entries[0]?.problems.map((problem) => problem.code)).toContain('foreign-currency');
    const booking = await bookingWorld(withInvoices([foreign]), (settings) => ({ ...settings, salesEntries: { foreignSalesEntries: 'book' } }));
    const booked = await booking.connector.createSalesEntries({ tenantId, invoiceIds: ['9019'] });
    expect(booked.entries[0]?.outcome).toBe('exported');
    expect(booking.fake.requests.count('GET /currencies/exchangerate')).toBe(1);
    const [item] = booking.fake.books.ledgerItems;
    expect(item).toMatchObject({ CurrencyCode: 'GBP', TotalAmountInvoiceCurrency: 121 });
    expect(booking.fake.books.vouchers[0]?.Rows[0]?.DebitAmount).toBeCloseTo(121 * Number(item?.['CurrencyRate']), 2);
  });

  it.each(['explicitWithoutVatAmount', 'automatic'] as const)('C1: the alternative form %s is booked and compared too', async (voucherVatForm) => {
    const world = await bookingWorld({}, (settings) => ({ ...settings, salesEntries: { voucherVatForm } }));
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(report.entries[0]).toMatchObject({ outcome: 'exported', differences: [] });
    const rows = world.fake.books.vouchers[0]?.Rows ?? [];
    const sum = (side: 'DebitAmount' | 'CreditAmount'): number => rows.reduce((total, row) => total + Math.round(row[side] * 100), 0);
    expect(sum('DebitAmount')).toBe(sum('CreditAmount'));
    expect(rows.every((row) => (row['VatAmount'] ?? null) === null || voucherVatForm !== 'explicitWithoutVatAmount')).toBe(true);
  });

  it('a preview shows the rows and books nothing', async () => {
    const world = await bookingWorld();
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'], preview: true });
    expect(report.entries[0]).toMatchObject({ outcome: 'planned', entry: { invoiceNumber: 20260017, totalAmount: '1231.09' } });
    expect(world.fake.books.ledgerItems).toEqual([]);
  });

  it.each([
    ['answer lost after commit', { kind: 'reset', committed: true }],
    ['500 after commit', { kind: 'server-error', status: 500, committed: true }],
    ['500 before commit', { kind: 'server-error', status: 500, committed: false }],
    ['429', { kind: 'rate-limit', seconds: 2 }],
    ['connection refused', { kind: 'refuse' }],
    ['committed ten minutes late', { kind: 'late-commit', afterMs: 600_000 }],
  ] as const)('A7: %s: one booking after reconcile', async (_, fault) => {
    const world = await bookingWorld();
    world.fake.faults.next('POST /customerledgeritems/customerledgeritemswithvoucher', fault);
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    for (let round = 0; round < 4; round += 1) {
      world.clock.advance(16 * 60_000);
      await world.connector.reconcile({ tenantId });
      await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    }
    expect(world.fake.books.ledgerItems).toHaveLength(1);
  });
});

describe('C3: the account of the coding for the VAT case', () => {
  /** An example company whose codings book what is sold with VAT elsewhere in the EU on 8020. */
  function withEuAccount() {
    const company = exampleCompany();
    return { ...company, codings: company.codings.map((each) => ({ ...each, ForeignSalesSubjectToVatWithinEuAccountNumber: 8020 })) };
  }
  const revenueOf = (world: ConnectedWorld) =>
    world.fake.books.vouchers.map((voucher) => voucher.Rows.filter((row) => row['VatAmount'] !== null && row['VatAmount'] !== undefined).map((row) => row.AccountNumber));

  it('a consumer elsewhere in the EU goes to the account that Visma uses on invoices, a customer at home does not', async () => {
    const rows = [{ description: 'Advies', quantity: '10', price: '100.00', taxPercent: '21', code: 'UREN-H' }];
    const change = { rows, totalExTax: '1000.00', total: '1210.00' };
    const world = await bookingWorld({ ...withInvoices([copyOf(31, { ...change, customerId: '503' }), copyOf(32, change)]), fake: { companies: [withEuAccount()] } });
    world.fake.person.editCustomer('1003', { InvoiceCountryCode: 'DE', VatNumber: null });
    const ours = world.source.account(accountId).customers;
    ours.set('503', { ...ours.get('503')!, address: undefined });
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9031', '9032'] });
    expect(report.entries.map((each) => [each.outcome, each.entry?.rows.find((row) => row.role === 'revenue')?.vatKind])).toEqual([['exported', 'domestic-high'], ['exported', 'domestic-high']]);
    expect(revenueOf(world)).toEqual([[8020], [8000]]);
  });

  it('a code that is an article number and the code of an activity linked to another article is refused with both accounts', async () => {
    const activity = { id: '11', name: 'Training', active: true, article: 'UREN-L', content: { id: '11', name: 'Training', code: 'UREN-H' } };
    const low = copyOf(33, { rows: [{ quantity: '1', price: '100.00', taxPercent: '9', code: 'UREN-H' }], totalExTax: '100.00', total: '109.00' });
    const world = await bookingWorld({ account: { ...agency, activities: [activity], invoices: [low] } });
    const report = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9033'] });
    expect(report.entries).toMatchObject([
      { outcome: 'refused', problems: [{ code: 'account-ambiguous', message: expect.stringMatching(/80[01]0 and 80[01]0/) as string, remedy: expect.stringContaining('GUID') as string }] },
    ]);
    expect(world.fake.books.ledgerItems).toEqual([]);
  });
});
