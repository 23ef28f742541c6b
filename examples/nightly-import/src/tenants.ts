import type { Connector, ConnectorState } from '@x/timechimp-visma-connector';
import { exampleCompany, type FakeCompany, type FakeVisma } from '@x/visma-eaccounting/testing';

/** Customers of each company, so that what arrived can be counted. */
export const customersEach = 3;

const zones = ['Europe/Amsterdam', 'Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];

/** One company per tenant, all of the same kind and of little size. */
export function companiesFor(count: number): readonly FakeCompany[] {
  const model = exampleCompany();
  return Array.from({ length: count }, (_, index) => ({
    ...model,
    settings: { ...model.settings, CompanyIdentifier: companyOf(index), Name: `Company ${String(index)}` },
    customers: model.customers.slice(0, customersEach),
    // An import reads none of these.
    accounts: [],
    articles: [],
    codings: [],
    vatCodes: [],
  }));
}

/** Connects tenant by tenant, a few at a time, and switches the night on: each at an hour of its own time zone. */
export async function connectTenants(parts: {
  readonly connector: Connector;
  readonly state: ConnectorState;
  readonly fake: FakeVisma;
  readonly count: number;
  readonly now: number;
  /** Told after each tenant. */
  readonly connected: () => void;
}): Promise<void> {
  const { connector, state, fake, count, now, connected } = parts;
  let next = 0;
  // One browser: who signs in consents before the next one does.
  let consent = Promise.resolve('');
  const oneByOne = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const tenantId = tenantOf(index);
      const { url } = await connector.connect({ tenantId, sourceAccountId: `account-${String(index)}` });
      consent = consent.then(async () => {
        fake.person.signIn({ company: companyOf(index) });
        return (await fake.fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
      });
      await connector.completeConnect({ tenantId, callbackUrl: await consent });
      // Saved as it is: a check against the administration would read a dozen lists that an import does not need.
      await state.connections.saveSettings({ tenantId, version: 0, value: { import: { nightly: true, ...nightOf(index, now) } }, updatedAt: now }, 0);
      connected();
    }
  };
  await Promise.all(Array.from({ length: 8 }, oneByOne));
}

/** An hour that came within the last five, on the clock of a zone. */
function nightOf(index: number, now: number): { readonly timeZone: string; readonly hour: number } {
  const timeZone = zones[index % zones.length] ?? 'UTC';
  const moment = now - (index % 5) * 3_600_000;
  return { timeZone, hour: Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(moment)) };
}

export function tenantOf(index: number): string {
  return `tenant-${String(index).padStart(4, '0')}`;
}

function companyOf(index: number): string {
  return `company-${String(index).padStart(4, '0')}`;
}
