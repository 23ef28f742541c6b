import { exactRow, report } from '../../../tooling/bench/measure.ts';
import { readMasterIds } from '../sim/master-ids.ts';
import { runSeed } from '../sim/run-seed.ts';

/** A sample; `pnpm sim --seeds 10000` runs as many as anyone has patience for. */
const schedules = 100;

const ids = await readMasterIds();
let violations = 0;
for (let seed = 1; seed <= schedules; seed++) violations += (await runSeed(seed, ids, new Set())).violations.length;
report([exactRow(`violations in ${schedules} random crash and fault schedules`, violations, 0)]);
