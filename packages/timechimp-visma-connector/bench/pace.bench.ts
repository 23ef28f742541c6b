import { exactRow, report } from '../../../tooling/bench/measure.ts';
import { allowedPerMinute, bulkRun } from '../test/support/bulk-run.ts';

const count = 1000;
const run = await bulkRun(count, 'draft');
const written = run.outcomes['exported'] ?? 0;
if (written !== count || run.documents.drafts !== count) throw new Error(`Exported ${written} of ${count} invoices.`);
report([
  exactRow('allowed rate used in a bulk run', run.perMinute, allowedPerMinute),
  exactRow('refused for their number in a bulk run', run.tooMany, 0),
]);
