import {
  checkInvoiceNumbers,
  invoiceNumberText,
  possibleDoubles,
  proposeSalesEntry,
  sourceKey,
  type Customer,
  type Invoice,
  type SalesEntry,
} from '@x/billing-core';
import { otherCustomers } from '../customers/other-customers.ts';
import { matchWithVisma, type KnownCustomer } from '../customers/visma-customers.ts';
import type { CustomerMatch } from '../customers/match-customers.ts';
import type { ExportPlan } from '../export/plan.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';
import { salesEntryPolicy } from '../settings/sales-entry-policy.ts';
import { checkBookingDate, fiscalYearOf } from '../visma/check-date.ts';
import { readExchangeRates } from '../visma/exchange-rates.ts';
import { loadMasterData, type MasterList } from '../visma/load-master-data.ts';
import type { MasterData } from '../visma/master-data.ts';
import { sealPayload } from '../visma/payloads.ts';
import { vatPlace, type VatPlace } from '../visma/vat-kind-cases.ts';
import { salesEntryBody, salesEntryFlags } from '../visma/sales-entry-body.ts';
import { allActivities } from './activities.ts';
import { billingCustomer } from './billing-customers.ts';
import { bookedNumbers } from './booked-numbers.ts';
import type { ConnectorContext } from './context.ts';
import { expectationOf, type DocumentExpectation } from './expectation.ts';
import { planNewCustomers, type NewCustomer } from './new-customers.ts';
import { allLinks, knownOf } from './plan-invoices.ts';
import { plannedInvoice } from './planned-source.ts';
import { error, fromBilling, hasErrors, type Problem } from './problem.ts';
import { rowArticles } from './row-articles.ts';
import type { Session } from './session.ts';
import { chunks } from './chunks.ts';
import { earlierExports } from './earlier-exports.ts';
import { notedItems } from './source-side.ts';

/** One invoice ready to be booked, or with the errors that stop it. */
export interface PlannedEntry {
  readonly key: string;
  readonly invoice: Invoice;
  readonly customerName: string;
  /** Absent while the customer does not exist in Visma. */
  readonly vismaId?: string;
  readonly entry: SalesEntry | null;
  readonly problems: readonly Problem[];
  readonly isReady: boolean;
  /** What would be booked; null where something stops it. */
  readonly expectation: DocumentExpectation | null;
  /** The plan for the export protocol, once the customer's id in Visma is known. */
  plan(customerId: string): ExportPlan;
}

const lists: readonly MasterList[] = [
  'articles', 'codings', 'termsOfPayment', 'vatCodes', 'accounts', 'fiscalYears', 'countries', 'projects', 'costCenterItems',
];

/** Plans the bookings of invoices: customers, accounts, VAT, numbers, dates. Reads only. */
export async function planEntries(
  context: ConnectorContext,
  session: Session,
  invoices: readonly Invoice[],
  preview: boolean,
  signal: AbortSignal | undefined,
): Promise<{
  readonly entries: readonly PlannedEntry[];
  readonly newCustomers: readonly NewCustomer[];
  readonly problems: readonly Problem[];
}> {
  const masterData = await loadMasterData(session.client, {
    lists: needed(session),
    accountsFor: invoices.map((invoice) => invoice.date),
    pageSize: context.pageSize,
    signal,
  });
  session.sawCompany(masterData.company.companyIdentifier);
  const customers = await customersOf(context, session, invoices, signal);
  const links = await allLinks(context, session);
  const ours = [...customers.values()];
  const { sourceAccountId } = session.scope;
  const others = await otherCustomers(context.parts.source.customers, sourceAccountId, ours, links, signal);
  const matches = await matchWithVisma(
    session.client,
    ours,
    links,
    { others, companyCountry: masterData.company.countryCode, pageSize: context.pageSize, signal },
  );
  const articles = rowArticles(await allActivities(context, session), masterData.articles);
  const policies = new Map<VatPlace, ReturnType<typeof salesEntryPolicy>>();
  const policyFor = (customer: Customer | undefined): ReturnType<typeof salesEntryPolicy> => {
    const place = vatPlace(customer?.countryCode, masterData);
    const policy = policies.get(place) ?? salesEntryPolicy(session.settings, masterData, articles.named, place);
    policies.set(place, policy);
    return policy;
  };
  const books = session.settings.salesEntries.foreignSalesEntries === 'book';
  const rates = await readExchangeRates(session.client, books ? invoices : [], masterData.company.currencyCode, signal);
  const taken = await bookedNumbers(context, session, new Set(invoices.map((invoice) => invoice.id)));
  const numbers = checkInvoiceNumbers(session.settings.salesEntries.invoiceNumber, invoices, taken);
  const byCustomer = new Map(matches.map((match) => [match.ours.id, match]));
  const sendable = invoices.filter((invoice) => invoice.status !== 'Concept').map((invoice) => invoice.customerId);
  const fresh = await planNewCustomers(
    context,
    session,
    matches.filter((match) => sendable.includes(match.ours.id)),
    customers,
    masterData,
    preview,
    signal,
  );
  const refs = invoices.map(({ id }) => ({ kind: 'invoice' as const, id }));
  const takenOver = await notedItems(context, session, refs, 'billed');
  const ignored = await notedItems(context, session, refs, 'ignored');
  const earlier = await earlierExports(context, session, invoices);
  const entries = invoices.map((invoice) => {
    const at = `invoice:${invoice.id}`;
    const problems = [
      ...numbers.problems.filter((problem) => problem.sources.some((each) => each.id === invoice.id)).map(fromBilling),
      ...possibleDoubles(invoice, earlier).map(fromBilling),
      ...articles.check(invoice),
      ...(takenOver.has(at) ? [error('taken-over', at, `Invoice ${invoiceNumberText(invoice)} is noted as booked before this connection.`, 'Nothing is to be done.')] : []),
      ...(ignored.has(at) ? [error('ignored', at, `Invoice ${invoiceNumberText(invoice)} is on the ignore list.`, 'Take it off the ignore list first.')] : []),
    ];
    const source = customers.get(invoice.customerId);
    const match = byCustomer.get(invoice.customerId);
    const customer = source ? billingCustomer(source, knownOf(match), session.settings, masterData) : undefined;
    const policy = { ...policyFor(customer), exchangeRates: rates.on(invoice.currencyCode, invoice.date) };
    return planEntry(session, masterData, policy, invoice, source, customer, match, fresh.get(invoice.customerId), problems);
  });
  const ready = new Set(entries.filter((each) => each.isReady).map((each) => each.invoice.customerId));
  return {
    entries,
    newCustomers: [...fresh.values()].filter((each) => each.draft !== null && ready.has(each.source.id)),
    problems: [...entries.flatMap((each) => each.problems), ...[...fresh.values()].flatMap((each) => each.problems)],
  };
}

function needed(session: Session): MasterList[] {
  const { projects, costCentersByProject } = session.settings.dimensions;
  return lists.filter(
    (list) =>
      (list !== 'projects' || Object.keys(projects).length > 0) &&
      (list !== 'costCenterItems' || Object.keys(costCentersByProject).length > 0),
  );
}

async function customersOf(
  context: ConnectorContext,
  session: Session,
  invoices: readonly Invoice[],
  signal: AbortSignal | undefined,
): Promise<Map<string, SourceCustomer>> {
  const customers = new Map<string, SourceCustomer>();
  for (const ids of chunks([...new Set(invoices.map((invoice) => invoice.customerId))], 1000)) {
    for (const customer of await context.parts.source.customers.get(session.scope.sourceAccountId, ids, signal)) {
      customers.set(customer.id, customer);
    }
  }
  return customers;
}

function planEntry(
  session: Session,
  masterData: MasterData,
  policy: ReturnType<typeof salesEntryPolicy>,
  invoice: Invoice,
  source: SourceCustomer | undefined,
  customer: Customer | undefined,
  match: CustomerMatch<KnownCustomer> | undefined,
  fresh: NewCustomer | undefined,
  found: readonly Problem[],
): PlannedEntry {
  const { settings } = session;
  const at = `invoice:${invoice.id}`;
  const number = invoiceNumberText(invoice);
  const known = knownOf(match);
  const problems: Problem[] = [...found];
  const cutOff = settings.cutOffDate ?? session.facts.connectedOn;
  if (invoice.status === 'Concept') {
    problems.push(error('invoice-not-sent', at, `Invoice ${number} has not been sent.`, 'Send the invoice in TimeChimp first.'));
  }
  if (invoice.date < cutOff) {
    problems.push(error('before-cut-off', at, `Invoice ${number} of ${invoice.date} lies before the cut-off date ${cutOff}: it is taken to be booked already.`, 'Set cutOffDate earlier if it was not.'));
  }
  if (settings.accounts.receivable === null) {
    problems.push(error('account-missing', 'accounts.receivable', 'No account for debtors is set.', 'Choose accounts.receivable in the settings.'));
  }
  if (!source) {
    problems.push(error('customer-unknown', at, `The customer ${invoice.customerName ?? invoice.customerId} of invoice ${number} does not exist in TimeChimp.`, 'Restore the customer in TimeChimp.'));
  }
  problems.push(...checkBookingDate(invoice.date, masterData, at));
  if (known && !known.isActive) {
    problems.push(error('customer-inactive', at, `${known.name} (${known.number}) is not active in Visma.`, 'Activate the customer in Visma.'));
  }
  if (fresh && fresh.draft === null) {
    problems.push(...fresh.problems.filter((each) => each.severity === 'error'));
  }
  const proposed =
    customer && invoice.status !== 'Concept' && settings.accounts.receivable !== null
      ? proposeSalesEntry(invoice, customer, policy)
      : undefined;
  problems.push(...(proposed?.problems ?? []).map(fromBilling));
  const entry = proposed?.ok === true ? proposed.value : null;
  const year = fiscalYearOf(invoice.date, masterData);
  if (entry && year) {
    problems.push(...checkAccounts(entry, masterData, year.id, at));
  }
  const customerName = source?.name ?? invoice.customerName ?? invoice.customerId;
  const planFor = (customerId: string): ExportPlan => {
    if (!entry || !year) {
      throw new TypeError('Only an entry that is ready can be planned.');
    }
    return {
      key: entry.key,
      kind: 'sales-entry',
      finish: 'final',
      sources: [plannedInvoice(invoice)],
      ...sealPayload({
        type: 'sales-entry',
        fiscalYearId: year.id,
        body: salesEntryBody(entry, customerId, settings, masterData),
        flags: salesEntryFlags(entry),
      }),
    };
  };
  const isReady = entry !== null && year !== undefined && !hasErrors(problems);
  return {
    key: entry?.key ?? sourceKey({ kind: 'invoice', id: invoice.id }),
    invoice,
    customerName,
    ...(known ? { vismaId: known.id } : {}),
    entry,
    problems,
    isReady,
    expectation: isReady ? expectationOf(planFor, { customer: `${known?.number ?? fresh?.draft?.number ?? ''} ${customerName}` }) : null,
    plan: planFor,
  };
}

/** Every account of the booking exists in the fiscal year of the invoice, is active and may be booked on by hand. */
function checkAccounts(entry: SalesEntry, masterData: MasterData, fiscalYearId: string, at: string): Problem[] {
  const wanted = [...new Set(entry.rows.map((row) => Number(row.account)))];
  return wanted.flatMap((number) => {
    const account = masterData.accounts.find((each) => each.number === number && each.fiscalYearIds.includes(fiscalYearId));
    if (!account) {
      return [error('account-unknown', at, `Account ${number} does not exist in the fiscal year of invoice ${entry.invoiceNumberText}.`, 'Choose another account in the settings, or add it in Visma.')];
    }
    return account.isActive && !account.isBlocked
      ? []
      : [error('account-unusable', at, `Account ${number} ${account.name} cannot be booked on.`, 'Choose another account in the settings, or change this one in Visma.')];
  });
}
