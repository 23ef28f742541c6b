import { payloadHash } from '@x/billing-core';
import { staticToken } from '@x/visma-eaccounting';
import type { CallbackUrl, TokenSet } from '@x/visma-eaccounting/oauth';
import * as z from 'zod';
import type { ConnectionRecord } from '../ports/connection-store.ts';
import { type ExportScope, scopeKey } from '../ports/scope.ts';
import { defaultSettings, settingsSchema } from '../settings/settings.ts';
import { company as readCompany } from '../visma/read-master-data.ts';
import type { MasterCompany } from '../visma/master-data.ts';
import { changeConnection } from './change-connection.ts';
import { connectionFacts } from './connection-facts.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { dayIn } from './days.ts';
import { changingPairs, factsWith, leftovers, noteLeftovers, releaseFormerPairs, revokeQuietly, type MoreLeftovers } from './former-pairs.ts';
import { pendingContext, seal, tokenContext, unseal } from './sealed.ts';
import { connectionProblem } from './visma-problem.ts';

/** Completes a consent. */
export interface CompleteConnectRequest {
  /** The tenant of the person who comes back, from the session, never from the URL. */
  readonly tenantId: string;
  /** The URL that Visma redirected to, or its query. */
  readonly callbackUrl: CallbackUrl;
  /**
   * Accepts that the tenant now works with another company or account than before: the old pair is given up, so that
   * another tenant may connect it, and its tokens are revoked; its exports stay. Default: such a change is refused.
   */
  readonly acceptCompanyChange?: boolean;
  readonly signal?: AbortSignal;
}

/** The connection as it now is. The next step of a first connection is its settings. */
export interface Connected {
  readonly companyIdentifier: string;
  readonly companyName: string;
  readonly countryCode: string;
  readonly currencyCode: string;
  /** True when this tenant was connected with the company before and has not given it up since: its exports are known. */
  readonly reconnected: boolean;
  readonly next: 'settings';
}

const pendingShape = z.object({
  state: z.string(),
  codeVerifier: z.string(),
  sourceAccountId: z.string(),
  expiresAt: z.number(),
});

/**
 * Completes a consent: checks the state (it works once), trades the code for tokens, reads which company they lead to,
 * claims the pair and stores the tokens sealed; those that they replace are ended. When anything of that fails the old
 * connection stays as it was.
 *
 * Throws the errors of the OAuth client (`InvalidStateError`, `AccessDeniedError`, ...) and `ConnectorError`.
 */
export async function completeConnect(context: ConnectorContext, request: CompleteConnectRequest): Promise<Connected> {
  const { tenantId, signal } = request;
  const { connections } = context.parts.state;
  const record = await connections.load(tenantId);
  if (!record || record.sealedPending === null) {
    throw new ConnectorError('consent-not-pending', 'No consent is under way for this tenant.', 'Begin again with connect.');
  }
  const pending = await unseal(context.parts.secretBox, record.sealedPending, pendingContext(tenantId), pendingShape);
  const code = context.oauth.validateCallback(request.callbackUrl, { state: pending.state });
  await spend(context, record);
  if (context.parts.clock.now() >= pending.expiresAt) {
    throw new ConnectorError('consent-expired', 'The consent took too long.', 'Begin again with connect.');
  }
  const tokens = await context.oauth.exchangeCode(code, {
    codeVerifier: pending.codeVerifier,
    ...(signal ? { signal } : {}),
  });
  let kept: Kept;
  try {
    const company = await readCompanyWith(context, tokens, signal);
    kept = await changingPairs(context, tenantId, () => keep(context, request, pending.sourceAccountId, tokens, company));
  } catch (failure) {
    if ((await revokeQuietly(context, tokens.refreshToken)) === 'no-answer') {
      await noteLeftovers(context, tenantId, { formerTokens: [await sealTokens(context, tenantId, tokens)] }).catch(() => undefined);
    }
    const left = await connections.load(tenantId).catch(() => null);
    if (left) {
      await releaseFormerPairs(context, left);
    }
    throw failure;
  }
  // Only now: until the new connection stood, the old one had to keep what it had. From here on nothing may end the new one.
  await releaseFormerPairs(context, kept.record);
  return kept.connected;
}

/** A connection that stands: its record says what is left to do about the one before. */
interface Kept {
  readonly connected: Connected;
  readonly record: ConnectionRecord;
}

/** Takes the pending consent out of the store before its code is used: of two callbacks only one gets on. */
async function spend(context: ConnectorContext, record: ConnectionRecord): Promise<void> {
  const { clock, state } = context.parts;
  const spent = await changeConnection(state.connections, record, (current) => ({ ...current, sealedPending: null, updatedAt: clock.now() }));
  if (!spent) {
    throw new ConnectorError('consent-not-pending', 'This consent was completed already.', 'Begin again with connect if the connection does not work.');
  }
}

async function readCompanyWith(
  context: ConnectorContext,
  tokens: TokenSet,
  signal: AbortSignal | undefined,
): Promise<MasterCompany> {
  try {
    const client = context.clientWith(staticToken(tokens.accessToken));
    return readCompany(await client.companySettings.get({ signal }));
  } catch (failure) {
    const problem = connectionProblem(failure);
    throw problem ? new ConnectorError('company-unusable', problem.message, problem.remedy, [problem]) : failure;
  }
}

async function keep(
  context: ConnectorContext,
  request: CompleteConnectRequest,
  sourceAccountId: string,
  tokens: TokenSet,
  company: MasterCompany,
): Promise<Kept> {
  const { tenantId } = request;
  const { connections } = context.parts.state;
  const now = context.parts.clock.now();
  const scope = { companyIdentifier: company.companyIdentifier, sourceAccountId };
  const before = await connections.load(tenantId);
  if (!before) throw changedMeanwhile();
  const previous = before.scope;
  const samePair = previous?.companyIdentifier === scope.companyIdentifier && previous.sourceAccountId === sourceAccountId;
  if (previous && !samePair && request.acceptCompanyChange !== true) {
    throw new ConnectorError(
      'company-changed',
      `This tenant was connected with another company or account; the login led to ${company.name}.`,
      'Choose the right company when logging in, or accept the change: settings and links then have to be made anew.',
    );
  }
  const sealedTokens = await sealTokens(context, tenantId, tokens);
  // Noted before the pair is claimed, so that neither it nor the tokens are lost where this process dies in between. A
  // pair that the tenant had before is not ours to give up: only a disconnect that wants it does.
  const claimed = { formerPairs: samePair ? [] : [scope], formerTokens: [sealedTokens] };
  const noted = await changeConnection(
    connections,
    before,
    whileNoted(before, (current) => ({ ...current, facts: factsWith(current.facts, leftovers(current, claimed, { scope: null })) })),
  );
  if (!noted) throw changedMeanwhile();
  if ((await connections.claimPair(tenantId, scope, now)) === 'taken') {
    throw new ConnectorError(
      'pair-taken',
      `${company.name} and this account are connected by someone else.`,
      'Disconnect there first, or choose another company.',
    );
  }
  const stored = await connections.loadSettings(tenantId);
  const { timeZone } = (stored ? settingsSchema.parse(stored.value) : defaultSettings()).import;
  const { connectedOn } = connectionFacts(before.facts);
  const facts = {
    companyName: company.name,
    scope: tokens.scope,
    connectedOn: samePair && connectedOn !== '' ? connectedOn : dayIn(timeZone, now),
  };
  const record = await changeConnection(
    connections,
    noted,
    whileNoted(noted, (current) => ({
      ...current,
      connectionId: crypto.randomUUID(),
      status: 'connected',
      scope,
      sealedTokens,
      sealedPending: null,
      facts: factsWith(facts, leftovers(current, formerOf(current, scope), { scope, sealedTokens })),
      updatedAt: now,
    })),
  );
  if (!record) {
    await noteLeftovers(context, tenantId, claimed);
    throw changedMeanwhile();
  }
  const connected: Connected = {
    companyIdentifier: company.companyIdentifier,
    companyName: company.name,
    countryCode: company.countryCode,
    currencyCode: company.currencyCode,
    reconnected: samePair,
    next: 'settings',
  };
  return { connected, record };
}

function sealTokens(context: ConnectorContext, tenantId: string, tokens: TokenSet): Promise<string> {
  return seal(context.parts.secretBox, { ...tokens, version: crypto.randomUUID() }, tokenContext(tenantId));
}

/** What a new connection leaves of the one before: its tokens, and its pair unless it goes on with it. */
function formerOf(before: ConnectionRecord, own: ExportScope): MoreLeftovers {
  return {
    ...(before.scope && scopeKey(before.scope) !== scopeKey(own) ? { formerPairs: [before.scope] } : {}),
    ...(before.sealedTokens ? { formerTokens: [before.sealedTokens] } : {}),
  };
}

/**
 * A change that is made only while what is left to do stands as it was read: whoever finished that meanwhile may end the
 * new tokens, or give the pair up.
 */
function whileNoted(read: ConnectionRecord, change: (current: ConnectionRecord) => ConnectionRecord) {
  const facts = payloadHash(read.facts);
  return (current: ConnectionRecord): ConnectionRecord | null => (payloadHash(current.facts) === facts ? change(current) : null);
}

function changedMeanwhile(): ConnectorError {
  return new ConnectorError('busy', 'The connection was changed by someone else at the same time.', 'Begin again with connect.');
}
