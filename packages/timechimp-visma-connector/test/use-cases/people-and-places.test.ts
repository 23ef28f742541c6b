import { describe, expect, it } from 'vitest';
import { agency, customers } from '../support/agency.ts';
import type { MemoryAccount } from '../../src/memory/source-tables.ts';
import { accountId, articleId, createWorld, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

async function connectedWorld(options: WorldOptions = {}): Promise<ConnectedWorld> {
  const world = createWorld(options);
  await world.connect();
  return world;
}

/** The customer of the hours, under the number of another customer of Visma. */
function numbered(number: string): MemoryAccount {
  return { ...agency, customers: customers.map((each) => (each.id === '501' ? { ...each, number, vatNumber: undefined, address: undefined } : each)) };
}

const hours = { refs: [{ kind: 'time', id: '1' }, { kind: 'time', id: '2' }] } as const;

describe('D3: VAT by place', () => {
  it('a Belgian business with a VAT number gets no VAT, on the same article', async () => {
    const world = await connectedWorld({ account: numbered('1012') });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', vatAmount: '0.00', totalAmount: '767.60' });
    expect(report.invoices[0]?.proposal.lines[0]?.vatKind).toBe('eu-service');
    expect(world.fake.books.drafts[0]).toMatchObject({ TotalVatAmount: 0, TotalAmount: 767.6 });
  });

  it('a Swiss customer gets none either, as a service outside the EU', async () => {
    const world = await connectedWorld({ account: numbered('1015') });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices[0]?.proposal.lines[0]?.vatKind).toBe('outside-eu-service');
    expect(world.fake.books.drafts[0]).toMatchObject({ TotalVatAmount: 0 });
  });

  it('verlegd: a flagged customer and a flagged row give 0, on a draft', async () => {
    const world = await connectedWorld({
      account: numbered('1007'),
      settings: (settings) => ({
        ...settings,
        vat: { reverseChargeCustomers: ['501'] },
        articles: { ...settings.articles, byVatKind: { 'reverse-charge-domestic': { hours: settings.articles?.hours ?? '' } } },
      }),
    });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', vatAmount: '0.00' });
    const rows = world.fake.books.drafts[0]?.Rows.filter((row) => !row.IsTextRow);
    expect(rows).toMatchObject([{ VatRate: 0, ReversedConstructionServicesVatFree: true }]);
  });

  it('verlegd for a customer that is not flagged in Visma is refused before', async () => {
    const world = await connectedWorld({
      settings: (settings) => ({ ...settings, vat: { reverseChargeCustomers: ['501'] } }),
    });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'vat-refused' }] });
  });

  it('a customer in pounds is refused: the proposal is in euros', async () => {
    const world = await connectedWorld({ account: numbered('1023') });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices[0]?.problems.map((problem) => problem.code)).toContain('currency');
  });

  it('kor: any row with VAT is refused by name', async () => {
    const world = await connectedWorld({
      account: { ...agency, customers: customers.map((each) => ({ ...each, vatRate: { percentage: '21' } })) },
      settings: (settings) => ({ ...settings, vat: { scheme: 'kor' } }),
    });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.problems.map((problem) => problem.code)).toContain('vat-under-scheme');
    expect(world.fake.books.drafts).toEqual([]);
  });

  it.each(['kor', 'exempt'] as const)('%s: any row with VAT is refused, also where no rate but vat.kindByCustomer asks for it', async (scheme) => {
    const world = await connectedWorld({ settings: (settings) => ({ ...settings, vat: { scheme, kindByCustomer: { 501: 'domestic-high' } } }) });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices).toEqual([]);
    expect(report.problems).toMatchObject([{ code: 'vat-under-scheme', remedy: expect.stringContaining('vat.kindByCustomer') as string }]);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it.each([
    ['a business elsewhere in the EU gets an EU service', '1012', {}, 'eu-service'],
    ['a customer outside the EU gets a service outside the EU', '1015', {}, 'outside-eu-service'],
    ['a consumer elsewhere in the EU is exempt', '1021', { VatNumber: null }, 'domestic-exempt'],
    ['a customer at home is exempt', '1001', {}, 'domestic-exempt'],
  ] as const)('kor: %s, without VAT', async (_, number, change, vatKind) => {
    const world = await connectedWorld({
      account: numbered(number),
      settings: (settings) => ({ ...settings, vat: { scheme: 'kor' } }),
    });
    world.fake.person.editCustomer(number, change);
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, articles: { ...settings.articles, hours: articleId(world.fake, 'UREN-VRIJ') } } });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.problems).toEqual([]);
    expect(report.invoices).toMatchObject([{ outcome: 'exported', vatAmount: '0.00', problems: [] }]);
    expect(report.invoices[0]?.proposal.lines[0]?.vatKind).toBe(vatKind);
    expect(world.fake.books.drafts).toMatchObject([{ TotalVatAmount: 0 }]);
  });

  it('exempt: a business elsewhere in the EU needs a word of the seller, and then has it', async () => {
    const world = await connectedWorld({ account: numbered('1012'), settings: (settings) => ({ ...settings, vat: { scheme: 'exempt' } }) });
    const { settings } = await world.connector.readSettings({ tenantId });
    const articles = { ...settings.articles, hours: articleId(world.fake, 'UREN-VRIJ') };
    await world.connector.saveSettings({ tenantId, settings: { ...settings, articles } });
    const asked = await world.connector.createInvoices({ tenantId, select: hours });
    expect(asked.invoices).toEqual([]);
    expect(asked.problems).toMatchObject([{ code: 'vat-zero-ambiguous', remedy: expect.stringContaining('vat.kindByCustomer') as string }]);
    await world.connector.saveSettings({ tenantId, settings: { ...settings, articles, vat: { scheme: 'exempt', kindByCustomer: { 501: 'eu-service' } } } });
    expect((await world.connector.createInvoices({ tenantId, select: hours })).invoices).toMatchObject([{ outcome: 'exported', vatAmount: '0.00' }]);
  });
});

describe('B7: days of payment that Visma has no terms for', () => {
  const daysOf = (draft: { InvoiceDate: string; DueDate?: unknown } | undefined): number =>
    (Date.parse(String(draft?.DueDate).slice(0, 10)) - Date.parse(draft?.InvoiceDate.slice(0, 10) ?? '')) / 86_400_000;

  async function twoInvoices(change: (terms: string) => object): Promise<number[]> {
    const account = { ...agency, customers: customers.map((each) => (each.id === '502' ? { ...each, paymentDays: 21 } : each)) };
    const world = await connectedWorld({ account });
    const { hits } = await world.connector.masterData({ tenantId, kind: 'termsOfPayment', search: '14 dagen' });
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, ...change(String(hits[0]?.value)) } });
    for (const select of [{ refs: [{ kind: 'time', id: '5' }] }, { refs: [{ kind: 'mileage', id: '2' }] }] as const) {
      expect((await world.connector.createInvoices({ tenantId, select })).invoices).toMatchObject([{ outcome: 'exported' }]);
    }
    return world.fake.books.drafts.map(daysOf);
  }

  it('every invoice has a due date of its own, not only the first, also where the settings name the stand-in', async () => {
    expect(await twoInvoices(() => ({}))).toEqual([21, 21]);
    expect(await twoInvoices((termsOfPayment) => ({ customers: { termsOfPayment } }))).toEqual([21, 21]);
  });

  it('terms of payment for every invoice leave no room for days of the customer', async () => {
    expect(await twoInvoices((termsOfPayment) => ({ invoices: { termsOfPayment } }))).toEqual([14, 14]);
  });
});

describe('C6: a negative total', () => {
  it.each(['draft', 'final'] as const)('becomes a credit %s, and only after confirmation', async (finish) => {
    const world = await connectedWorld();
    world.source.account(accountId).items.set('expense:9', {
      kind: 'expense', id: '9', customerId: '501', projectId: '101', date: '2026-03-20', status: 'Approved', quantity: '-2', rate: '100.00', vatRate: { percentage: '21' },
    });
    const select = { refs: [{ kind: 'expense', id: '9' }, { kind: 'time', id: '1' }] } as const;
    const asked = await world.connector.createInvoices({ tenantId, select, finish });
    expect(asked.invoices[0]).toMatchObject({ outcome: 'refused', totalAmount: '-204.07', problems: [{ code: 'credit-unconfirmed' }] });
    const made = await world.connector.createInvoices({ tenantId, select, finish, confirmCredit: true });
    expect(made.invoices[0]).toMatchObject({ outcome: 'exported' });
    const [document] = finish === 'draft' ? world.fake.books.drafts : world.fake.books.invoices;
    expect(document).toMatchObject({ IsCreditInvoice: true, TotalAmount: -204.07, TotalVatAmount: -35.42 });
    expect(document?.Rows.filter((row) => !row.IsTextRow).map((row) => row.Quantity)).toEqual([-0.33, 2]);
  });
});

describe('people work on both sides meanwhile', () => {
  it('A9: a draft that a person finalised is followed to its invoice by reconcile', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: hours });
    const invoice = world.fake.person.convertDraft(world.fake.books.drafts[0]?.Id ?? '');
    await world.connector.reconcile({ tenantId });
    const { exports } = await world.connector.exportLog({ tenantId, items: [hours.refs[0]] });
    expect(exports).toMatchObject([{ key: invoices[0]?.key, state: 'exported', documents: { invoiceId: invoice.Id } }]);
  });

  it.each([
    ['the same day is adopted', 0, 'exported'],
    ['before the hours were claimed is none, however equal', 24, 'draft-missing'],
  ] as const)('A9: the draft is missing; an equal invoice without a mark from %s', async (_, hoursBefore, state) => {
    const earlier = await connectedWorld();
    await earlier.connector.createInvoices({ tenantId, select: hours });
    const [draft] = earlier.fake.books.drafts;
    const byHand = earlier.fake.person.createDraft({ ...draft, Rows: (draft?.Rows ?? []).filter((row) => !row.Text?.includes('TC-')) });
    const invoice = earlier.fake.person.convertDraft(byHand.Id);
    earlier.fake.person.deleteDraft(draft?.Id ?? '');
    for (const key of ['time:1', 'time:2']) {
      const item = earlier.source.account(accountId).items.get(key);
      if (item && item.kind !== 'term') {
        earlier.source.account(accountId).items.set(key, { ...item, status: 'Approved' });
      }
    }
    earlier.clock.advance(hoursBefore * 3_600_000);
    const world = earlier.loseState();
    await world.connect();
    await world.connector.createInvoices({ tenantId, select: hours });
    world.fake.person.deleteDraft(world.fake.books.drafts[0]?.Id ?? '');
    for (let round = 0; round < 3; round += 1) {
      await world.connector.reconcile({ tenantId });
      world.clock.advance(20 * 60_000);
    }
    const { exports } = await world.connector.exportLog({ tenantId, items: [hours.refs[0]] });
    expect(exports).toMatchObject([{ state }]);
    expect(exports[0]?.documents.invoiceId).toBe(state === 'exported' ? invoice.Id : undefined);
  });

  it('A9: a draft that a person deleted waits for an operator, who frees its hours', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: hours });
    world.fake.person.deleteDraft(world.fake.books.drafts[0]?.Id ?? '');
    for (let round = 0; round < 3; round += 1) {
      await world.connector.reconcile({ tenantId });
      world.clock.advance(20 * 60_000);
    }
    const key = invoices[0]?.key ?? '';
    expect((await world.connector.exportLog({ tenantId, items: [hours.refs[0]] })).exports).toMatchObject([{ key, state: 'draft-missing' }]);
    await world.connector.settle({ tenantId, key, as: 'not-exported', by: 'sanne', note: 'deleted on purpose' });
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Approved' });
    const again = await world.connector.createInvoices({ tenantId, select: hours });
    expect(again.invoices[0]?.outcome).toBe('exported');
    expect(world.fake.books.drafts).toHaveLength(1);
  });

  it('A8: a document with the mark that is a credit by now is held, and nothing is written beside it', async () => {
    const world = await connectedWorld();
    const set = (rate: string): void => {
      world.source.account(accountId).items.set('expense:9', {
        kind: 'expense', id: '9', customerId: '501', projectId: '101', date: '2026-03-20', status: 'Approved', quantity: '1', rate, vatRate: { percentage: '21' },
      });
    };
    const order = { tenantId, select: { refs: [{ kind: 'expense', id: '9' }] }, finish: 'final', confirmCredit: true } as const;
    set('-100.00');
    await world.connector.createInvoices(order);
    set('100.00');
    const forgetful = world.loseState();
    await forgetful.connect();
    expect((await forgetful.connector.createInvoices(order)).invoices[0]?.outcome).toBe('held');
    expect(world.fake.books.invoices).toHaveLength(1);
  });

  it('A2: an hour that changes after the plan makes the export stale; a new run takes the new value', async () => {
    const world = await connectedWorld();
    const { work } = world.source;
    const read = work.read.bind(work);
    let reads = 0;
    work.read = async (...args) => {
      reads += 1;
      const hour = world.source.account(accountId).items.get('time:1');
      if (reads === 2 && hour?.kind === 'time') {
        world.source.account(accountId).items.set('time:1', { ...hour, minutes: 40 });
      }
      return read(...args);
    };
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices[0]?.outcome).toBe('stale');
    expect(world.fake.books.drafts).toEqual([]);
    const again = await world.connector.createInvoices({ tenantId, select: hours });
    expect(again.invoices[0]).toMatchObject({ outcome: 'exported', netAmount: '799.90' });
  });

  it('a company that is another one by now stops the run before a write', async () => {
    const world = await connectedWorld();
    world.fake.person.changeSettings({ CompanyIdentifier: 'elsewhere' });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.stopped).toMatchObject({ code: 'company-switched' });
    expect(report.invoices[0]?.outcome).toBe('skipped');
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('an abort in the middle leaves the rest untouched, and the next run finishes it', async () => {
    const world = await connectedWorld();
    const controller = new AbortController();
    const { fetch } = world.fake;
    let writes = 0;
    const stopping = createWorld({
      // One at a time, so that something is left when the abort comes.
      options: { concurrency: 1 },
      reuse: {
        ...world,
        fake: {
          ...world.fake,
          fetch: async (input, init) => {
            const answer = await fetch(input, init);
            writes += init?.method === 'POST' && String(input instanceof Request ? input.url : input).includes('customerinvoicedrafts') ? 1 : 0;
            if (writes === 2) {
              controller.abort(new Error('enough'));
            }
            return answer;
          },
        },
      },
    });
    await world.connector.disconnect({ tenantId, releasePair: true });
    await stopping.connect();
    await stopping.connector.createInvoices({ tenantId, select: {}, signal: controller.signal }).catch(() => undefined);
    expect(world.fake.books.drafts.length).toBeLessThan(4);
    for (let round = 0; round < 3; round += 1) {
      stopping.clock.advance(20 * 60_000);
      await stopping.connector.reconcile({ tenantId });
      await stopping.connector.createInvoices({ tenantId, select: {} });
    }
    expect(world.fake.books.drafts.map((draft) => draft.TotalAmount).sort((a, b) => a - b)).toEqual([206.27, 360.58, 1172.14, 3025]);
  });

  it('A12: undoing a term makes it unbilled again', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] } });
    expect((await world.connector.unbilledItems({ tenantId, select: { customerIds: ['503'] } })).customers).toEqual([]);
    await world.connector.undo({ tenantId, keys: invoices.map((each) => each.key), by: 'sanne', note: 'later' });
    expect((await world.connector.unbilledItems({ tenantId, select: { customerIds: ['503'] } })).customers).toMatchObject([{ netAmount: '2500.00' }]);
  });

  it('B1: the article of one activity for one VAT kind wins over its link', async () => {
    const world = await connectedWorld({
      account: { ...agency, customers: customers.map((each) => (each.id === '501' ? { ...each, vatRate: { percentage: '9' } } : each)) },
      settings: (settings) => settings,
    });
    await world.connector.linkActivity({ tenantId, activityId: '11', article: 'UREN-S' });
    const { settings } = await world.connector.readSettings({ tenantId });
    await world.connector.saveSettings({ tenantId, settings: { ...settings, articles: { ...settings.articles, byActivity: { '11': { 'domestic-low': articleId(world.fake, 'UREN-L') } } } } });
    const report = await world.connector.createInvoices({ tenantId, select: hours });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', vatAmount: '69.08' });
    expect(world.fake.books.drafts[0]?.Rows[1]).toMatchObject({ ArticleNumber: 'UREN-L', VatRate: 9 });
  });
});
