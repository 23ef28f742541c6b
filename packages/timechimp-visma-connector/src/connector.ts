import { attachToExports, type AttachedExport, type AttachFilesRequest } from './use-cases/attach-to-exports.ts';
import { completeConnect, type CompleteConnectRequest, type Connected } from './use-cases/complete-connect.ts';
import { connect, type ConnectRequest, type ConnectResult } from './use-cases/connect.ts';
import { connectionHealth, type ConnectionHealth } from './use-cases/connection-health.ts';
import { createContext } from './use-cases/context.ts';
import { createInvoices, type CreateInvoicesRequest } from './use-cases/create-invoices.ts';
import type { CreateInvoicesReport } from './use-cases/invoice-report.ts';
import { createSalesEntries, type CreateSalesEntriesRequest } from './use-cases/create-sales-entries.ts';
import { drift, type DriftItem } from './use-cases/drift.ts';
import {
  ignoreItems,
  ignoreList,
  takeOver,
  unignoreItems,
  type ItemNoteRequest,
  type NotedItem,
} from './use-cases/item-notes.ts';
import { exportLog, type ExportLogPage, type ExportLogRequest } from './use-cases/export-log.ts';
import { itemHistory, type ItemHistory, type ItemHistoryRequest } from './use-cases/item-history.ts';
import { linkCustomer, type LinkCustomerRequest, type LinkedCustomer } from './use-cases/link-customer.ts';
import { tenantsDue, tenantsUnfinished, type NightlyRequest, type UnfinishedRequest } from './use-cases/nightly.ts';
import { paymentStatus, type PaymentReport } from './use-cases/payment-status.ts';
import type { CreateSalesEntriesReport } from './use-cases/sales-entry-report.ts';
import { tieOut, type TieOutReport, type TieOutRequest } from './use-cases/tie-out.ts';
import { disconnect, type DisconnectRequest, type DisconnectResult } from './use-cases/disconnect.ts';
import { importCustomers, type ImportCustomersRequest, type ImportReport } from './use-cases/import-customers.ts';
import {
  linkActivity,
  listActivities,
  type ActivityView,
  type LinkActivityRequest,
  type LinkedActivity,
} from './use-cases/link-activity.ts';
import type { ConnectorParts } from './use-cases/parts.ts';
import { replace, type ReplaceReport, type ReplaceRequest } from './use-cases/replace.ts';
import { searchMasterData, type MasterDataHit, type MasterDataSearch } from './use-cases/search-master-data.ts';
import { countOutcomes, reporting } from './use-cases/report-events.ts';
import { readSettings, saveSettings, type SaveSettingsRequest, type SettingsView } from './use-cases/settings-use-cases.ts';
import { unbilledItems, type UnbilledItems, type UnbilledItemsRequest } from './use-cases/unbilled-items.ts';
import { reconcile, settle, undo, type ReconcileRequest } from './use-cases/undo-and-reconcile.ts';

/** A use case: a request in, a typed report out. It rejects before anything was done, or not at all. */
export type UseCase<Input, Report> = (request: Input) => Promise<Report>;

/** Everything that the connector does, per tenant. Methods may be taken off the object. */
export interface Connector {
  /** Prepares a consent and answers the page to send the person to. */
  readonly connect: UseCase<ConnectRequest, ConnectResult>;
  /** Completes the consent with the callback's URL. */
  readonly completeConnect: UseCase<CompleteConnectRequest, Connected>;
  readonly disconnect: UseCase<DisconnectRequest, DisconnectResult>;
  /** Whether the connection works, with a remedy for each problem. */
  readonly connectionHealth: UseCase<TenantRequest, ConnectionHealth>;
  readonly readSettings: UseCase<TenantRequest, SettingsView>;
  /** Checks against the live administration, then saves. */
  readonly saveSettings: UseCase<SaveSettingsRequest, SettingsView>;
  /** Searches articles, accounts, VAT codes, terms, projects, cost centres. */
  readonly masterData: UseCase<MasterDataSearch, { readonly hits: readonly MasterDataHit[]; readonly total: number }>;
  /** Links an activity to an article by GUID, number or search. */
  readonly linkActivity: UseCase<LinkActivityRequest, LinkedActivity>;
  /** All activities with what their links lead to. */
  readonly activities: UseCase<TenantRequest, readonly ActivityView[]>;
  /** Says explicitly which customer of Visma one of ours is. */
  readonly linkCustomer: UseCase<LinkCustomerRequest, LinkedCustomer>;
  readonly importCustomers: UseCase<ImportCustomersRequest, ImportReport>;
  /** Everything that was not invoiced yet, priced. */
  readonly unbilledItems: UseCase<UnbilledItemsRequest, UnbilledItems>;
  readonly createInvoices: UseCase<CreateInvoicesRequest, CreateInvoicesReport>;
  readonly createSalesEntries: UseCase<CreateSalesEntriesRequest, CreateSalesEntriesReport>;
  /** Attaches the files of exported invoices and sales entries in Visma, each once; `createInvoices` and `createSalesEntries` do so themselves where the settings say so. */
  readonly attachFiles: UseCase<AttachFilesRequest, readonly AttachedExport[]>;
  readonly undo: UseCase<Parameters<typeof undo>[1], Awaited<ReturnType<typeof undo>>>;
  /** Replaces open drafts by new ones for the same items, priced anew with today's settings. */
  readonly replace: UseCase<ReplaceRequest, ReplaceReport>;
  /** Finishes what crashes, lost answers and people left behind. */
  readonly reconcile: UseCase<ReconcileRequest, Awaited<ReturnType<typeof reconcile>>>;
  /** An operator's decision about one export. */
  readonly settle: UseCase<Parameters<typeof settle>[1], Awaited<ReturnType<typeof settle>>>;
  /** Marks in bulk what was invoiced or booked before this connection. */
  readonly takeOver: UseCase<ItemNoteRequest, readonly NotedItem[]>;
  /** Items never to be exported; reversible. */
  readonly ignoreItems: UseCase<ItemNoteRequest, readonly NotedItem[]>;
  readonly unignoreItems: UseCase<Pick<ItemNoteRequest, 'tenantId' | 'refs'>, void>;
  readonly ignoreList: UseCase<TenantRequest, Awaited<ReturnType<typeof ignoreList>>>;
  /** What changed in Visma or at the source after it was exported. */
  readonly drift: UseCase<TenantRequest, readonly DriftItem[]>;
  /** Which exported documents were paid. */
  readonly paymentStatus: UseCase<TenantRequest & { readonly preview?: boolean }, PaymentReport>;
  /** Month-end: exported against booked, per customer. */
  readonly tieOut: UseCase<TieOutRequest, TieOutReport>;
  /** Tenants whose nightly import became due: each night once, also where the clocks change. */
  readonly tenantsDue: UseCase<NightlyRequest, Awaited<ReturnType<typeof tenantsDue>>>;
  /** Tenants for which `reconcile` has something to do. Asks the store alone. */
  readonly tenantsUnfinished: UseCase<UnfinishedRequest, Awaited<ReturnType<typeof tenantsUnfinished>>>;
  /** "What happened to this hour?", in words. Asks our store alone. */
  readonly itemHistory: UseCase<ItemHistoryRequest, ItemHistory>;
  /** The exports, by key or the newest first, in pages. Asks our store alone. */
  readonly exportLog: UseCase<ExportLogRequest, ExportLogPage>;
}

/** A request that needs nothing but the tenant. */
export interface TenantRequest {
  readonly tenantId: string;
  readonly signal?: AbortSignal;
}

/**
 * Builds a connector from its parts: our state, the time-tracking side, the registration with Visma, a clock and a
 * secret box. Sends nothing and touches no store until a use case is called.
 * Throws `InvalidInputError` or `RangeError` when the parts contradict each other.
 */
export function createConnector(parts: ConnectorParts): Connector {
  const context = createContext(parts);
  return {
    connect: (request) => connect(context, request),
    completeConnect: (request) =>
      reporting(context, { useCase: 'connect', ...request }, () => completeConnect(context, request), () => ({ connected: 1 })),
    disconnect: (request) =>
      reporting(context, { useCase: 'disconnect', ...request }, () => disconnect(context, request), (result) => ({ [result.outcome]: 1 })),
    connectionHealth: (request) => connectionHealth(context, request),
    readSettings: (request) => readSettings(context, request),
    saveSettings: (request) => saveSettings(context, request),
    masterData: (request) => searchMasterData(context, request),
    linkActivity: (request) => linkActivity(context, request),
    activities: (request) => listActivities(context, request),
    importCustomers: (request) => importCustomers(context, request),
    unbilledItems: (request) =>
      reporting(context, { useCase: 'unbilledItems', tenantId: request.tenantId }, () => unbilledItems(context, request), ({ customers, excluded }) => ({ customers: customers.length, excluded: excluded.length })),
    createInvoices: (request) => createInvoices(context, request),
    createSalesEntries: (request) => createSalesEntries(context, request),
    attachFiles: (request) => attachToExports(context, request),
    undo: (request) => undo(context, request),
    replace: (request) => replace(context, request),
    reconcile: (request) => reconcile(context, request),
    settle: (request) => settle(context, request),
    exportLog: (request) => exportLog(context, request),
    itemHistory: (request) => itemHistory(context, request),
    linkCustomer: (request) =>
      reporting(context, { useCase: 'linkCustomer', ...request }, () => linkCustomer(context, request), ({ outcome }) => ({ [outcome]: 1 })),
    takeOver: (request) => takeOver(context, request),
    ignoreItems: (request) =>
      reporting(context, { useCase: 'ignoreItems', ...request }, () => ignoreItems(context, request), countOutcomes),
    unignoreItems: (request) =>
      reporting(context, { useCase: 'unignoreItems', tenantId: request.tenantId }, () => unignoreItems(context, request), () => ({ items: request.refs.length })),
    ignoreList: (request) => ignoreList(context, request),
    drift: (request) => drift(context, request),
    paymentStatus: (request) => paymentStatus(context, request),
    tieOut: (request) => tieOut(context, request),
    tenantsDue: (request) => tenantsDue(context, request),
    tenantsUnfinished: (request) => tenantsUnfinished(context, request),
  };
}
