export { createFakeVisma, type FakeVisma } from './fake-visma.ts';
export { startFakeVisma, type FakeVismaServer, type StartFakeVismaOptions } from './server/start-fake-visma.ts';
export { exampleCompany, type ExampleCompanyOptions } from './seed/example-company.ts';
export { fakeAdministration } from './seed/administration.ts';
export { manualClock, systemClock, type FakeClock, type ManualClock } from './clock.ts';
export { measuredBeatsDocument, type MeasuredRow } from './measured.ts';
export type { Books, BooksReader } from './books.ts';
export type { Person } from './person.ts';
export type { Fault, FaultKind, FaultPlan, FaultRule } from './faults/fault.ts';
export type { Faults } from './faults/faults.ts';
export type { LoggedRequest, RequestLog } from './engine/request-log.ts';
export type { FakeCompany } from './state/company.ts';
export type { FakeClient, FakeUser, FakeVismaOptions, FilterBehaviour, RateLimitOptions } from './options.ts';
export type {
  ArticleRecord,
  CustomerRecord,
  DraftRecord,
  InvoiceRecord,
  LedgerItemRecord,
  VoucherRecord,
} from './state/records.ts';
