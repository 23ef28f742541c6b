/** The use cases that report events, by the name of their method. */
export type UseCaseName =
  | 'connect'
  | 'disconnect'
  | 'saveSettings'
  | 'linkActivity'
  | 'importCustomers'
  | 'createInvoices'
  | 'createSalesEntries'
  | 'attachFiles'
  | 'linkCustomer'
  | 'unbilledItems'
  | 'undo'
  | 'replace'
  | 'reconcile'
  | 'settle'
  | 'takeOver'
  | 'ignoreItems'
  | 'unignoreItems'
  | 'tieOut'
  | 'drift'
  | 'paymentStatus';

interface EventBase {
  readonly useCase: UseCaseName;
  readonly tenantId: string;
  /** The same on all events of one run, and on no other: tells runs apart that go on at the same time. */
  readonly runId: string;
}

/**
 * What a run tells while it works. Amounts and names may occur in `message`; tokens and secrets never do.
 * `started` comes first, `finished` or `failed` last, and exactly one of them.
 */
export type ConnectorEvent =
  | (EventBase & { readonly type: 'started'; readonly preview: boolean })
  | (EventBase & { readonly type: 'progress'; readonly step: string; readonly done: number; readonly total?: number })
  | (EventBase & {
      readonly type: 'item';
      readonly item: string;
      readonly outcome: string;
      /** Of an exported document: whether it was written now, or found in Visma and adopted. */
      readonly how?: 'written' | 'adopted';
      readonly message?: string;
    })
  | (EventBase & { readonly type: 'warning'; readonly code: string; readonly message: string })
  | (EventBase & { readonly type: 'finished'; readonly counts: Readonly<Record<string, number>> })
  | (EventBase & { readonly type: 'failed'; readonly code: string; readonly message: string });

/** Receives every event, in order, synchronously. What it throws is swallowed: a log never stops a booking. */
export type OnEvent = (event: ConnectorEvent) => void;
