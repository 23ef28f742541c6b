import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tell } from './story.ts';

describe('one import and one invoice on SQLite', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'custom-storage-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('leaves the export in the tables, and nothing is doubled after a restart', async () => {
    const lines: string[] = [];
    await tell(join(folder, 'state.db'), (line) => lines.push(line));
    expect(lines).toContain('Imported: 25 customers read from Visma');
    expect(lines).toContain('Draft for Bakkerij Jansen, 928.80: exported');
    expect(lines.join('\n')).toMatch(/^export_items \(3\)\n {2}customer:501: held\n {2}time:1: held\n {2}time:2: held$/m);
    expect(lines.slice(-2)).toEqual(['hours 1: Already invoiced.', '1 draft in Visma']);
  });
});
