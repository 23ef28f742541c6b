import { expect } from 'vitest';
import type { Problem } from '../../src/index.ts';

/** What holds for every problem, whatever it is: a whole sentence, no empty figure in it, and details that are texts. */
export function expectSound(problems: readonly Problem[]): void {
  for (const { message, details, severity } of problems) {
    expect(message).toMatch(/^["A-Z0-9].{8,}\.$/);
    expect(message).not.toMatch(/undefined|\[object|NaN| {2}/);
    expect(['error', 'warning']).toContain(severity);
    for (const value of Object.values(details)) expect(typeof value).toBe('string');
  }
}
