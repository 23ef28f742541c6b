export { createConnector, type Connector, type TenantRequest, type UseCase } from './connector.ts';
export type { ConnectorParts, VismaParts } from './use-cases/parts.ts';
export { ConnectorError, type ConnectorErrorCode } from './use-cases/connector-error.ts';
export type { Problem } from './use-cases/problem.ts';
export type { Readiness } from './readiness/readiness.ts';
export type { CompleteConnectRequest, Connected } from './use-cases/complete-connect.ts';
export type { ConnectRequest, ConnectResult } from './use-cases/connect.ts';
export type { ConnectionHealth } from './use-cases/connection-health.ts';
export type { DisconnectRequest, DisconnectResult } from './use-cases/disconnect.ts';
export type { SaveSettingsRequest, SettingsView } from './use-cases/settings-use-cases.ts';
export { settingsJsonSchema } from './use-cases/settings-use-cases.ts';
export { defaultSettings, settingsSchema, type Settings, type SettingsInput } from './settings/settings.ts';
export type { Completeness, SettingNeed } from './settings/completeness.ts';
export type { Suggestion } from './settings/suggestions.ts';
export type { MasterDataHit, MasterDataSearch, SearchableKind } from './use-cases/search-master-data.ts';
export type { ActivityLink } from './use-cases/activities.ts';
export type { ActivityView, LinkActivityRequest, LinkedActivity } from './use-cases/link-activity.ts';
export type { ImportCustomersRequest, ImportedCustomer, ImportReport } from './use-cases/import-customers.ts';
export type { WorkSelection } from './use-cases/collect-work.ts';
export type { ExcludedItem } from './use-cases/sift-work.ts';
export type { CoveredByTerm, UnbilledCustomer, UnbilledItems, UnbilledItemsRequest } from './use-cases/unbilled-items.ts';
export type { CreatedCustomer } from './use-cases/new-customers.ts';
export type { CreateInvoicesRequest } from './use-cases/create-invoices.ts';
export type { CreateInvoicesReport, InvoiceItem } from './use-cases/invoice-report.ts';
export type { DocumentTotals } from './visma/document-totals.ts';
export type { DocumentExpectation } from './use-cases/expectation.ts';
export type { CreateSalesEntriesRequest } from './use-cases/create-sales-entries.ts';
export type { CreateSalesEntriesReport, SalesEntryItem } from './use-cases/sales-entry-report.ts';
export type { AttachedFile } from './use-cases/attach-files.ts';
export type { AttachedExport, AttachFilesRequest } from './use-cases/attach-to-exports.ts';
export type { ExportLogPage, ExportLogRequest } from './use-cases/export-log.ts';
export type { ItemNoteRequest, NotedItem } from './use-cases/item-notes.ts';
export type { ExportedDocument } from './use-cases/export-sentence.ts';
export type { ItemExport, ItemHistory, ItemHistoryRequest } from './use-cases/item-history.ts';
export type { LinkCustomerRequest, LinkedCustomer } from './use-cases/link-customer.ts';
export type { DriftItem } from './use-cases/drift.ts';
export type { PaymentItem, PaymentReport } from './use-cases/payment-status.ts';
export type { TieOutCustomer, TieOutDocument, TieOutReport, TieOutRequest } from './use-cases/tie-out.ts';
export type { DueTenant, NightlyRequest, UnfinishedRequest, UnfinishedTenant } from './use-cases/nightly.ts';
export type { ReplacedDraft, ReplaceReport, ReplaceRequest } from './use-cases/replace.ts';
export type { ReconcileRequest, SettleRequest, UndoRequest } from './use-cases/undo-and-reconcile.ts';
export type { MasterArticle } from './visma/master-data.ts';

export type { ConnectorEvent, OnEvent, UseCaseName } from './events/event.ts';
export { createConsoleReporter, type ReporterStream } from './events/console-reporter.ts';
export { systemClock } from './clock/system-clock.ts';
export { createSecretBox, type RotatingSecretBox, type SecretBoxKey } from './secrets/secret-box.ts';
export { SecretBoxError } from './secrets/secret-box-error.ts';

export type { ExportOptions } from './export/options.ts';
export type { ExportAlarm, ExportOutcome, ExportReport, OutcomeName } from './export/report.ts';

export type { ActivityStore, SourceActivity } from './ports/activity-store.ts';
export type { AttachmentSource, SourceFile } from './ports/attachment-source.ts';
export type { Clock } from './ports/clock.ts';
export type {
  ConnectionRecord,
  ConnectionStore,
  GuardedWrite,
  SettingsRecord,
} from './ports/connection-store.ts';
export type { ConnectorSource, SourceProblem } from './ports/connector-source.ts';
export type { ConnectorState } from './ports/connector-state.ts';
export type { CursorStore } from './ports/cursor-store.ts';
export type {
  CustomerStore,
  CustomerUpsert,
  SourceAddress,
  SourceCustomer,
  SourceCustomerFields,
  UpsertResult,
} from './ports/customer-store.ts';
export type {
  Difference,
  ExportDocuments,
  ExportKind,
  ExportReason,
  ExportRecord,
  ExportState,
  ExportedSource,
  HistoryEntry,
  PaymentNote,
  WatchedGeneration,
} from './ports/export-record.ts';
export type { ClaimResult, ExportQuery, ExportStore, SaveResult } from './ports/export-store.ts';
export type { InvoiceQuery, InvoiceStore } from './ports/invoice-store.ts';
export { itemKey, type ItemRef } from './ports/item-ref.ts';
export type { JsonValue } from './ports/json.ts';
export type { LeaseStore } from './ports/lease-store.ts';
export type { CustomerLink, ItemMark, LinkStore, MarkQuery } from './ports/link-store.ts';
export type { Page, PageRequest } from './ports/page.ts';
export { scopeKey, type ExportScope } from './ports/scope.ts';
export type { SecretBox } from './ports/secret-box.ts';
export type {
  StatusChange,
  StatusResult,
  WorkAbilities,
  WorkItem,
  WorkQuery,
  WorkStore,
} from './ports/work-store.ts';
