import { VismaError } from '@x/visma-eaccounting';
import * as z from 'zod';
import type { ConnectionRecord } from '../ports/connection-store.ts';
import { type ExportScope, scopeKey } from '../ports/scope.ts';
import { connectionFacts, type ConnectionFacts, type FormerToken } from './connection-facts.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { seal, tokenContext, unseal } from './sealed.ts';

/** Far longer than the calls that are made meanwhile: a few of the store, and all ends of tokens, which go side by side. */
const holdMs = 60_000;

/** So often Visma is told of the end of a token where it does not answer, and in passing no sooner than after so long. */
const maxTries = 5;
const pauseMs = 15 * 60_000;

/**
 * Changes which pair a tenant has, one worker at a time: a former pair that the tenant takes again must not be released
 * by somebody who still finishes the change before. After a call that may be slow, `goOn` renews the lease and tells
 * whether that still holds: a lease that ran out once is never taken again. Throws a `ConnectorError` of code `busy`
 * while another one is at it.
 */
export async function changingPairs<T>(
  context: ConnectorContext,
  tenantId: string,
  work: (goOn: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const { state, clock } = context.parts;
  const name = `pairs/${encodeURIComponent(tenantId)}`;
  const holder = crypto.randomUUID();
  if (context.oauth.timeoutMs * 2 > holdMs) throw new TypeError('The lease on pairs must exceed the end of tokens by far.');
  let until = Number.POSITIVE_INFINITY;
  const take = async (): Promise<boolean> => {
    const now = clock.now();
    if (now >= until || !(await state.leases.acquire(name, holder, now, now + holdMs))) return false;
    until = now + holdMs;
    return true;
  };
  if (!(await take())) {
    throw new ConnectorError('busy', 'The connection is being changed at this moment.', 'Try again in a minute.');
  }
  try {
    return await work(take);
  } finally {
    await state.leases.release(name, holder).catch(() => undefined);
  }
}

/** What a change of the connection leaves to be done: pairs to give up and tokens to end at Visma. */
type Leftovers = Pick<ConnectionFacts, 'formerPairs' | 'formerTokens'>;

/** What a change adds to that; its tokens sealed. */
export interface MoreLeftovers {
  readonly formerPairs?: readonly ExportScope[];
  readonly formerTokens?: readonly string[];
}

/** What is noted in the record, and `more`; without the pair and the tokens that are the connection's from now on. */
export function leftovers(
  before: ConnectionRecord,
  more: MoreLeftovers,
  own: { readonly scope: ExportScope | null; readonly sealedTokens?: string | null },
): Leftovers {
  const noted = connectionFacts(before.facts);
  const pairs = new Map([...noted.formerPairs, ...(more.formerPairs ?? [])].map((pair) => [scopeKey(pair), pair]));
  if (own.scope) pairs.delete(scopeKey(own.scope));
  const tokens = new Map(more.formerTokens?.map((sealed) => [sealed, { sealed, tries: 0, triedAt: 0 }]));
  noted.formerTokens.forEach((token) => tokens.set(token.sealed, token));
  if (own.sealedTokens) tokens.delete(own.sealedTokens);
  return { formerPairs: [...pairs.values()], formerTokens: [...tokens.values()] };
}

/** Facts with what is left to do; without the fields where nothing is. */
export function factsWith(facts: ConnectionRecord['facts'], { formerPairs, formerTokens }: Leftovers): ConnectionRecord['facts'] {
  const { formerPairs: _pairs, formerTokens: _tokens, ...others } = connectionFacts(facts);
  return {
    ...(others as Record<string, string>),
    ...(formerPairs.length === 0 ? {} : { formerPairs: formerPairs.map((pair) => ({ ...pair })) }),
    ...(formerTokens.length === 0 ? {} : { formerTokens: formerTokens.map((token) => ({ ...token })) }),
  };
}

/** Whether something of an earlier change is still to be done. */
export function hasLeftovers(record: ConnectionRecord): boolean {
  const { formerPairs, formerTokens } = connectionFacts(record.facts);
  return formerPairs.length + formerTokens.length > 0;
}

/**
 * Does what a change of the connection left: tokens that are nobody's any more are ended at Visma, then pairs are given
 * up. Both are noted in the save before anything is changed, so whoever comes next finishes what a crash left. Where
 * Visma does not answer, token and pairs stay noted for a few more tries. The pair of a connection that is not ended is
 * never given up. Answers whether there were tokens and Visma confirmed the end of them all, with no refresh of
 * them under way.
 */
export function finishChange(context: ConnectorContext, tenantId: string): Promise<boolean> {
  const { connections } = context.parts.state;
  return changingPairs(context, tenantId, async (goOn) => {
    const current = await connections.load(tenantId);
    if (!current || !hasLeftovers(current)) return false;
    const { formerPairs, formerTokens } = connectionFacts(current.facts);
    const ends = await Promise.all(
      formerTokens.map(async ({ sealed }) => {
        const tokens = await tokensIn(context, tenantId, sealed);
        const end = await revokeQuietly(context, tokens?.refreshToken ?? null);
        // Those of a refresh that is under way are not known yet.
        return end === 'revoked' && tokens?.refreshStartedAt !== undefined ? 'refreshed' : end;
      }),
    );
    const revoked = ends.length > 0 && ends.every((end) => end === 'revoked');
    const open = formerTokens.flatMap((token, index) => (ends[index] === 'no-answer' ? triedAgain(token, context.parts.clock.now()) : []));
    // Another worker may have come by while Visma was slow, and a connection with it: what is left stays noted. The save
    // makes sure of it, and who began before it can save no connection any more.
    if (!(await goOn())) return revoked;
    const tried = { ...current, facts: factsWith(current.facts, { formerPairs, formerTokens: open }) };
    const saved = await connections.save(tried, current.version);
    if (saved === 'changed' || formerPairs.length === 0 || open.length > 0) return revoked;
    for (const pair of formerPairs.filter((each) => !isConnectedWith(current, each))) {
      await connections.releasePair(tenantId, pair);
    }
    await connections.save({ ...tried, facts: factsWith(tried.facts, { formerPairs: [], formerTokens: [] }) }, current.version + 1);
    return revoked;
  });
}

/** The token for its next try; none after the last one. */
function triedAgain({ sealed, tries }: FormerToken, triedAt: number): FormerToken[] {
  return tries + 1 < maxTries ? [{ sealed, tries: tries + 1, triedAt }] : [];
}

/** Notes what is left to do, whoever else changes the record meanwhile; a pair that is the connection's by now is not. */
export async function noteLeftovers(context: ConnectorContext, tenantId: string, more: MoreLeftovers): Promise<void> {
  const { connections } = context.parts.state;
  for (;;) {
    const current = await connections.load(tenantId);
    if (!current) return;
    const own = current.status === 'disconnected' ? { scope: null } : current;
    const noted = { ...current, facts: factsWith(current.facts, leftovers(current, more, own)) };
    if ((await connections.save(noted, current.version)) === 'saved') return;
  }
}

/** Ends tokens whose connection is no more. They are noted first: what a crash or a silent Visma leaves, the next call ends. */
export async function endOrphans(context: ConnectorContext, tenantId: string, tokens: object): Promise<void> {
  const sealed = await seal(context.parts.secretBox, tokens, tokenContext(tenantId));
  await noteLeftovers(context, tenantId, { formerTokens: [sealed] });
  await finishChange(context, tenantId).catch(() => undefined);
}

/**
 * Finishes a change in passing: no call where nothing is noted, or where Visma did not answer a short while ago. Never
 * throws, since it is tried again the next time.
 */
export async function releaseFormerPairs(context: ConnectorContext, record: ConnectionRecord): Promise<void> {
  const since = context.parts.clock.now() - pauseMs;
  const isPaused = connectionFacts(record.facts).formerTokens.some(({ tries, triedAt }) => tries > 0 && triedAt > since);
  if (hasLeftovers(record) && !isPaused) {
    await finishChange(context, record.tenantId).catch(() => undefined);
  }
}

/** Ends a refresh token at Visma. What Visma refuses is settled too: nothing that a later try would change. */
export async function revokeQuietly(context: ConnectorContext, refreshToken: string | null): Promise<'revoked' | 'refused' | 'no-answer'> {
  if (refreshToken === null) {
    return 'refused';
  }
  try {
    await context.oauth.revoke(refreshToken);
    return 'revoked';
  } catch (failure) {
    return failure instanceof VismaError && failure.delivery === 'answered' ? 'refused' : 'no-answer';
  }
}

function isConnectedWith({ status, scope }: ConnectionRecord, pair: ExportScope): boolean {
  return status !== 'disconnected' && scope !== null && scopeKey(scope) === scopeKey(pair);
}

const refreshable = z.looseObject({ refreshToken: z.string().nullable(), refreshStartedAt: z.number().optional() });

/** Null where they cannot be read any more. */
function tokensIn(context: ConnectorContext, tenantId: string, sealed: string): Promise<z.output<typeof refreshable> | null> {
  return unseal(context.parts.secretBox, sealed, tokenContext(tenantId), refreshable).catch(() => null);
}
