import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { stateConformance } from '@x/timechimp-visma-connector/testing';
import { openSqliteState } from './state.ts';

stateConformance({
  runner: { describe, it },
  create: () => {
    const folder = mkdtempSync(join(tmpdir(), 'custom-storage-'));
    const file = join(folder, 'state.db');
    const opened = [openSqliteState(file)];
    return {
      state: opened[0]!,
      reopen: () => {
        const again = openSqliteState(file);
        opened.push(again);
        return again;
      },
      close: () => {
        for (const state of opened) state.db.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
});
