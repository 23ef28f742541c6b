import type { StoredTokens, TokenStore } from '@x/visma-eaccounting/oauth';
import * as z from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { ConnectionRecord, ConnectionStore } from '../ports/connection-store.ts';
import type { LeaseStore } from '../ports/lease-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { seal, tokenContext, unseal } from './sealed.ts';

/** Tokens as they are sealed. Fields that a newer version added are kept. */
const storedTokens = z.looseObject({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  obtainedAt: z.number(),
  expiresAt: z.number(),
  scope: z.string(),
  version: z.string(),
});

const waitMs = 100;
const rounds = 20;

/**
 * Keeps the tokens of one connection inside the tenant's record, sealed; one refresh at a time across processes. Once
 * the tenant connected anew the store is empty: a worker of the old connection can never go on with the tokens of the
 * new one, which may lead to another company. Tokens that were refused are noted as such in the record's status; tokens
 * that another process has got meanwhile take the note away again.
 *
 * New tokens that arrive after their connection was ended or made anew are nobody's: they are handed to `orphaned`.
 */
export function tenantTokens(
  tenantId: string,
  connectionId: string,
  parts: {
    readonly connections: ConnectionStore;
    readonly leases: LeaseStore;
    readonly secretBox: SecretBox;
    readonly clock: Clock;
    /** Ends tokens at Visma, or at least notes them durably; where it fails, it is called again. */
    readonly orphaned: (tokens: StoredTokens) => Promise<void>;
  },
): TokenStore {
  const { connections, leases, secretBox, clock } = parts;
  const leaseName = `tokens/${encodeURIComponent(tenantId)}`;

  /** The refresh token that the store held when it was read last: any other one is new. */
  let seen: string | null = null;

  async function tokensOf(record: ConnectionRecord | null): Promise<StoredTokens | null> {
    if (!record || record.sealedTokens === null || record.connectionId !== connectionId) return null;
    const tokens = await unseal(secretBox, record.sealedTokens, tokenContext(tenantId), storedTokens);
    seen = tokens.refreshToken;
    return tokens;
  }

  return {
    load: async () => tokensOf(await connections.load(tenantId)),
    async compareAndSet(previousVersion, next) {
      for (let round = 0; round < rounds; round += 1) {
        const record = await connections.load(tenantId);
        const stored = await tokensOf(record);
        if (!record || record.connectionId !== connectionId || (stored?.version ?? null) !== previousVersion) {
          if (!stored && next.refreshToken !== seen) await parts.orphaned(next);
          return false;
        }
        const saved = await connections.save(
          {
            ...record,
            sealedTokens: await seal(secretBox, next, tokenContext(tenantId)),
            status: next.reconnect ? 'reconnect-needed' : record.status === 'reconnect-needed' ? 'connected' : record.status,
            updatedAt: clock.now(),
          },
          record.version,
        );
        if (saved === 'saved') {
          return true;
        }
      }
      return false;
    },
    async withLock(work, { signal, holdMs }) {
      const holder = crypto.randomUUID();
      while (!(await leases.acquire(leaseName, holder, clock.now(), clock.now() + holdMs))) {
        await clock.sleep(waitMs, signal);
        signal.throwIfAborted();
      }
      const lost = new AbortController();
      const done = new AbortController();
      clock.sleep(holdMs, done.signal).then(
        () => {
          lost.abort(new Error('The lease on the tokens ran out.'));
        },
        () => undefined,
      );
      try {
        return await work(lost.signal);
      } finally {
        done.abort();
        await leases.release(leaseName, holder);
      }
    },
  };
}
