import type { ConnectorState } from '../../src/ports/connector-state.ts';
import type { ConnectedWorld } from './connected-world.ts';

/** The process is dead: nothing that it calls happens any more. */
export class ProcessDied extends Error {}

/** When a process dies: at its `at`-th call of a store or the network, counted from 1, before or after its effect. 0: never. */
export interface Death {
  readonly at: number;
  readonly moment: 'before' | 'after';
}

/** What a process that dies works with. */
export interface DyingProcess {
  readonly state: ConnectorState;
  readonly fetch: typeof fetch;
  /** Calls that were made, the last one before death included. */
  readonly calls: readonly string[];
}

/** The world's state and network for a process that dies. Afterwards every call fails, those of its clean-up included. */
export function dyingProcess(world: ConnectedWorld, { at, moment }: Death): DyingProcess {
  const calls: string[] = [];
  const die = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    if (at > 0 && calls.length >= at) throw new ProcessDied();
    calls.push(name);
    const dies = calls.length === at;
    if (dies && moment === 'before') throw new ProcessDied();
    const answer = await call();
    if (dies) throw new ProcessDied();
    return answer;
  };
  const dying = <T extends object>(store: T, name: string): T =>
    new Proxy(store, {
      get(target, method) {
        const value: unknown = Reflect.get(target, method);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => die(`${name}.${String(method)}`, () => Reflect.apply(value, target, args) as Promise<unknown>);
      },
    });
  const { connections, links, cursors, leases, exports } = world.state;
  return {
    state: {
      connections: dying(connections, 'connections'),
      links: dying(links, 'links'),
      cursors: dying(cursors, 'cursors'),
      leases: dying(leases, 'leases'),
      exports: dying(exports, 'exports'),
    },
    fetch: (...args) => die('fetch', () => world.fake.fetch(...args)),
    calls,
  };
}
