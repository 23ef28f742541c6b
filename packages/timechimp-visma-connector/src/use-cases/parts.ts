import type { VismaClientOptions } from '@x/visma-eaccounting';
import type { OnEvent } from '../events/event.ts';
import type { ExportOptions } from '../export/options.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorSource } from '../ports/connector-source.ts';
import type { ConnectorState } from '../ports/connector-state.ts';
import type { SecretBox } from '../ports/secret-box.ts';

/**
 * The application as registered with Visma, and where Visma is. `fetch` replaces the global one, for both servers.
 * `rateLimiter` paces all calls of all tenants: give every process one that shares its pace where there are several
 * (`sqlPaceStore`). Default: one that paces this connector alone.
 */
export interface VismaParts extends Pick<VismaClientOptions, 'fetch' | 'rateLimiter'> {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Exactly as registered. */
  readonly redirectUri: string;
  /** Full base of the API, version included. Default: production. */
  readonly apiUrl?: string | undefined;
  /** The identity server. Default: production. */
  readonly identityUrl?: string | undefined;
  /** Items per page of Visma's lists, 1 to 1000. Default 1000. */
  readonly pageSize?: number | undefined;
}

/** What a connector is made of. */
export interface ConnectorParts {
  readonly state: ConnectorState;
  readonly source: ConnectorSource;
  readonly visma: VismaParts;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  /** Times and choices of the export protocol; see `ExportOptions`. What a tenant's setting `safety` names counts instead. */
  readonly options?: Partial<ExportOptions> | undefined;
  readonly onEvent?: OnEvent | undefined;
}
