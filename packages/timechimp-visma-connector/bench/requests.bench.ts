import { CUSTOMERS } from '../../../tooling/bench/budgets.ts';
import { exactRow, type Measurement, report } from '../../../tooling/bench/measure.ts';
import { createWorld, tenantId, type ConnectedWorld } from '../test/support/connected-world.ts';
import { accountOf, companyOf } from './companies.ts';

const pageSize = 100;
const halfAnHour = 1_800_000;
/** Company, fiscal years, articles, codings, units, terms, countries: a page each. */
const masterData = 7;
/** Exports that are claimed, looked up and written together. */
const batch = 50;
/** Of each batch: whether the company is the same, drafts, and 5 searches of 10 marks, because a filter takes 100 nodes. */
const readsPerBatch = 7;

async function connected(customers: number, hours: number): Promise<ConnectedWorld> {
  const account = hours > 0 ? accountOf(customers, hours) : { customers: [], projects: [], items: [], activities: [], users: [] };
  const world = createWorld({ account, pageSize, fake: { companies: [companyOf(customers)], rateLimit: false } });
  await world.connect();
  world.fake.requests.clear();
  return world;
}

async function imports(customers: number): Promise<readonly Measurement[]> {
  const world = await connected(customers, 0);
  const { customers: imported } = await world.connector.importCustomers({ tenantId });
  const requests = world.fake.requests.count();
  if (imported.length !== customers) throw new Error(`Imported ${imported.length} of ${customers} customers.`);
  world.clock.advance(halfAnHour);
  world.fake.requests.clear();
  await world.connector.importCustomers({ tenantId });
  return [
    exactRow(`import of ${customers} customers`, requests, Math.ceil(customers / pageSize) + 1),
    exactRow(`import of ${customers} customers, nothing new`, world.fake.requests.count(), 1),
  ];
}

/**
 * Writes, pages of master data, and what each batch looks up before a first write, so that nothing is made twice after a
 * loss: none per entry, none per known customer. The second row is these look-ups alone, beside everything else.
 */
async function invoices(name: string, customers: number, hours: number, finish: 'draft' | 'final'): Promise<readonly Measurement[]> {
  const world = await connected(customers, hours);
  const { invoices: made } = await world.connector.createInvoices({ tenantId, select: {}, finish, invoiceDate: '2026-03-31' });
  const exported = made.filter(({ outcome }) => outcome === 'exported').length;
  if (exported !== customers) throw new Error(`Exported ${exported} of ${customers} invoices.`);
  const plain = customers * (finish === 'final' ? 2 : 1) + masterData + Math.ceil(customers / pageSize);
  const requests = world.fake.requests.count();
  const reads = readsPerBatch * Math.ceil(customers / batch);
  return [
    exactRow(name, requests, plain + reads, `writes, pages of master data, ${readsPerBatch} look-ups per ${batch}`),
    exactRow(`${name}, look-ups alone`, requests - plain, plain, 'writes and pages of master data'),
  ];
}

const rows: Measurement[] = [];
for (const customers of CUSTOMERS) {
  rows.push(...(await imports(customers)));
  rows.push(...(await invoices(`drafts for ${customers} customers`, customers, 1, 'draft')));
  rows.push(...(await invoices(`invoices for ${customers} customers`, customers, 1, 'final')));
}
rows.push(...(await invoices('drafts for 10 customers, 100 entries each', 10, 100, 'draft')));
report(rows);
