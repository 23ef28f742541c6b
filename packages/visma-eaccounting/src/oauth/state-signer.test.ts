import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { InvalidStateError } from './errors/invalid-state-error.ts';
import { createStateSigner } from './state-signer.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 100);
const key = new Uint8Array(32).fill(7);
const clock = { now: () => 1_000_000 };

it('takes back a state that it gave out, on another server too', async () => {
  const issued = await createStateSigner({ key, clock }).issue('tenant 1');
  const verified = await createStateSigner({ key: Buffer.from(key), clock }).verify(issued.state, {
    tenant: 'tenant 1',
  });
  expect(verified).toMatchObject({ ...issued, tenant: 'tenant 1', expiresAt: 1_600_000 });
});

it('gives out states that differ, with a PKCE verifier of their own', async () => {
  const signer = createStateSigner({ key, clock });
  const [first, second] = [await signer.issue('t'), await signer.issue('t')];
  expect(first.state).not.toBe(second.state);
  expect(first.codeVerifier).not.toBe(second.codeVerifier);
  expect(first.codeVerifier).toMatch(/^[\w-]{43}$/);
  expect(first.state).not.toContain(first.codeVerifier);
});

it('draws from the WebCrypto that it is given', async () => {
  const zeros = { subtle: crypto.subtle, getRandomValues: <T>(array: T): T => array };
  const signer = createStateSigner({ key, clock, crypto: zeros });
  const { state } = await signer.issue('t');
  expect((await signer.verify(state)).nonce).toBe('A'.repeat(22));
});

it('ends after its lifetime', async () => {
  let now = 0;
  const signer = createStateSigner({ key, lifetimeMs: 1000, clock: { now: () => now } });
  const { state } = await signer.issue('t');
  now = 999;
  await expect(signer.verify(state)).resolves.toMatchObject({ tenant: 't' });
  now = 1000;
  await expect(signer.verify(state)).rejects.toMatchObject({ reason: 'expired' });
});

it('belongs to one tenant', async () => {
  const signer = createStateSigner({ key, clock });
  const { state } = await signer.issue('one');
  await expect(signer.verify(state, { tenant: 'two' })).rejects.toMatchObject({
    code: 'invalid-state',
    reason: 'mismatch',
  });
});

it('works once where used states are remembered', async () => {
  const used = new Set<string>();
  const spend = (nonce: string): Promise<boolean> => Promise.resolve(used.size < used.add(nonce).size);
  const signer = createStateSigner({ key, clock, spend });
  const { state } = await signer.issue('t');
  await expect(signer.verify(state)).resolves.toMatchObject({ tenant: 't' });
  await expect(signer.verify(state)).rejects.toMatchObject({ reason: 'used' });
});

it.each([null, undefined, ''])('types a state that did not come back: %s', async (state) => {
  await expect(createStateSigner({ key }).verify(state)).rejects.toMatchObject({ reason: 'missing' });
});

it('refuses a short key', () => {
  expect(() => createStateSigner({ key: new Uint8Array(31) })).toThrow(InvalidInputError);
});

it('keeps any tenant whole, and refuses any change and any other key', { timeout: 120_000 }, async () => {
  const signer = createStateSigner({ key, clock });
  const stranger = createStateSigner({ key: new Uint8Array(32), clock });
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      async (tenant, at, sign) => {
        const { state } = await signer.issue(tenant);
        expect((await signer.verify(state)).tenant).toBe(tenant);
        await expect(stranger.verify(state)).rejects.toBeInstanceOf(InvalidStateError);
        const place = at % state.length;
        const changed = state.slice(0, place) + sign + state.slice(place + 1);
        if (changed !== state) await expect(signer.verify(changed)).rejects.toBeInstanceOf(InvalidStateError);
        await expect(signer.verify(state.slice(0, place))).rejects.toBeInstanceOf(InvalidStateError);
      },
    ),
    { numRuns },
  );
});

it('refuses arbitrary text as a state', async () => {
  const signer = createStateSigner({ key, clock });
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      await expect(signer.verify(text)).rejects.toBeInstanceOf(InvalidStateError);
    }),
    { numRuns },
  );
});
