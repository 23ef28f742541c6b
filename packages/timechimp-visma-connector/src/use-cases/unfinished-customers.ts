import type { CustomerLink } from '../ports/link-store.ts';
import { liveStates } from '../ports/export-record.ts';
import { openPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import { allPages } from './pages.ts';
import type { Session } from './session.ts';

/** Our customers for whom one was made in Visma, or may be soon, and who are linked to none: their ids by its number. */
export type UnfinishedCustomers = () => Promise<ReadonlyMap<string, string>>;

/** Read when it is first asked for, once. */
export function unfinishedCustomers({ parts }: ConnectorContext, { scope }: Session, links: readonly CustomerLink[]): UnfinishedCustomers {
  const linked = new Set(links.map(({ sourceCustomerId }) => sourceCustomerId));
  const read = async (): Promise<ReadonlyMap<string, string>> => {
    const records = await allPages((page) => parts.state.exports.list(scope, { kinds: ['customer'], states: liveStates, ...page }));
    return new Map(
      records.flatMap(({ sources, payload }) => {
        const id = sources[0]?.ref.id;
        const number = openPayload('customer', payload).body.CustomerNumber ?? '';
        return id === undefined || number === '' || linked.has(id) ? [] : [[number, id] as const];
      }),
    );
  };
  let all: Promise<ReadonlyMap<string, string>> | undefined;
  return () => (all ??= read());
}
