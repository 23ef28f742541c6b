import { describe, expect, it } from 'vitest';
import * as everything from '../src/index.ts';
import { BUDGETS, bundle, gzipped } from './sizes.ts';

describe('bundle sizes', () => {
  it.each(BUDGETS)('$name: at most $bytes bytes, minified and gzipped', async ({ exports, bytes }) => {
    const text = await bundle(exports);
    // The bundle that is weighed must also work: it is run, not only measured.
    const module = (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Record<string, unknown>;
    const wanted = exports.includes('*') ? Object.keys(everything) : exports;
    expect(Object.keys(module).sort()).toEqual([...wanted].sort());
    const size = gzipped(text);
    expect(size).toBeGreaterThan(500);
    expect(size).toBeLessThanOrEqual(bytes);
  });
});
