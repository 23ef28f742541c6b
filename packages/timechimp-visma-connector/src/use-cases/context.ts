import { createPacedLimiter, type AccessTokenProvider } from '@x/visma-eaccounting';
import { createTokenProvider, createVismaOAuth, type VismaOAuth } from '@x/visma-eaccounting/oauth';
import { createExportEngine } from '../export/create-engine.ts';
import type { ExportEngine } from '../export/engine.ts';
import { exportOptions, type ExportOptions } from '../export/options.ts';
import { version } from '../version.ts';
import { createConnectorClient, type ConnectorClient } from '../visma/client.ts';
import type { ConnectorParts } from './parts.ts';
import { endOrphans } from './former-pairs.ts';
import { tenantTokens } from './tenant-tokens.ts';

/** So many connections keep their access token in memory; the oldest gives way. */
const keptProviders = 500;

/** What all use cases share: the parts, and what is built of them once. */
export interface ConnectorContext {
  readonly parts: ConnectorParts;
  readonly oauth: VismaOAuth;
  readonly exportOptions: ExportOptions;
  readonly pageSize: number;
  /** The engine with the options of one tenant. */
  engine(options: Partial<ExportOptions>): ExportEngine;
  /** The client of one connection. One connection has one token provider, however many clients are built. */
  client(tenantId: string, connectionId: string): ConnectorClient;
  /** A client with tokens of its own: the one of `connect`, before anything is stored. */
  clientWith(auth: AccessTokenProvider): ConnectorClient;
}

/** Builds the context. Throws when the parts contradict each other; sends nothing. */
export function createContext(parts: ConnectorParts): ConnectorContext {
  const { visma, clock } = parts;
  const fetch = visma.fetch === undefined ? {} : { fetch: visma.fetch };
  const oauth = createVismaOAuth({
    clientId: visma.clientId,
    clientSecret: visma.clientSecret,
    redirectUri: visma.redirectUri,
    clock,
    ...(visma.identityUrl === undefined ? {} : { identityUrl: visma.identityUrl }),
    ...fetch,
  });
  const times = exportOptions(parts.options);
  // Visma counts per application and endpoint, whichever tenant asks.
  const limiter = visma.rateLimiter ?? createPacedLimiter({ clock });
  const providers = new Map<string, AccessTokenProvider>();
  const clientWith = (auth: AccessTokenProvider): ConnectorClient =>
    createConnectorClient({
      auth,
      clock,
      rateLimiter: limiter,
      timeoutMs: times.attemptTimeout,
      deadlineMs: times.callDeadline,
      maxRetries: times.maxAttempts - 1,
      appInfo: { name: 'timechimp-visma-connector', version },
      ...(visma.apiUrl === undefined ? {} : { baseUrl: visma.apiUrl }),
      ...fetch,
    });
  const context: ConnectorContext = {
    parts,
    oauth,
    exportOptions: times,
    pageSize: visma.pageSize ?? 1000,
    engine: (options) => createExportEngine({ store: parts.state.exports, clock, options: { ...times, ...options } }),
    clientWith,
    client(tenantId, connectionId) {
      const key = `${encodeURIComponent(tenantId)}/${connectionId}`;
      let provider = providers.get(key);
      if (!provider) {
        const store = tenantTokens(tenantId, connectionId, {
          ...parts.state,
          secretBox: parts.secretBox,
          clock,
          orphaned: (tokens) => endOrphans(context, tenantId, tokens),
        });
        provider = createTokenProvider({ oauth, store, clock });
        const oldest = providers.keys().next();
        if (providers.size >= keptProviders && !oldest.done) {
          providers.delete(oldest.value);
        }
        providers.set(key, provider);
      }
      return clientWith(provider);
    },
  };
  return context;
}
