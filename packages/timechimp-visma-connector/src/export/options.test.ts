import { describe, expect, it } from 'vitest';
import { defaultExportOptions, exportOptions, startBefore } from './options.ts';

describe('exportOptions', () => {
  it('A3: the lease exceeds all attempts together, or nothing starts', () => {
    expect(exportOptions()).toEqual(defaultExportOptions);
    const attempts = defaultExportOptions.attemptTimeout * defaultExportOptions.maxAttempts;
    expect(() => exportOptions({ lease: attempts + defaultExportOptions.margin })).toThrow(/must exceed all attempts/);
    expect(() => exportOptions({ callDeadline: defaultExportOptions.lease })).toThrow(/deadline of a call/);
    expect(() => exportOptions({ maxAttempts: 20 })).toThrow(RangeError);
  });

  it('A7: watches for longer than Visma may take', () => {
    expect(() => exportOptions({ watch: defaultExportOptions.maxServerDelay })).toThrow(/watched for longer/);
  });

  it('refuses times and counts of 0', () => {
    for (const name of ['maxServerDelay', 'attemptTimeout', 'maxAttempts', 'margin', 'batchSize'] as const) {
      expect(() => exportOptions({ [name]: 0 })).toThrow(/greater than 0/);
    }
  });

  it('leaves time for the last attempt, and a margin, before the lease ends', () => {
    const options = exportOptions();
    expect(startBefore(options, 1_000_000)).toBe(1_000_000 - options.attemptTimeout - options.margin);
  });
});
