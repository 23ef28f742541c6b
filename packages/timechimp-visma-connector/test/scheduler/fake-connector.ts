import type { Connector, DueTenant, UnfinishedTenant } from '../../src/index.ts';

/** A connector that only notes what it is asked to do. */
export interface FakeConnector extends Connector {
  /** Names of calls, such as `import a`, as they began and as they succeeded. */
  readonly started: string[];
  readonly ended: string[];
  /** What the next calls of a name throw, one each. */
  readonly failures: Map<string, Error[]>;
  due: readonly DueTenant[];
  unfinished: readonly UnfinishedTenant[];
  /** With which reason exports stop. */
  stopped: { readonly code: string; readonly message: string } | null;
  /** How long a call takes, in milliseconds. */
  hold: number;
  /** For whoever wants a clock. */
  time: number;
  /** Most calls under way at once, of one tenant and of all. */
  mostOfOneTenant: number;
  mostAtOnce: number;
  /** Calls of this name wait for `release`, or until they are aborted. */
  block(name: string): void;
  release(): void;
}

/** Builds one. */
export function fakeConnector(): FakeConnector {
  const running: string[] = [];
  let blocked: string | undefined;
  let gate = openGate();
  const call = async <T>(name: string, { tenantId, signal }: { readonly tenantId: string; readonly signal?: AbortSignal }, report: T): Promise<T> => {
    const label = `${name} ${tenantId}`;
    fake.started.push(label);
    running.push(tenantId);
    fake.mostAtOnce = Math.max(fake.mostAtOnce, running.length);
    fake.mostOfOneTenant = Math.max(fake.mostOfOneTenant, running.filter((each) => each === tenantId).length);
    try {
      const failure = fake.failures.get(label)?.shift();
      if (failure) throw failure;
      if (fake.hold > 0) await new Promise((resolve) => setTimeout(resolve, fake.hold));
      if (label === blocked) {
        await Promise.race([
          gate.opened,
          new Promise((_, reject) => {
            signal?.addEventListener('abort', () => {
              reject(signal.reason as Error);
            });
          }),
        ]);
      }
      fake.ended.push(label);
      return report;
    } finally {
      running.splice(running.indexOf(tenantId), 1);
    }
  };
  const empty = { problems: [], alarms: [], preview: false };
  const two = [{ outcome: 'exported' }, { outcome: 'exported' }];
  const fake = {
    started: [] as string[],
    ended: [] as string[],
    failures: new Map<string, Error[]>(),
    due: [] as readonly DueTenant[],
    unfinished: [] as readonly UnfinishedTenant[],
    stopped: null,
    hold: 0,
    time: 1_800_000_000_000,
    mostOfOneTenant: 0,
    mostAtOnce: 0,
    block(name: string) {
      blocked = name;
      gate = openGate();
    },
    release() {
      blocked = undefined;
      gate.open();
    },
    tenantsDue: () => Promise.resolve({ due: fake.due }),
    tenantsUnfinished: () => Promise.resolve({ due: fake.unfinished }),
    importCustomers: (request: { tenantId: string; signal?: AbortSignal }) => call('import', request, { customers: two }),
    reconcile: (request: { tenantId: string; signal?: AbortSignal }) => call('reconcile', request, { outcomes: two, alarms: [], stopped: null }),
    createInvoices: (request: { tenantId: string; signal?: AbortSignal }) =>
      call('createInvoices', request, { ...empty, invoices: two, stopped: fake.stopped }),
    createSalesEntries: (request: { tenantId: string; signal?: AbortSignal }) =>
      call('createSalesEntries', request, { ...empty, entries: two, stopped: fake.stopped }),
  } as unknown as FakeConnector;
  return fake;
}

function openGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
