export type {
  DatedRate,
  DecimalText,
  LocalDate,
  Period,
  Rate,
  Result,
  SourceKind,
  SourceRef,
} from './model/primitives.ts';
export { VAT_KINDS, type VatKind } from './model/vat-kind.ts';
export type {
  Activity,
  Customer,
  Frequency,
  Instalment,
  InvoiceMethod,
  Project,
  ProjectInvoicing,
  ProjectTask,
  ProjectUser,
  SourceVatRate,
  Subscription,
  User,
} from './model/master-data.ts';
export type {
  BillableItem,
  EntryStatus,
  Expense,
  ItemKind,
  Mileage,
  Term,
  TimeEntry,
} from './model/items.ts';
export type { Excluded, ExclusionReason, Problem, ProblemCode } from './model/problem.ts';
export type {
  Approval,
  ArticleMap,
  BillingPolicy,
  ExpenseGrouping,
  InvoiceSplit,
  MileageGrouping,
  Rounding,
  TextPolicy,
  TimeGrouping,
  VatPolicy,
  VatRateMapping,
} from './model/policy.ts';
export type {
  BillingInput,
  InvoiceLine,
  InvoiceProposal,
  LineSource,
  Proposed,
  RateExplanation,
  Unit,
  VatTotal,
} from './model/proposal.ts';
export type { SkippedTerm, TermOptions, UnbilledTerms } from './model/terms.ts';
export type {
  DocumentAdjustment,
  Invoice,
  InvoiceRow,
  InvoiceStatus,
} from './model/invoice.ts';
export type {
  EarlierExport,
  InvoiceNumberRule,
  RevenueAccounts,
  SalesEntry,
  SalesEntryPart,
  SalesEntryPolicy,
  SalesEntryRow,
  VoucherVatForm,
} from './model/sales-entry.ts';
export type { InclusiveLine, InclusivePrices } from './model/inclusive.ts';
export type { Explanation } from './model/explanation.ts';
export { proposeInvoices } from './proposals/propose-invoices.ts';
export { minutesFromHours } from './proposals/minutes-from-hours.ts';
export { pricesIncludingVat } from './proposals/prices-including-vat.ts';
export { unbilledTerms } from './terms/unbilled-terms.ts';
export { proposeSalesEntry } from './entries/propose-sales-entry.ts';
export {
  checkInvoiceNumbers,
  invoiceNumberText,
  type NumberedInvoice,
  type NumberSample,
} from './entries/invoice-number.ts';
export { explainInvoice } from './explain/explain-invoice.ts';
export { explainSalesEntry } from './explain/explain-sales-entry.ts';
export { explanationText } from './explain/explanation-text.ts';
export { possibleDoubles } from './entries/possible-doubles.ts';
export { TEMPLATE_NAMES } from './text/template.ts';
export { canonicalJson } from './identity/canonical-json.ts';
export { markFor, payloadHash } from './identity/mark.ts';
export { sourceKey } from './identity/source-key.ts';
