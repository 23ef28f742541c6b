import type { LocalDate } from '@x/billing-core';
import type { ExportOptions } from '../export/options.ts';
import type { ExportReason } from '../ports/export-record.ts';
import type { ExportScope } from '../ports/scope.ts';
import { defaultSettings, settingsSchema, type Settings } from '../settings/settings.ts';
import type { ConnectorClient } from '../visma/client.ts';
import type { FilterMemory } from '../visma/search.ts';
import { connectionFacts, type ConnectionFacts } from './connection-facts.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { dayIn } from './days.ts';
import { releaseFormerPairs } from './former-pairs.ts';
import { filterMemory } from './filter-memory.ts';
import { connectionProblem } from './visma-problem.ts';

/** A connection leads to one company for as long as it exists, so a look of a minute ago still counts. */
const freshMs = 60_000;

/** Everything that a use case needs of one connected tenant. */
export interface Session {
  readonly tenantId: string;
  readonly scope: ExportScope;
  readonly facts: ConnectionFacts;
  readonly settings: Settings;
  /** 0 while nothing was saved. */
  readonly settingsVersion: number;
  readonly client: ConnectorClient;
  readonly today: LocalDate;
  readonly memory: FilterMemory;
  /** The tenant's choices for the export protocol. */
  readonly protocol: Partial<ExportOptions>;
  /** Notes which company an answer came from, so that the next check within a minute needs no call of its own. */
  sawCompany(companyIdentifier: string): void;
  /** Compares the company behind the connection with the claimed pair; a reason stops the run. At most one call. */
  guard(signal?: AbortSignal): Promise<ExportReason | null>;
}

/** Opens the tenant's connection. Throws a `ConnectorError` that names the remedy when there is none to work with. */
export async function openSession(
  context: ConnectorContext,
  tenantId: string,
  options: {
    /** A preview keeps what it learns about Visma's filters to itself: it writes nothing, not even a note. */
    readonly preview?: boolean | undefined;
  } = {},
): Promise<Session> {
  const { state, clock } = context.parts;
  const connection = await state.connections.load(tenantId);
  if (!connection || connection.scope === null || connection.status === 'connecting' || connection.status === 'disconnected') {
    throw new ConnectorError('not-connected', 'There is no connection to Visma.', 'Connect to Visma first.');
  }
  if (connection.status === 'reconnect-needed') {
    throw new ConnectorError(
      'not-connected',
      'Visma no longer accepts the connection: it was withdrawn, or the password of the person who connected was changed.',
      'Connect to Visma again.',
    );
  }
  if (options.preview !== true) {
    await releaseFormerPairs(context, connection);
  }
  const { scope } = connection;
  const stored = await state.connections.loadSettings(tenantId);
  const settings = stored ? settingsSchema.parse(stored.value) : defaultSettings();
  const client = context.client(tenantId, connection.connectionId);
  let seenAt: number | undefined;
  return {
    tenantId,
    scope,
    facts: connectionFacts(connection.facts),
    settings,
    settingsVersion: stored?.version ?? 0,
    client,
    today: dayIn(settings.import.timeZone, clock.now()),
    protocol: protocolOf(settings),
    memory: filterMemory(state.cursors, scope, options.preview === true),
    sawCompany(companyIdentifier) {
      seenAt = companyIdentifier === scope.companyIdentifier ? clock.now() : undefined;
    },
    async guard(signal) {
      if (seenAt !== undefined && clock.now() - seenAt < freshMs) {
        return null;
      }
      try {
        const { CompanyIdentifier, Name } = await client.companySettings.get({ signal });
        return CompanyIdentifier === scope.companyIdentifier
          ? null
          : {
              code: 'company-switched',
              message: `The connection leads to ${Name}, not to the company that this tenant is connected with. Nothing was written.`,
            };
      } catch (failure) {
        const problem = connectionProblem(failure);
        if (problem) {
          return { code: problem.code, message: `${problem.message} ${problem.remedy}` };
        }
        throw failure;
      }
    },
  };
}

/** What the tenant has chosen; for the rest, the connector's own options count. */
function protocolOf({ safety: { maxServerDelayMinutes, onDraftMissing } }: Settings): Partial<ExportOptions> {
  return {
    ...(maxServerDelayMinutes === null ? {} : { maxServerDelay: maxServerDelayMinutes * 60_000 }),
    ...(onDraftMissing === null ? {} : { onDraftMissing: onDraftMissing === 'free' ? 'free' : 'operator' }),
  };
}
