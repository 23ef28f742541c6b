import { once } from 'node:events';
import pg from 'pg';
import { createSqlState, fromPg, openEmbedded } from '../../src/sql/index.ts';
import { ConnectorError } from '../../src/use-cases/connector-error.ts';
import { testClock } from '../support/test-clock.ts';
import { connectorOn, remoteSource, work } from './books-and-hours.ts';

/**
 * A process of its own that exports. Everything is loaded first; the line that then comes says what time it is. Started
 * with the origin of both sides and `server` and a URL, or `folder` and a path.
 */
const [origin = '', kind, place = ''] = process.argv.slice(2);
process.send?.('ready');
const [now] = (await once(process, 'message')) as [string];
const db =
  kind === 'folder'
    ? (await openEmbedded({ folder: place })).db
    : fromPg(new pg.Pool({ connectionString: place, max: 4 }));
try {
  await work(connectorOn(origin, createSqlState({ db }), remoteSource(origin), testClock(now)));
} catch (error) {
  // Killed between the answer to a refresh and its storing: nobody has the new refresh token, a person must consent again.
  if (!(error instanceof ConnectorError && error.code === 'not-connected')) throw error;
}
await db.destroy();
process.disconnect();
