import { isLive } from '../ports/export-record.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** Keys of all items of the live exports of ours that hold any of these. */
export async function liveItems(context: ConnectorContext, session: Session, refs: readonly ItemRef[]): Promise<ReadonlySet<string>> {
  const { exports } = context.parts.state;
  const keys = new Set<string>();
  for (const some of chunks(refs, 1000)) {
    for (const record of await exports.findByItems(session.scope, some)) {
      if (isLive(record.state)) {
        record.sources.forEach((source) => keys.add(itemKey(source.ref)));
      }
    }
  }
  return keys;
}
