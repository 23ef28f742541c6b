import { describe, expect, it } from 'vitest';
import { createSecretBox } from './secret-box.ts';
import { SecretBoxError } from './secret-box-error.ts';

const old = new Uint8Array(32).fill(1);
const fresh = new Uint8Array(32).fill(2);
const secret = 'refresh-token-4711';

describe('createSecretBox', () => {
  it('opens what it sealed, for the same context only', async () => {
    const box = createSecretBox({ keys: { a: old }, current: 'a' });
    const sealed = await box.seal(secret, 'tenant/1');
    expect(sealed).not.toContain(secret);
    expect(await box.open(sealed, 'tenant/1')).toBe(secret);
    await expect(box.open(sealed, 'tenant/2')).rejects.toThrow(SecretBoxError);
  });

  it('seals the same text differently each time', async () => {
    const box = createSecretBox({ keys: { a: old }, current: 'a' });
    expect(await box.seal(secret, 'c')).not.toBe(await box.seal(secret, 'c'));
  });

  it('rotates keys: old texts stay readable, new ones use the current key', async () => {
    const before = await createSecretBox({ keys: { a: old }, current: 'a' }).seal(secret, 'c');
    const box = createSecretBox({ keys: { a: old, b: fresh }, current: 'b' });
    expect(await box.open(before, 'c')).toBe(secret);
    const after = await box.seal(secret, 'c');
    expect(await createSecretBox({ keys: { b: fresh }, current: 'b' }).open(after, 'c')).toBe(secret);
    await expect(createSecretBox({ keys: { a: old }, current: 'a' }).open(after, 'c')).rejects.toThrow(SecretBoxError);
  });

  it('refuses damaged texts, foreign texts and keys of a wrong length, and never shows the secret', async () => {
    const box = createSecretBox({ keys: { a: old }, current: 'a' });
    const sealed = await box.seal(secret, 'c');
    for (const text of ['', 'v1.a', 'v1.a..', 'v2.x.y.z', `${sealed.slice(0, -6)}AAAAAA`]) {
      const failure: unknown = await box.open(text, 'c').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SecretBoxError);
      expect(JSON.stringify(failure) + String(failure)).not.toContain(secret);
    }
    expect(() => createSecretBox({ keys: { a: new Uint8Array(16) }, current: 'a' })).toThrow(SecretBoxError);
    expect(() => createSecretBox({ keys: { a: old }, current: 'b' })).toThrow(SecretBoxError);
  });
});
