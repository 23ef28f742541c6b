import { createFakeVisma, type FakeVisma, type FakeVismaOptions } from '@x/visma-eaccounting/testing';
import { createConnector, type Connector } from '../../src/connector.ts';
import type { ConnectorEvent } from '../../src/events/event.ts';
import type { ExportOptions } from '../../src/export/options.ts';
import { createMemorySource, type MemorySource } from '../../src/memory/source.ts';
import type { MemoryAccount } from '../../src/memory/source-tables.ts';
import { createMemoryState, type MemoryState } from '../../src/memory/state.ts';
import type { ConnectorState } from '../../src/ports/connector-state.ts';
import type { SettingsInput } from '../../src/settings/settings.ts';
import { createSecretBox } from '../../src/secrets/secret-box.ts';
import { agency } from './agency.ts';
import { testClock, type TestClock } from './test-clock.ts';

export const tenantId = 'agency';
export const accountId = 'tc-4711';
const redirectUri = 'http://localhost:44300/callback';

/** A connector on memory and a fake Visma, in April 2026. */
export interface ConnectedWorld {
  readonly fake: FakeVisma;
  readonly clock: TestClock;
  readonly source: MemorySource;
  readonly state: MemoryState;
  readonly connector: Connector;
  readonly events: ConnectorEvent[];
  /** Consents and saves settings that are complete. */
  connect(): Promise<void>;
  /** A connector of another process, on this state (default: the world's own) and this network. */
  process(parts: { readonly state?: ConnectorState; readonly fetch?: typeof fetch }): Connector;
  /** The same sides with an empty state of our own, as after its loss; not connected. */
  loseState(): ConnectedWorld;
}

/** Changes of the world. */
export interface WorldOptions {
  readonly account?: MemoryAccount;
  readonly fake?: FakeVismaOptions;
  readonly settings?: (settings: SettingsInput) => SettingsInput;
  readonly pageSize?: number;
  readonly options?: Partial<ExportOptions>;
  /** Uses the clock, the fake and the time-tracking side of another world. */
  readonly reuse?: ConnectedWorld;
}

/** Builds the world; nothing is connected yet. */
export function createWorld(options: WorldOptions = {}): ConnectedWorld {
  if (options.reuse) {
    const { clock, fake, source } = options.reuse;
    return worldOn({ clock, fake, source, options });
  }
  const clock = testClock('2026-04-01T08:00:00Z');
  const fake = createFakeVisma({ clock, ...options.fake });
  const source = createMemorySource({ [accountId]: options.account ?? agency }, { now: () => clock.now() });
  return worldOn({ clock, fake, source, options });
}

function worldOn(sides: {
  readonly clock: TestClock;
  readonly fake: FakeVisma;
  readonly source: MemorySource;
  readonly options: WorldOptions;
}): ConnectedWorld {
  const { clock, fake, source, options } = sides;
  const state = createMemoryState();
  const events: ConnectorEvent[] = [];
  const process: ConnectedWorld['process'] = (parts) => createConnector({
    state: parts.state ?? state,
    source,
    visma: {
      clientId: fake.client.clientId,
      clientSecret: fake.client.clientSecret,
      redirectUri,
      fetch: parts.fetch ?? fake.fetch,
      ...(options.pageSize === undefined ? {} : { pageSize: options.pageSize }),
    },
    clock,
    secretBox: createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
    onEvent: (event) => events.push(event),
    ...(options.options === undefined ? {} : { options: options.options }),
  });
  const connector = process({});
  return {
    fake,
    clock,
    source,
    state,
    connector,
    events,
    async connect() {
      const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
      await connector.completeConnect({ tenantId, callbackUrl: await consent(fake, url) });
      const settings = completeSettings(fake);
      await connector.saveSettings({ tenantId, settings: options.settings?.(settings) ?? settings });
    },
    process,
    loseState: () => worldOn(sides),
  };
}

/** Follows the consent page to the redirect URI, as a browser does. */
export async function consent(fake: FakeVisma, url: string): Promise<string> {
  const answer = await fake.fetch(url, { redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

/** Everything that our own state holds, as text: its tables are maps, which JSON alone would show as empty. Tokens apart, which any call may refresh. */
export function stateText(world: ConnectedWorld): string {
  const { connections: _tokens, leases: _leases, ...tables } = world.state.snapshot().tables;
  return JSON.stringify(Object.entries(tables).map(([name, table]) => [name, [...table]]));
}

/** The GUID of an article of the example company. */
export function articleId(fake: FakeVisma, number: string): string {
  return fake.books.articles.find((article) => article.Number === number)?.Id ?? '';
}

/** Settings with which everything works. VAT codes are found by the settings' own suggestions. */
export function completeSettings(fake: FakeVisma): SettingsInput {
  const article = (number: string): string => articleId(fake, number);
  return {
    articles: {
      hours: article('UREN-H'),
      expenses: article('KOSTEN-H'),
      mileage: article('KM-H'),
      terms: article('VAST-H'),
      lumpSum: article('VAST-H'),
      byVatKind: { 'domestic-low': { expenses: article('KOSTEN-L'), hours: article('UREN-L') } },
    },
    accounts: { receivable: 1300, revenue: 8000, rounding: null },
    cutOffDate: '2026-03-01',
  };
}
