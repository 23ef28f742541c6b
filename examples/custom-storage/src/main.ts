/** Runs the story on a file of its own, or on the one that is named: it then stays, to be looked into. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tell } from './story.ts';

const [named] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'custom-storage-'));
try {
  await tell(named ?? join(folder, 'state.db'), (line) => {
    console.log(line);
  });
} finally {
  rmSync(folder, { recursive: true });
}
