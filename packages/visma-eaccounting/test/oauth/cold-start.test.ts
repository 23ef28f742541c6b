import { afterEach, expect, it, vi } from 'vitest';

const touched: string[] = [];
const globals = ['fetch', 'Headers', 'Request', 'Response', 'crypto', 'AbortSignal', 'AbortController'] as const;
const originals = globals.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)!] as const);

afterEach(() => {
  for (const [name, descriptor] of originals) Object.defineProperty(globalThis, name, descriptor);
});

it('touches no fetch, crypto or the like when it is imported and set up', async () => {
  vi.resetModules();
  for (const [name, descriptor] of originals) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        if (/\/src\/|oauth4webapi/.test(new Error().stack ?? '')) touched.push(name);
        return descriptor.get ? (descriptor.get.call(globalThis) as unknown) : (descriptor.value as unknown);
      },
    });
  }
  const entry = await import('../../src/oauth/index.ts');
  const oauth = entry.createVismaOAuth({ clientId: 'a', clientSecret: 'b', redirectUri: 'https://app.test/cb' });
  entry.createTokenProvider({ oauth, store: entry.memoryTokenStore() });
  entry.createStateSigner({ key: new Uint8Array(32) });
  expect(touched).toEqual([]);

  await entry.createStateSigner({ key: new Uint8Array(32) }).issue('the trap works');
  expect(touched).toContain('crypto');
});
