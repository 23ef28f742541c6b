import { describe, expect, it } from 'vitest';
import { tenantTokens } from '../../src/use-cases/tenant-tokens.ts';
import { createSecretBox } from '../../src/secrets/secret-box.ts';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('A1: the race of two refreshes', () => {
  it('tokens that are saved over a refusal which another process recorded make the connection work again', async () => {
    const world = createWorld();
    await world.connect();
    const { connections } = world.state;
    const before = await connections.load(tenantId);
    const secretBox = createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
    const store = tenantTokens(tenantId, before?.connectionId ?? '', { ...world.state, secretBox, clock: world.clock, orphaned: () => Promise.reject(new Error('nobody ended the connection')) });
    const stored = await store.load();
    if (!stored) throw new Error('no tokens');
    // Process B, while the answer to process A's refresh is on its way: the old refresh token is spent, so it is refused and B notes that.
    const refused = { ...stored, version: 'b', reconnect: { reason: 'refresh-token-refused' as const, since: world.clock.now() } };
    expect(await store.compareAndSet(stored.version, refused)).toBe(true);
    expect((await connections.load(tenantId))?.status).toBe('reconnect-needed');
    // Process A saves its new tokens over that, as `refreshStored` does on purpose ("also when another process has meanwhile recorded a refusal").
    expect(await store.compareAndSet('b', { ...stored, version: 'a', refreshToken: 'new', accessToken: 'new' })).toBe(true);
    expect((await connections.load(tenantId))?.status).toBe('connected');
  });
});
