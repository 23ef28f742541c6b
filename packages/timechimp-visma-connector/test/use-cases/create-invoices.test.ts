import { describe, expect, it } from 'vitest';
import { agency, customers } from '../support/agency.ts';
import { accountId, articleId, createWorld, stateText, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

async function connectedWorld(options: WorldOptions = {}): Promise<ConnectedWorld> {
  const world = createWorld(options);
  await world.connect();
  world.fake.requests.clear();
  return world;
}

const hoursOf501 = { refs: [{ kind: 'time', id: '1' }, { kind: 'time', id: '2' }] } as const;

describe('createInvoices', () => {
  it('invoices hours, expenses, trips, a fixed price and a subscription of four customers, one of them new', async () => {
    const world = await connectedWorld();
    const report = await world.connector.createInvoices({ tenantId, select: {} });
    expect(report.invoices.map((each) => [each.customer.number, each.outcome, each.netAmount, each.vatAmount, each.totalAmount])).toEqual([
      ['1001', 'exported', '971.18', '200.96', '1172.14'],
      ['2001', 'exported', '170.47', '35.80', '206.27'],
      ['1003', 'exported', '2500.00', '525.00', '3025.00'],
      ['1004', 'exported', '298.00', '62.58', '360.58'],
    ]);
    expect(report.newCustomers).toMatchObject([{ number: '2001', outcome: 'created' }]);
    expect(report.excluded).toEqual([{ ref: { kind: 'time', id: '4' }, reason: 'not-approved', message: 'Not approved.' }]);
    expect(world.fake.books.drafts.map((draft) => draft.TotalAmount)).toEqual([1172.14, 206.27, 3025, 360.58]);
    expect(world.fake.books.invoices).toEqual([]);
  });

  it('a preview shows the same figures and writes nothing, neither in Visma nor here', async () => {
    const world = await connectedWorld();
    const before = JSON.stringify([...world.source.account(accountId).items]) + stateText(world);
    const preview = await world.connector.createInvoices({ tenantId, select: {}, preview: true });
    expect(preview.invoices.map((each) => [each.customer.number, each.customer.isNew, each.outcome, each.totalAmount])).toEqual([
      ['1001', false, 'planned', '1172.14'],
      ['2001', true, 'planned', '206.27'],
      ['1003', false, 'planned', '3025.00'],
      ['1004', false, 'planned', '360.58'],
    ]);
    expect(preview.newCustomers).toMatchObject([{ number: '2001', outcome: 'planned' }]);
    expect(world.fake.requests.all().every((request) => request.method === 'GET')).toBe(true);
    expect(JSON.stringify([...world.source.account(accountId).items]) + stateText(world)).toBe(before);
  });

  it('A8: the mark is the last text row; B4: the supply period is stated and dates are days', async () => {
    const world = await connectedWorld();
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501, invoiceDate: '2026-03-31' });
    const [draft] = world.fake.books.drafts;
    expect(draft?.Rows.map((row) => row.Text)).toEqual([
      'Periode 05-03-2026 t/m 06-03-2026',
      'Ontwikkeling',
      expect.stringMatching(/^Specificatie TC-[0-9A-HJKMNP-TV-Z]{12}$/),
    ]);
    expect(draft?.InvoiceDate.slice(0, 10)).toBe('2026-03-31');
    expect(draft?.['DeliveryDate']).toMatch(/^2026-03-06/);
    expect(report.invoices[0]?.documents.draftId).toBe(draft?.Id);
    expect(draft).toMatchObject({ ReplaceUnitPriceWhenZero: false, EuThirdParty: false, RotReducedInvoicingType: 0, YourReference: 'INK-118' });
  });

  it('A10: the source is marked last, and only the items of the invoice', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    const statusOf = (key: string): string => {
      const item = world.source.account(accountId).items.get(key);
      return item && item.kind !== 'term' ? item.status : '';
    };
    expect(['time:1', 'time:2', 'time:3', 'time:4'].map(statusOf)).toEqual(['Invoiced', 'Invoiced', 'Approved', 'Open']);
  });

  it('makes final invoices on wish: the draft compares equal, then is converted with its date', async () => {
    const world = await connectedWorld();
    const report = await world.connector.createInvoices({ tenantId, select: {}, finish: 'final', invoiceDate: '2026-03-31' });
    expect(report.invoices.map((each) => each.outcome)).toEqual(['exported', 'exported', 'exported', 'exported']);
    expect(world.fake.books.drafts).toEqual([]);
    expect(world.fake.books.invoices.map((invoice) => [invoice.TotalAmount, invoice.InvoiceDate.slice(0, 10)])).toEqual([
      [1172.14, '2026-03-31'], [206.27, '2026-03-31'], [3025, '2026-03-31'], [360.58, '2026-03-31'],
    ]);
  });

  it('A1: everything twice leaves the same books, also after our own state was lost', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: {} });
    const books = JSON.stringify([world.fake.books.drafts, world.fake.books.customers]);
    const again = await world.connector.createInvoices({ tenantId, select: {} });
    expect(again.invoices).toEqual([]);
    const forgetful = world.loseState();
    await forgetful.connect();
    // The time-tracking side was restored from a backup as well: nothing is marked there any more.
    for (const [key, item] of world.source.account(accountId).items) {
      if (item.kind !== 'term' && item.status === 'Invoiced') {
        world.source.account(accountId).items.set(key, { ...item, status: 'Approved' });
      }
    }
    const adopted = await forgetful.connector.createInvoices({ tenantId, select: {} });
    expect(adopted.invoices.map((each) => each.outcome)).toEqual(['exported', 'exported', 'exported', 'exported']);
    expect(adopted.newCustomers).toEqual([]);
    expect(JSON.stringify([world.fake.books.drafts, world.fake.books.customers])).toBe(books);
  });

  it('A9: a draft that a person finalised in Visma is found again after a loss, and not made anew', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    world.fake.person.convertDraft(world.fake.books.drafts[0]?.Id ?? '');
    const forgetful = world.loseState();
    await forgetful.connect();
    for (const key of ['time:1', 'time:2']) {
      const item = world.source.account(accountId).items.get(key);
      if (item && item.kind !== 'term') {
        world.source.account(accountId).items.set(key, { ...item, status: 'Approved' });
      }
    }
    const report = await forgetful.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', documents: { invoiceId: world.fake.books.invoices[0]?.Id } });
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('A11: what is dated before a cut-off date is not proposed, not even when it was chosen', async () => {
    const world = await connectedWorld({ settings: (settings) => ({ ...settings, cutOffDate: '2026-03-06' }) });
    const unbilled = await world.connector.unbilledItems({ tenantId, select: { customerIds: ['501'], kinds: ['time', 'mileage'], from: '2026-01-01' } });
    expect(unbilled.customers.flatMap((each) => each.proposal.sources.map(({ kind, id }) => `${kind}:${id}`))).toEqual(['time:2', 'time:3']);
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.excluded).toEqual([{ ref: { kind: 'time', id: '1' }, reason: 'before-cut-off', message: 'Dated 2026-03-05, before the cut-off date 2026-03-06: it is taken to be invoiced already.' }]);
    expect(report.invoices.flatMap((each) => each.proposal.sources.map(({ id }) => id))).toEqual(['2']);
  });

  it('refuses chosen items that do not exist, all of them by name, before anything is asked or written', async () => {
    const world = await connectedWorld();
    await expect(
      world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'time', id: '1' }, { kind: 'time', id: '404' }, { kind: 'term', id: 'no-such-term' }] } }),
    ).rejects.toMatchObject({ code: 'items-unknown', problems: [{ at: 'time:404' }, { at: 'term:no-such-term' }] });
    await expect(world.connector.createInvoices({ tenantId, select: { refs: [] } })).rejects.toMatchObject({ code: 'input' });
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('stops at an abort and leaves what was not begun alone', async () => {
    const world = await connectedWorld();
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(world.connector.createInvoices({ tenantId, select: {}, signal: controller.signal })).rejects.toThrow();
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('tells its progress: started first, one line per invoice, finished last with counts', async () => {
    const world = await connectedWorld();
    world.events.length = 0;
    await world.connector.createInvoices({ tenantId, select: {} });
    expect(world.events.at(0)).toMatchObject({ type: 'started', useCase: 'createInvoices', preview: false });
    expect(world.events.filter((event) => event.type === 'item')).toHaveLength(5);
    expect(world.events.at(-1)).toMatchObject({ type: 'finished', counts: { exported: 4 } });
  });
});

describe('what is refused before anything is sent', () => {
  it('B2: a row whose VAT Visma would compute otherwise: the customer is German and has a VAT number', async () => {
    const world = await connectedWorld({
      account: { ...agency, customers: customers.map((each) => (each.id === '501' ? { ...each, number: '1021' } : each)) },
      settings: (settings) => ({ ...settings, vat: { kindByCustomer: { '501': 'domestic-high' } } }),
    });
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused' });
    expect(report.invoices[0]?.problems.map((problem) => problem.code)).toContain('vat-differs');
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('B4: a date in a locked fiscal year, in a closed period, or in no fiscal year at all', async () => {
    const world = await connectedWorld();
    world.fake.person.lockFiscalYear(2025);
    world.fake.person.lockAccountingTo('2026-02-28');
    const codeOf = async (invoiceDate: string): Promise<string | undefined> => {
      const report = await world.connector.createInvoices({ tenantId, select: hoursOf501, invoiceDate });
      return report.invoices[0]?.problems[0]?.code;
    };
    expect(await codeOf('2025-12-31')).toBe('fiscal-year-locked');
    expect(await codeOf('2026-02-28')).toBe('period-locked');
    expect(await codeOf('2031-01-01')).toBe('fiscal-year-missing');
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('B6: a customer with another currency; rates are never converted', async () => {
    const world = await connectedWorld();
    world.fake.person.editCustomer('1001', { CurrencyCode: 'GBP' });
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]?.problems.map((problem) => problem.code)).toEqual(['currency']);
  });

  it('B7: all missing fields of all new customers are listed at once, and the others are invoiced', async () => {
    const world = await connectedWorld({
      account: {
        ...agency,
        customers: customers.map((each) =>
          each.id === '502' ? { id: '502', name: 'Een naam die met meer dan vijftig tekens te lang is voor Visma', number: '12345678901234567', active: true, mileageRate: '0.23' } : each,
        ),
      },
    });
    const report = await world.connector.createInvoices({ tenantId, select: {} });
    expect(report.problems.filter((problem) => problem.at === 'customer:502').map((problem) => /\((\w+)\)$/.exec(problem.remedy)?.[1])).toEqual([
      'InvoicePostalCode', 'InvoiceCity', 'InvoiceCountryCode', 'CustomerNumber', 'Name',
    ]);
    expect(report.invoices.map((each) => [each.customer.number, each.outcome])).toEqual([['1001', 'exported'], ['1003', 'exported'], ['1004', 'exported']]);
    expect(world.fake.books.customers.some((customer) => customer.Name.startsWith('Een naam'))).toBe(false);
  });

  it('B8: a customer without a number is asked about; with the setting it gets a reserved one, written back', async () => {
    const account = { ...agency, customers: customers.map((each) => (each.id === '502' ? { ...each, number: undefined } : each)) };
    const asking = await connectedWorld({ account });
    const asked = await asking.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    expect(asked.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'customer-number-missing' }] });
    const proposing = await connectedWorld({ account, settings: (settings) => ({ ...settings, customers: { withoutNumber: 'propose', firstNumber: 1001 } }) });
    const made = await proposing.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    // 1001 to 1024 belong to customers of Visma.
    const number = '1025';
    expect(made.newCustomers).toMatchObject([{ number, outcome: 'created' }]);
    expect(proposing.source.account(accountId).customers.get('502')?.number).toBe(number);
    expect(proposing.fake.books.customers.filter((customer) => customer.CustomerNumber === number)).toHaveLength(1);
  });

  it('B8: two customers with one number are both refused', async () => {
    const world = await connectedWorld({
      account: { ...agency, customers: customers.map((each) => (each.id === '502' ? { ...each, number: '1001' } : each)) },
    });
    const report = await world.connector.createInvoices({ tenantId, select: {} });
    expect(report.invoices.filter((each) => each.outcome === 'refused').map((each) => each.customer.sourceId)).toEqual(['501', '502']);
  });

  it('B8: a number counts as shared also where the other customer has no open work', async () => {
    const twin = { id: '599', number: '1001', name: 'Molenaar oud', active: false };
    const world = await connectedWorld({ account: { ...agency, customers: [...customers, twin] } });
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'customer-number-duplicate' }] });
    expect(report.invoices[0]?.problems[0]?.message).toContain('Molenaar oud');
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('B8: a number leads to no customer of Visma that another of ours is linked to', async () => {
    const world = await connectedWorld();
    await world.connector.linkCustomer({ tenantId, customerId: '503', vismaCustomer: '1001' });
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'customer-linked-elsewhere' }] });
    expect(report.invoices[0]?.problems[0]?.message).toMatch(/Molenaar.*Stichting Leefbare Wijken/);
    expect(world.fake.books.drafts).toEqual([]);
  });

  it('B8: a customer that was created before and is linked to another by now gets nothing written to it', async () => {
    const world = await connectedWorld();
    const made = await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'time', id: '5' }] } });
    const vismaId = made.newCustomers[0]?.vismaId ?? '';
    await world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: null });
    await world.connector.linkCustomer({ tenantId, customerId: '503', vismaCustomer: vismaId });
    world.fake.person.editCustomer(vismaId, { CustomerNumber: '7777' });
    const report = await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'mileage', id: '2' }] } });
    expect(report.newCustomers).toMatchObject([{ sourceId: '502', outcome: 'held' }]);
    expect(report.newCustomers[0]).not.toHaveProperty('vismaId');
    expect(report.invoices[0]).toMatchObject({ outcome: 'skipped', reason: { code: 'customer-not-created' } });
    expect(world.fake.books.drafts).toHaveLength(1);
  });

  it('B9: warns when hours go to an article that is counted in kilometres, and sends them all the same', async () => {
    const world = await connectedWorld();
    await world.connector.linkActivity({ tenantId, activityId: '11', article: 'KM-H' });
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', problems: [{ code: 'unit', severity: 'warning' }] });
  });

  it('an activity that is linked to a vanished article: its customer gets no invoice without those hours', async () => {
    const world = await connectedWorld();
    world.source.account(accountId).activities.set('11', { ...world.source.account(accountId).activities.get('11')!, article: 'OUD-1' });
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] } });
    expect(report.problems.map((problem) => problem.code)).toContain('article-unknown');
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'incomplete' }] });
    const partial = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'] }, allowIncomplete: true });
    expect(partial.invoices[0]).toMatchObject({ outcome: 'exported' });
  });

  it('an inactive customer of Visma is refused with the way out', async () => {
    const world = await connectedWorld();
    world.fake.person.editCustomer('1001', { IsActive: false });
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'customer-inactive', remedy: 'Activate the customer in Visma.' }] });
  });
});

describe('B3: any difference holds the invoice', () => {
  it('holds a draft when the customer became private at the last moment, with both figures and the cause', async () => {
    const world = await connectedWorld();
    world.fake.person.changeSettings({ ShowPricesExclVatPC: true });
    const list = world.source.work.read.bind(world.source.work);
    world.source.work.read = async (...args) => {
      const answer = await list(...args);
      reads += 1;
      if (reads === 2) {
        world.fake.person.editCustomer('1001', { IsPrivatePerson: true });
      }
      return answer;
    };
    let reads = 0;
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501, finish: 'final' });
    expect(report.invoices[0]).toMatchObject({ outcome: 'held' });
    expect(report.invoices[0]?.differences).toContainEqual({ field: 'IncludesVat', expected: 'false', actual: 'true' });
    expect(report.invoices[0]?.likelyCause).toContain('private person');
    expect(world.fake.books.invoices).toEqual([]);
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Approved' });
  });

  it('holds when a coding was changed between preview and draft', async () => {
    const world = await connectedWorld();
    await world.connector.linkActivity({ tenantId, activityId: '11', article: articleId(world.fake, 'UREN-L') });
    const report = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'vat-differs' }] });
  });
});

describe('B5: private customers', () => {
  it('grosses prices up where Visma reads them with VAT, and the inclusive row total holds', async () => {
    const world = await connectedWorld();
    world.fake.person.changeSettings({ ShowPricesExclVatPC: true });
    world.fake.person.editCustomer('1001', { IsPrivatePerson: true });
    world.source.account(accountId).items.set('time:50', { kind: 'time', id: '50', customerId: '501', projectId: '101', date: '2026-03-20', minutes: 120, status: 'Approved', activityId: '11', userId: '71' });
    world.source.account(accountId).customers.set('501', { ...world.source.account(accountId).customers.get('501')!, hourlyRate: '100.00' });
    const report = await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'time', id: '50' }] } });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', netAmount: '200.00', totalAmount: '242.00' });
    expect(world.fake.books.drafts[0]).toMatchObject({ IncludesVat: true, TotalAmount: 242, TotalVatAmount: 42 });
  });

  it('refuses what cannot hold, and says what to use instead', async () => {
    const world = await connectedWorld();
    world.fake.person.changeSettings({ ShowPricesExclVatPC: true });
    world.fake.person.editCustomer('1001', { IsPrivatePerson: true });
    const report = await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'mileage', id: '1' }] } });
    expect(report.invoices[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'private-price' }] });
  });
});

describe('faults at each write leave one document', () => {
  it.each([
    ['POST /customers', 'answer lost after commit', { kind: 'reset', committed: true }],
    ['POST /customers', '429', { kind: 'rate-limit', seconds: 2 }],
    ['POST /customerinvoicedrafts', 'answer lost after commit', { kind: 'reset', committed: true }],
    ['POST /customerinvoicedrafts', 'connection refused', { kind: 'refuse' }],
    ['POST /customerinvoicedrafts', '429', { kind: 'rate-limit', seconds: 2 }],
    ['POST /customerinvoicedrafts', '500 before commit', { kind: 'server-error', status: 500, committed: false }],
    ['POST /customerinvoicedrafts', '502 after commit', { kind: 'server-error', status: 502, committed: true }],
    ['POST /customerinvoicedrafts/{customerInvoiceDraftId}/convert', 'answer lost after commit', { kind: 'reset', committed: true }],
    ['POST /customerinvoicedrafts/{customerInvoiceDraftId}/convert', '500 before commit', { kind: 'server-error', status: 500, committed: false }],
  ] as const)('%s: %s', async (operation, _, fault) => {
    const world = await connectedWorld();
    world.fake.faults.next(operation, fault);
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] }, finish: 'final' });
    for (let round = 0; round < 4; round += 1) {
      world.clock.advance(20 * 60_000);
      await world.connector.reconcile({ tenantId });
      await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] }, finish: 'final' });
    }
    expect(world.fake.books.customers.filter((customer) => customer.CustomerNumber === '2001')).toHaveLength(1);
    expect(world.fake.books.drafts).toEqual([]);
    expect(world.fake.books.invoices.map((invoice) => invoice.TotalAmount)).toEqual([206.27]);
    expect(world.source.account(accountId).items.get('time:5')).toMatchObject({ status: 'Invoiced' });
  });
});

describe('A8: where the mark stands, and where it can be searched', () => {
  it.each([
    ['in a text row', 'textRow', {}],
    ['in OurReference', 'ourReference', {}],
    ['in a text row that cannot be searched', 'textRow', { '/customerinvoices': { 'Rows/Text': 'refused' } }],
    ['in OurReference that cannot be searched', 'ourReference', { '/customerinvoices': { OurReference: 'refused' } }],
    ['where nothing at all can be searched', 'textRow', { '/customerinvoices': { 'Rows/Text': 'refused', CustomerId: 'refused' } }],
  ] as const)('%s: a finalised draft is found after a loss of our state', async (_, markPlace, filters) => {
    const world = await connectedWorld({ fake: { filters }, settings: (settings) => ({ ...settings, invoices: { markPlace, ourReference: 'Sanne' } }) });
    await world.connector.createInvoices({ tenantId, select: hoursOf501, finish: 'final' });
    expect(world.fake.books.invoices[0]?.['OurReference']).toMatch(markPlace === 'ourReference' ? /^Sanne TC-/ : /^Sanne$/);
    const forgetful = world.loseState();
    await forgetful.connect();
    for (const key of ['time:1', 'time:2']) {
      const item = world.source.account(accountId).items.get(key);
      if (item && item.kind !== 'term') {
        world.source.account(accountId).items.set(key, { ...item, status: 'Approved' });
      }
    }
    const report = await forgetful.connector.createInvoices({ tenantId, select: hoursOf501, finish: 'final' });
    expect(report.invoices[0]?.outcome).toBe('exported');
    expect(world.fake.books.invoices).toHaveLength(1);
    expect(world.fake.books.drafts).toEqual([]);
  });
});

describe('B7: a customer that Visma refuses', () => {
  it('a VIES refusal is rejected with its sentence, and the invoice waits', async () => {
    const world = await connectedWorld({
      fake: { vies: () => false },
      account: { ...agency, customers: customers.map((each) => (each.id === '502' ? { ...each, vatNumber: 'NL999999999B99' } : each)) },
    });
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502', '503'] } });
    expect(report.newCustomers).toMatchObject([{ outcome: 'rejected' }]);
    expect(report.invoices).toMatchObject([
      { outcome: 'skipped', reason: { code: 'customer-not-created', message: expect.stringMatching(/VIES/i) as string } },
      { outcome: 'exported' },
    ]);
  });
});

describe('A12: undo', () => {
  it('deletes the draft and restores the recorded statuses; the hours can be invoiced again', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    const keys = invoices.map((each) => each.key);
    const preview = await world.connector.undo({ tenantId, keys, by: 'sanne', note: 'wrong month', preview: true });
    expect(preview.outcomes[0]?.reason?.message).toContain('draft would be deleted');
    expect(world.fake.books.drafts).toHaveLength(1);
    const undone = await world.connector.undo({ tenantId, keys, by: 'sanne', note: 'wrong month' });
    expect(undone.outcomes).toMatchObject([{ outcome: 'undone' }]);
    expect(world.fake.books.drafts).toEqual([]);
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Approved' });
    const again = await world.connector.createInvoices({ tenantId, select: hoursOf501 });
    expect(again.invoices[0]?.outcome).toBe('exported');
    expect(world.fake.books.drafts).toHaveLength(1);
  });

  it('voids a final invoice', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: hoursOf501, finish: 'final' });
    const undone = await world.connector.undo({ tenantId, keys: invoices.map((each) => each.key), by: 'sanne', note: 'wrong customer' });
    expect(undone.outcomes).toMatchObject([{ outcome: 'undone' }]);
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Approved' });
    expect(world.fake.requests.count('POST /customerinvoices/{invoiceId}/void')).toBe(1);
  });

  it('A12: what a void freed is invoiced again, also when it was a credit; one invoice stands', async () => {
    const world = await connectedWorld();
    world.source.account(accountId).items.set('expense:9', {
      kind: 'expense', id: '9', customerId: '501', projectId: '101', date: '2026-03-20', status: 'Approved', quantity: '-2', rate: '100.00', vatRate: { percentage: '21' },
    });
    for (const select of [hoursOf501, { refs: [{ kind: 'expense', id: '9' }] } as const]) {
      const before = standing(world).length;
      for (let round = 0; round < 3; round += 1) {
        const { invoices } = await world.connector.createInvoices({ tenantId, select, finish: 'final', confirmCredit: true });
        expect(invoices).toMatchObject([{ outcome: 'exported' }]);
        expect(standing(world).map((invoice) => invoice.Id).slice(before)).toEqual([invoices[0]?.documents.invoiceId]);
        if (round < 2) {
          const undone = await world.connector.undo({ tenantId, keys: invoices.map((each) => each.key), by: 'sanne', note: 'wrong month' });
          expect(undone.outcomes).toMatchObject([{ outcome: 'undone' }]);
          expect(standing(world)).toHaveLength(before);
        }
      }
    }
    expect(world.fake.books.invoices).toHaveLength(10);
  });

  it('A12: a void whose answer was lost is found to be done', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: hoursOf501, finish: 'final' });
    world.fake.faults.next(voiding, { kind: 'reset', committed: true });
    const keys = invoices.map((each) => each.key);
    const undone = await world.connector.undo({ tenantId, keys, by: 'sanne', note: 'wrong month' });
    expect(undone.outcomes).toMatchObject([{ outcome: 'in-doubt' }]);
    world.clock.advance(20 * 60_000);
    expect((await world.connector.reconcile({ tenantId })).outcomes).toMatchObject([{ outcome: 'undone' }]);
    expect(world.fake.requests.count(voiding)).toBe(2);
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Approved' });
    expect(standing(world)).toEqual([]);
    expect(world.fake.books.invoices).toHaveLength(2);
  });

  it('A12: a void that Visma refuses leaves the invoice and the statuses, with the sentence of Visma', async () => {
    const world = await connectedWorld();
    const { invoices } = await world.connector.createInvoices({ tenantId, select: hoursOf501, finish: 'final' });
    world.fake.person.payInvoice(invoices[0]?.documents.invoiceId ?? '');
    const undone = await world.connector.undo({ tenantId, keys: invoices.map((each) => each.key), by: 'sanne', note: 'wrong month' });
    expect(undone.outcomes).toMatchObject([{ outcome: 'held', reason: { code: 'void-refused' } }]);
    expect(undone.outcomes[0]?.reason?.message).toContain('payments or credits');
    expect(standing(world)).toHaveLength(1);
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Invoiced' });
  });
});

const voiding = 'POST /customerinvoices/{invoiceId}/void';

/** The invoices in the books that were not taken back and take nothing back. */
function standing(world: ConnectedWorld) {
  return world.fake.books.invoices.filter(
    (invoice) => !(invoice['CreditedBy'] as unknown[]).length && typeof invoice['ReferringInvoiceId'] !== 'string',
  );
}
