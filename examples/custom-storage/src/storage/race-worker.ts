/** Waits for the word, takes what it can of the same 20 hours as its rivals, and prints the keys of the claims that it got. */
import { once } from 'node:events';
import { argv, stdin, stdout } from 'node:process';
import type { ExportRecord } from '@x/timechimp-visma-connector';
import { openSqliteState } from './state.ts';

const [file = '', name = ''] = argv.slice(2);
stdout.write('ready\n');
await once(stdin, 'data');
const { db, exports } = openSqliteState(file);
const won: string[] = [];
for (let hour = 1; hour <= 20; hour += 1) {
  const { outcome } = await exports.claim(claimOf(String(hour)), 0);
  if (outcome === 'claimed') won.push(String(hour));
}
db.close();
stdin.destroy();
stdout.write(JSON.stringify(won));

/** Every rival has a key of its own for the same hour: only the item keeps them apart. */
function claimOf(hour: string): ExportRecord {
  return {
    scope: { companyIdentifier: 'company', sourceAccountId: 'account' },
    key: `${name}-${hour}`,
    kind: 'invoice',
    finish: 'draft',
    mark: 'TC-1',
    generation: 1,
    sources: [{ ref: { kind: 'time', id: hour }, previousStatus: 'Approved', hash: 'hash', mark: 'no' }],
    payload: null,
    payloadHash: 'hash',
    state: 'claimed',
    version: 0,
    attempt: 1,
    leaseUntil: null,
    sendBefore: null,
    quietFrom: null,
    absent: { count: 0, firstAt: null },
    documents: {},
    reason: null,
    differences: [],
    watch: [],
    watchUntil: null,
    undo: null,
    payment: null,
    history: [],
    createdAt: 0,
    updatedAt: 0,
  };
}
