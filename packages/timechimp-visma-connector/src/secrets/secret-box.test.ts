import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecretBox } from './secret-box.ts';
import { SecretBoxError } from './secret-box-error.ts';

const old = { id: '2025', key: new Uint8Array(32).fill(7) };
const current = { id: '2026', key: Buffer.alloc(32, 9).toString('base64') };

describe('createSecretBox', () => {
  it('opens what it sealed, for the same context only', async () => {
    const box = createSecretBox([current]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), async (plain, context, other) => {
        const sealed = await box.seal(plain, context);
        expect(await box.open(sealed, context)).toBe(plain);
        if (other !== context) await expect(box.open(sealed, other)).rejects.toMatchObject({ fault: 'wrong' });
      }),
      { numRuns: 30 },
    );
  });

  it('seals the same text differently each time', async () => {
    const box = createSecretBox([current]);
    expect(await box.seal('token', 'tenant')).not.toBe(await box.seal('token', 'tenant'));
  });

  it('notices any change of the sealed text', async () => {
    const box = createSecretBox([current, old]);
    const sealed = await box.seal('refresh-token', 'tenant');
    const changed = sealed.replace(/.(?=.{8}$)/, (char) => (char === 'A' ? 'B' : 'A'));
    const renamed = sealed.replace('2026', '2025');
    for (const each of [changed, renamed]) {
      await expect(box.open(each, 'tenant')).rejects.toBeInstanceOf(SecretBoxError);
    }
    for (const each of ['', 'v1.2026', 'v2.2026.x.y', `${sealed}.more`, 'refresh-token']) {
      await expect(box.open(each, 'tenant')).rejects.toMatchObject({ fault: 'malformed' });
    }
  });

  it('rotates: the first key seals, the others still open', async () => {
    const before = await createSecretBox([old]).seal('refresh-token', 'tenant');
    const box = createSecretBox([current, old]);
    expect(await box.open(before, 'tenant')).toBe('refresh-token');
    expect([box.isOutdated(before), box.isOutdated(await box.seal('x', 'tenant'))]).toEqual([true, false]);
    await expect(createSecretBox([current]).open(before, 'tenant')).rejects.toMatchObject({ fault: 'unknown-key' });
  });

  it('refuses keys that are too short, nameless or named twice', () => {
    expect(() => createSecretBox([])).toThrow(TypeError);
    expect(() => createSecretBox([{ id: 'a', key: 'c2hvcnQ=' }])).toThrow(/32 bytes/);
    expect(() => createSecretBox([{ id: 'a.b', key: old.key }])).toThrow(/letters/);
    expect(() => createSecretBox([old, { ...current, id: old.id }])).toThrow(/same id/);
  });

  it('shows neither key nor secret in errors, JSON or inspect output', async () => {
    const box = createSecretBox([current]);
    const sealed = await box.seal('very-secret-token', 'tenant');
    const error: unknown = await box.open(sealed, 'other').catch((caught: unknown) => caught);
    const shown = [box, error].map((each) => inspect(each, { depth: 9, showHidden: true }) + JSON.stringify(each)).join('');
    expect(shown).not.toContain('very-secret-token');
    expect(shown).not.toContain(current.key.slice(0, 12));
    expect(shown).not.toContain(sealed.slice(8, 40));
  });
});
