import { createConnector, createSecretBox, systemClock } from '@x/timechimp-visma-connector';
import { createMemorySource } from '@x/timechimp-visma-connector/memory';
import { startFakeVisma } from '@x/visma-eaccounting/testing';
import { account } from './account.ts';
import { openSqliteState, type SqliteState } from './storage/state.ts';
import { showTables } from './tables.ts';

const tenantId = 'tenant-1';
const order = { tenantId, select: { until: '2026-10-31' }, invoiceDate: '2026-10-31' };

/**
 * One import and one invoice against a fake Visma, with the connector's state in this file of SQLite. Then the file is
 * opened again, as after a restart, and the same is asked once more. `print` gets every line.
 */
export async function tell(file: string, print: (line: string) => void): Promise<void> {
  const visma = await startFakeVisma();
  const secretBox = createSecretBox([{ id: 'demo', key: crypto.getRandomValues(new Uint8Array(32)) }]);
  const source = createMemorySource({ 'account-1': account });
  const start = (state: SqliteState) =>
    createConnector({ state, source, visma: { ...visma, redirectUri: 'http://localhost:44300/callback' }, clock: systemClock(), secretBox });

  const first = openSqliteState(file);
  const second = openSqliteState(file);
  try {
    const connector = start(first);
    const { url } = await connector.connect({ tenantId, sourceAccountId: 'account-1' });
    const consent = await fetch(url, { redirect: 'manual' });
    await connector.completeConnect({ tenantId, callbackUrl: new URL(consent.headers.get('location') ?? '') });
    const { hits } = await connector.masterData({ tenantId, kind: 'articles', search: 'uren advies' });
    await connector.saveSettings({ tenantId, settings: { cutOffDate: '2026-10-01', articles: { hours: String(hits[0]?.value) } } });

    const { customers } = await connector.importCustomers({ tenantId });
    print(`Imported: ${customers.length} customers read from Visma`);
    const { invoices } = await connector.createInvoices(order);
    for (const { customer, totalAmount, outcome } of invoices) print(`Draft for ${customer.name}, ${totalAmount}: ${outcome}`);
    first.db.close();

    print('');
    showTables(second.db, print);

    print('\nOpened again, as after a restart:');
    const { excluded } = await start(second).createInvoices({ ...order, select: { refs: [{ kind: 'time', id: '1' }] } });
    for (const { ref, message } of excluded) print(`hours ${ref.id}: ${message}`);
    print(`${visma.fake.books.drafts.length} draft in Visma`);
  } finally {
    second.db.close();
    await visma.close();
  }
}
