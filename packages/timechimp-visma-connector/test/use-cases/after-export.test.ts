import { describe, expect, it } from 'vitest';
import { agency, customers, invoices } from '../support/agency.ts';
import { accountId, consent, createWorld, stateText, tenantId, type ConnectedWorld, type WorldOptions } from '../support/connected-world.ts';

async function connectedWorld(options: WorldOptions = {}): Promise<ConnectedWorld> {
  const world = createWorld(options);
  await world.connect();
  const { settings, suggestions } = await world.connector.readSettings({ tenantId });
  const codes = Object.fromEntries(suggestions.flatMap(({ at, value }) => (at.startsWith('vat.codes.') ? [[at.slice(10), String(value)]] : [])));
  await world.connector.saveSettings({ tenantId, settings: { ...settings, vat: { ...settings.vat, codes } } });
  return world;
}

const decided = { by: 'sanne', note: 'invoiced by hand in February' };
const hours = [{ kind: 'time', id: '1' }, { kind: 'time', id: '2' }] as const;

describe('takeOver', () => {
  it('marks hours at the source and notes terms and invoices here; none of them is exported afterwards', async () => {
    const world = await connectedWorld();
    const { customers: unbilled } = await world.connector.unbilledItems({ tenantId, select: { kinds: ['term'] } });
    const terms = unbilled.flatMap((each) => each.proposal.sources.map(({ kind, id }) => ({ kind, id })));
    const refs = [...hours, ...terms, { kind: 'invoice', id: '9017' } as const, { kind: 'time', id: 'nowhere' } as const];
    const preview = await world.connector.takeOver({ tenantId, refs, ...decided, preview: true });
    expect(preview.map((each) => each.outcome)).toEqual([...refs.slice(0, -1).map(() => 'done'), 'missing']);
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Approved' });
    await world.connector.takeOver({ tenantId, refs, ...decided });
    expect(world.source.account(accountId).items.get('time:1')).toMatchObject({ status: 'Invoiced' });
    const left = await world.connector.unbilledItems({ tenantId });
    expect(left.customers.map((each) => each.customerId)).toEqual(['501', '502']);
    const booked = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    expect(booked.entries[0]?.problems[0]).toMatchObject({ code: 'taken-over' });
    expect(world.fake.books.ledgerItems).toEqual([]);
    const again = await world.connector.takeOver({ tenantId, refs: hours, ...decided });
    expect(again.map((each) => each.outcome)).toEqual(['unchanged', 'unchanged']);
  });

  it.each(['2', '3'])('A10: hour %s in a locked week keeps no other hour from being taken over', async (locked) => {
    const from = createWorld();
    const { work } = from.source;
    const sizes: number[] = [];
    const setStatus: typeof work.setStatus = (account, change) => {
      sizes.push(change.items.length);
      return change.items.some(({ ref }) => ref.id === locked)
        ? Promise.reject(Object.assign(new Error('Week 10 is locked.'), { delivery: 'answered' }))
        : work.setStatus(account, change);
    };
    const world = createWorld({ reuse: { ...from, source: { ...from.source, work: { ...work, setStatus } } } });
    await world.connect();
    const refs = ['1', '2', '3'].map((id) => ({ kind: 'time' as const, id }));
    const items = await world.connector.takeOver({ tenantId, refs, ...decided });
    expect(items).toEqual(refs.map((ref) => (ref.id === locked ? { ref, outcome: 'refused', message: 'Week 10 is locked.' } : { ref, outcome: 'done' })));
    for (const { id } of refs) expect(world.source.account(accountId).items.get(`time:${id}`)).toMatchObject({ status: id === locked ? 'Approved' : 'Invoiced' });
    expect(sizes[0]).toBe(3);
  });

  it('A10: a refusal that concerns every hour ends the take-over at once', async () => {
    const from = createWorld();
    let calls = 0;
    const setStatus = () => {
      calls += 1;
      return Promise.reject(Object.assign(new Error('The key was revoked.'), { code: 'authentication', delivery: 'answered' }));
    };
    const world = createWorld({ reuse: { ...from, source: { ...from.source, work: { ...from.source.work, setStatus } } } });
    await world.connect();
    const items = await world.connector.takeOver({ tenantId, refs: [...hours, { kind: 'expense', id: '1' }], ...decided });
    expect(items).toEqual([...hours, { kind: 'expense', id: '1' }].map((ref) => ({ ref, outcome: 'not-tried', message: 'The key was revoked.' })));
    expect(calls).toBe(1);
  });

  it.each([['before', false], ['after', true]])('A6: an answer that is lost %s the hours were marked leaves them in doubt, the rest not tried, and the same request again finishes it', async (_when, committed) => {
    const from = createWorld();
    const { work } = from.source;
    let lost = false;
    const setStatus: typeof work.setStatus = async (account, change) => {
      if (lost) return work.setStatus(account, change);
      lost = true;
      if (committed) await work.setStatus(account, change);
      throw Object.assign(new Error('The line went dead.'), { delivery: 'unknown' });
    };
    const world = createWorld({ reuse: { ...from, source: { ...from.source, work: { ...work, setStatus } } } });
    await world.connect();
    const refs = [{ kind: 'invoice', id: '9017' } as const, ...hours, { kind: 'expense', id: '1' } as const];
    const items = await world.connector.takeOver({ tenantId, refs, ...decided });
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'in-doubt', 'in-doubt', 'not-tried']);
    expect(items[1]?.message).toContain('The line went dead.');
    const again = await world.connector.takeOver({ tenantId, refs, ...decided });
    const found = committed ? 'unchanged' : 'done';
    expect(again.map(({ outcome }) => outcome)).toEqual(['done', found, found, 'done']);
  });

  it('an abort between two batches tells what was marked and what was not', async () => {
    const from = createWorld();
    const { work } = from.source;
    const stop = new AbortController();
    const setStatus: typeof work.setStatus = async (account, change) => {
      stop.abort();
      return work.setStatus(account, { ...change, signal: undefined });
    };
    const world = createWorld({ reuse: { ...from, source: { ...from.source, work: { ...work, setStatus } } } });
    await world.connect();
    const refs = [...hours, { kind: 'expense', id: '1' } as const];
    const items = await world.connector.takeOver({ tenantId, refs, ...decided, signal: stop.signal });
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'not-tried']);
  });

  it('leaves items of our own exports alone', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: { refs: hours } });
    const report = await world.connector.takeOver({ tenantId, refs: hours, ...decided });
    expect(report.map((each) => each.outcome)).toEqual(['refused', 'refused']);
  });
});

describe('the ignore list', () => {
  it('keeps items from being exported until they are taken off again', async () => {
    const world = await connectedWorld();
    expect(await world.connector.ignoreItems({ tenantId, refs: hours, ...decided })).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    const report = await world.connector.createInvoices({ tenantId, select: { refs: hours } });
    expect(report.excluded.map((each) => each.reason)).toEqual(['ignored', 'ignored']);
    expect(report.invoices).toEqual([]);
    expect(await world.connector.ignoreList({ tenantId })).toMatchObject([{ ref: hours[0], by: 'sanne' }, { ref: hours[1] }]);
    await world.connector.unignoreItems({ tenantId, refs: hours });
    const after = await world.connector.createInvoices({ tenantId, select: { refs: hours } });
    expect(after.invoices[0]?.outcome).toBe('exported');
  });
});

describe('drift', () => {
  it('A10: reports drafts and invoices that people changed, deleted or voided, and hours that were edited later', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['501', '503'] } });
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['504'] }, finish: 'final' });
    expect(await world.connector.drift({ tenantId })).toEqual([]);
    const [changed, gone] = world.fake.books.drafts;
    const rows = changed?.Rows.map((row) => (row['ArticleNumber'] === 'KM-H' ? { ...row, UnitPrice: 0.5 } : row));
    world.fake.person.editDraft(changed?.Id ?? '', { Rows: rows as never });
    world.fake.person.deleteDraft(gone?.Id ?? '');
    world.fake.person.voidInvoice(world.fake.books.invoices[0]?.Id ?? '');
    const hour = world.source.account(accountId).items.get('time:1');
    if (hour?.kind === 'time') {
      world.source.account(accountId).items.set('time:1', { ...hour, minutes: 30 });
    }
    const found = await world.connector.drift({ tenantId });
    expect(found.map((each) => each.outcome).sort()).toEqual(['document-changed', 'document-gone', 'document-reversed', 'source-changed']);
    expect(found.find((each) => each.outcome === 'document-changed')?.likelyCause).toContain('edited');
    expect(found.find((each) => each.outcome === 'source-changed')?.sources).toEqual([{ kind: 'time', id: '1' }]);
  });
});

describe('paymentStatus', () => {
  it('reads what was paid, keeps it with the export, and tells what changed', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] }, finish: 'final' });
    await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9017'] });
    const first = await world.connector.paymentStatus({ tenantId });
    expect(first.items.map((each) => [each.payment.status, each.payment.remaining, each.changed]).sort()).toEqual([
      ['unpaid', '1231.09', true], ['unpaid', '3025.00', true],
    ]);
    world.clock.advance(600_000);
    world.fake.person.payInvoice(world.fake.books.invoices[0]?.Id ?? '');
    const second = await world.connector.paymentStatus({ tenantId });
    expect(second.items.filter((each) => each.changed).map((each) => each.payment.status)).toEqual(['paid']);
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
    expect(exports[0]?.payment).toMatchObject({ status: 'paid', remaining: '0.00' });
  });
});

describe('tieOut', () => {
  it('compares exported with booked per customer, and names what stands on one side only', async () => {
    const world = await connectedWorld();
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] }, finish: 'final', invoiceDate: '2026-03-31' });
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['504'] }, invoiceDate: '2026-03-31' });
    const draft = world.fake.person.copyInvoice(world.fake.books.invoices[0]?.Id ?? '');
    world.fake.person.convertDraft(draft.Id, { invoiceDate: '2026-03-30' });
    const report = await world.connector.tieOut({ tenantId, from: '2026-03-01', to: '2026-03-31' });
    expect(report.customers).toMatchObject([
      { name: 'Stichting Leefbare Wijken', exported: '3025.00', booked: '6050.00', difference: '3025.00', onlyInVisma: [{ date: '2026-03-30', amount: '3025.00' }], missingInVisma: [] },
    ]);
    expect(report.notBooked).toMatchObject([{ label: '2026-17', amount: '1231.09' }]);
    expect(report.unfinished).toMatchObject([{ amount: '360.58', state: 'exported' }]);
  });
});

describe('linkCustomer', () => {
  it('B8: an explicit link wins over the number, in invoices and in the import', async () => {
    const world = await connectedWorld();
    expect(await world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: '1008' })).toMatchObject({ outcome: 'linked', visma: { number: '1008', name: 'Drukkerij Letterlust' } });
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['502'] } });
    expect(report.invoices[0]).toMatchObject({ outcome: 'exported', customer: { number: '1008', isNew: false } });
    await world.connector.importCustomers({ tenantId });
    expect(world.source.account(accountId).customers.get('502')?.name).toBe('Drukkerij Letterlust');
  });

  it('refuses customers that do not exist on either side, and one that is linked already', async () => {
    const world = await connectedWorld();
    await expect(world.connector.linkCustomer({ tenantId, customerId: 'nobody', vismaCustomer: '1008' })).rejects.toMatchObject({ code: 'items-unknown' });
    await expect(world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: '9999' })).rejects.toMatchObject({ code: 'items-unknown' });
    await world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: '1008' });
    await expect(world.connector.linkCustomer({ tenantId, customerId: '503', vismaCustomer: '1008' })).rejects.toMatchObject({ code: 'items-unknown' });
    expect(await world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: null })).toEqual({ outcome: 'unlinked', visma: null });
  });
});

describe('C9: the two flows exclude each other', () => {
  it('warns, as a guess, of a sales entry for the same customer, period and amount as an invoice of ours', async () => {
    const world = await connectedWorld({
      account: { ...agency, invoices: [...invoices, { ...invoices[0]!, id: '9019', companyInvoiceId: 19, customerId: '503', totalExTax: '2500.00', total: '3025.00', rows: [{ quantity: '1', price: '2500.00', taxPercent: '21' }] }] },
    });
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] } });
    const preview = await world.connector.createSalesEntries({ tenantId, invoiceIds: ['9019'], preview: true });
    expect(preview.entries[0]?.problems).toContainEqual(expect.objectContaining({ code: 'possible-double', severity: 'warning', message: expect.stringContaining('A guess') as string }));
    expect(preview.entries[0]?.outcome).toBe('planned');
  });
});

describe('linkActivity and masterData', () => {
  it('links by GUID, by number or by words; refuses unknown, inactive and ambiguous ones', async () => {
    const world = await connectedWorld();
    const link = (article: string | null) => world.connector.linkActivity({ tenantId, activityId: '11', article });
    expect(await link('UREN-S')).toMatchObject({ outcome: 'linked', article: { number: 'UREN-S' } });
    expect(await link('senior advies')).toMatchObject({ outcome: 'unchanged' });
    const { hits } = await world.connector.masterData({ tenantId, kind: 'articles', search: 'uren training' });
    expect(hits).toMatchObject([{ label: 'UREN-L Uren training', detail: 'Uur, VAT 9%', usable: true }]);
    expect(await link(String(hits[0]?.value).toUpperCase())).toMatchObject({ outcome: 'linked', article: { number: 'UREN-L' } });
    await expect(link('708c96d3-943d-4f79-bd92-676fbf4de1a8')).rejects.toMatchObject({ code: 'article', message: expect.stringContaining('does not exist in the connected company') as string });
    await expect(link('UREN-OUD')).rejects.toMatchObject({ code: 'article', message: expect.stringContaining('not active') as string });
    await expect(link('uren')).rejects.toMatchObject({ code: 'article', message: expect.stringContaining('fits') as string });
    await expect(link('zeppelin')).rejects.toMatchObject({ code: 'article', message: 'No active article fits "zeppelin".' });
    await expect(world.connector.linkActivity({ tenantId, activityId: '99', article: 'UREN-S' })).rejects.toMatchObject({ code: 'activity-unknown' });
    expect((await world.connector.activities({ tenantId })).map((each) => each.link.state)).toEqual(['linked', 'unlinked']);
    expect(await link(null)).toMatchObject({ outcome: 'unlinked' });
  });

  it('finds every kind of record by words, usable ones first', async () => {
    const world = await connectedWorld();
    for (const kind of ['articles', 'accounts', 'vatCodes', 'termsOfPayment', 'projects', 'costCenterItems', 'units'] as const) {
      const { hits, total } = await world.connector.masterData({ tenantId, kind, limit: 3 });
      expect(hits.length).toBe(Math.min(3, total));
      expect(hits.every((hit) => hit.label.trim() !== '')).toBe(true);
    }
    expect((await world.connector.masterData({ tenantId, kind: 'accounts', search: 'debiteuren' })).hits[0]?.value).toBe(1300);
  });
});

describe('previews and events of the smaller use cases', () => {
  it('a preview of reconcile shows what is not finished, asks Visma nothing and changes nothing', async () => {
    const world = await connectedWorld();
    world.fake.faults.add({ on: 'POST /customerinvoicedrafts', fault: { kind: 'reset', committed: false } });
    const { invoices: made } = await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] } });
    world.fake.requests.clear();
    const before = stateText(world);
    const preview = await world.connector.reconcile({ tenantId, preview: true });
    expect(preview.outcomes).toMatchObject([{ key: made[0]?.key, outcome: 'in-doubt' }]);
    expect([world.fake.requests.count(), stateText(world)]).toEqual([0, before]);
    for (let round = 0; round < 2; round += 1) {
      world.clock.advance(20 * 60_000);
      await world.connector.reconcile({ tenantId });
    }
    expect((await world.connector.reconcile({ tenantId, preview: true })).outcomes).toEqual([]);
  });

  it('a preview of disconnect ends nothing', async () => {
    const world = await connectedWorld();
    expect(await world.connector.disconnect({ tenantId, preview: true })).toEqual({ outcome: 'disconnected', revoked: false });
    expect((await world.connector.connectionHealth({ tenantId })).status).toBe('good');
    await world.connector.disconnect({ tenantId });
    expect(await world.connector.disconnect({ tenantId, preview: true })).toEqual({ outcome: 'not-connected', revoked: false });
  });

  it('every run tells its beginning and its end under one name of its own', async () => {
    const world = await connectedWorld();
    world.events.length = 0;
    await world.connector.ignoreItems({ tenantId, refs: hours, ...decided });
    await world.connector.unignoreItems({ tenantId, refs: hours });
    await world.connector.linkCustomer({ tenantId, customerId: '502', vismaCustomer: '1008', preview: true });
    await world.connector.unbilledItems({ tenantId });
    await world.connector.settle({ tenantId, key: 'nothing', as: 'exported', ...decided }).catch(() => undefined);
    expect(world.events.map(({ type, useCase }) => `${useCase} ${type}`)).toEqual([
      'ignoreItems started', 'ignoreItems finished', 'unignoreItems started', 'unignoreItems finished',
      'linkCustomer started', 'linkCustomer finished', 'unbilledItems started', 'unbilledItems finished',
      'settle started', 'settle failed',
    ]);
    expect(new Set(world.events.map(({ runId }) => runId)).size).toBe(5);
  });
});

describe('tenantsDue', () => {
  it('names the connected tenants whose hour it became, in their own time zone', async () => {
    const world = await connectedWorld({ settings: (settings) => ({ ...settings, import: { nightly: true, hour: 3 } }) });
    expect((await world.connector.tenantsDue({})).due).toEqual([]);
    // 2026-04-02T01:30Z is 03:30 in Amsterdam.
    world.clock.advance(Date.parse('2026-04-02T01:30:00Z') - world.clock.now());
    const due = [{ tenantId, night: '2026-04-02', dueAt: Date.parse('2026-04-02T01:00:00Z') }];
    expect((await world.connector.tenantsDue({})).due).toEqual(due);
    const until = Date.parse('2026-04-02T01:00:00Z');
    expect((await world.connector.tenantsDue({ since: until - 1, until })).due).toEqual(due);
    expect((await world.connector.tenantsDue({ since: until, until: until + 1 })).due).toEqual([]);
    await world.connector.disconnect({ tenantId });
    expect((await world.connector.tenantsDue({})).due).toEqual([]);
  });

  it('names only the newest of several nights', async () => {
    const world = await connectedWorld({ settings: (settings) => ({ ...settings, import: { nightly: true, hour: 3 } }) });
    const since = world.clock.now();
    world.clock.advance(4 * 86_400_000);
    expect((await world.connector.tenantsDue({ since })).due).toMatchObject([{ night: '2026-04-05' }]);
  });

  it('leaves out tenants that did not ask for it', async () => {
    const world = await connectedWorld();
    expect((await world.connector.tenantsDue({ since: 0 })).due).toEqual([]);
  });
});

describe('tenantsUnfinished', () => {
  it('names nobody while all is well, and with `follow` those whose drafts people may convert', async () => {
    const world = await connectedWorld();
    expect((await world.connector.tenantsUnfinished({ follow: true })).due).toEqual([]);
    await world.connector.createInvoices({ tenantId, select: { refs: hours } });
    expect((await world.connector.tenantsUnfinished({})).due).toEqual([]);
    expect((await world.connector.tenantsUnfinished({ follow: true })).due).toEqual([{ tenantId, unfinished: false }]);
  });

  it('names a tenant whose export was left in doubt, and asks Visma nothing for it', async () => {
    const world = await connectedWorld();
    world.fake.faults.add({ on: 'POST /customerinvoicedrafts', fault: { kind: 'reset', committed: false } });
    await world.connector.createInvoices({ tenantId, select: { refs: hours } });
    world.clock.advance(3_600_000);
    const requests = world.fake.requests.count();
    expect((await world.connector.tenantsUnfinished({})).due).toEqual([{ tenantId, unfinished: true }]);
    expect(world.fake.requests.count()).toBe(requests);
    await world.connector.reconcile({ tenantId });
    expect((await world.connector.tenantsUnfinished({})).due).toEqual([]);
  });
});

describe('tenants never see each other', () => {
  it('ids of another tenant behave as unknown, in every use case', async () => {
    const world = createWorld({ fake: {} });
    await world.connect();
    await world.connector.createInvoices({ tenantId, select: { refs: hours } });
    const { exports } = await world.connector.exportLog({ tenantId });
    const keys = exports.map((each) => each.key);
    const other = 'other-tenant';
    const { url } = await world.connector.connect({ tenantId: other, sourceAccountId: 'tc-other' });
    await world.connector.completeConnect({ tenantId: other, callbackUrl: await consent(world.fake, url) });
    const as = { tenantId: other };
    expect((await world.connector.exportLog(as)).exports).toEqual([]);
    expect((await world.connector.exportLog({ ...as, items: hours })).exports).toEqual([]);
    await expect(world.connector.undo({ ...as, keys, ...decided })).rejects.toMatchObject({ code: 'items-unknown' });
    await expect(world.connector.settle({ ...as, key: keys[0] ?? '', as: 'not-exported', ...decided })).rejects.toMatchObject({ code: 'items-unknown' });
    await expect(world.connector.createInvoices({ ...as, select: { refs: hours } })).rejects.toMatchObject({ code: 'items-unknown' });
    await expect(world.connector.createSalesEntries({ ...as, invoiceIds: ['9017'] })).rejects.toMatchObject({ code: 'items-unknown' });
    await expect(world.connector.linkActivity({ ...as, activityId: '11', article: 'UREN-S' })).rejects.toMatchObject({ code: 'activity-unknown' });
    await expect(world.connector.linkCustomer({ ...as, customerId: '501', vismaCustomer: '1001' })).rejects.toMatchObject({ code: 'items-unknown' });
    expect((await world.connector.takeOver({ ...as, refs: hours, ...decided })).map((each) => each.outcome)).toEqual(['missing', 'missing']);
    expect((await world.connector.unbilledItems(as)).customers).toEqual([]);
    expect(await world.connector.activities(as)).toEqual([]);
    expect(await world.connector.drift(as)).toEqual([]);
    expect((await world.connector.paymentStatus(as)).items).toEqual([]);
    expect((await world.connector.reconcile(as)).outcomes).toEqual([]);
    expect(world.fake.books.drafts).toHaveLength(1);
    expect(customers).toHaveLength(4);
  });
});
