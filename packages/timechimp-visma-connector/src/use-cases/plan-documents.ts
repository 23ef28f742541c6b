import type { InvoiceProposal, LocalDate } from '@x/billing-core';
import { termsForDays } from '../customers/terms.ts';
import type { ExportPlan, PlannedSource } from '../export/plan.ts';
import { itemKey, type ItemRef } from '../ports/item-ref.ts';
import { checkInvoice } from '../visma/check-invoice.ts';
import { documentTotals, type DocumentTotals } from '../visma/document-totals.ts';
import { expectedDocument, invoiceDraftBody } from '../visma/invoice-body.ts';
import type { DocumentCustomer, InvoicePlan } from '../visma/invoice-plan.ts';
import { sealPayload } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import { addDays, endOfMonth } from './days.ts';
import { expectationOf, type DocumentExpectation } from './expectation.ts';
import { planNewCustomers, type NewCustomer } from './new-customers.ts';
import { customersWithErrors, dateOfInvoice, knownOf, type PricedWork } from './plan-invoices.ts';
import { error, hasErrors, warning, type Problem } from './problem.ts';
import type { Session } from './session.ts';
import type { Settings } from '../settings/settings.ts';
import type { SourceCustomer } from '../ports/customer-store.ts';

/** One invoice ready to be written, or with the errors that stop it. */
export interface PlannedDocument {
  readonly proposal: InvoiceProposal;
  readonly customer: DocumentCustomer;
  readonly finish: 'draft' | 'final';
  readonly invoiceDate: LocalDate;
  /** What Visma will show, which for prices with VAT can differ from the proposal by cents. */
  readonly totals: DocumentTotals;
  readonly problems: readonly Problem[];
  readonly isReady: boolean;
  /** Hours that are marked with it because its terms cover them. */
  readonly coveredHours: readonly ItemRef[];
  /** What would be written; null where something stops it. */
  readonly expectation: DocumentExpectation | null;
  /** The plan for the export protocol, once the customer's id in Visma is known. */
  plan(customerId: string): ExportPlan;
}

/** What the caller may choose. */
export interface DocumentChoices {
  readonly finish?: 'draft' | 'final';
  readonly invoiceDate?: LocalDate;
  readonly allowIncomplete?: boolean;
  readonly confirmCredit?: boolean;
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** Turns proposals into documents: dates, customers (new ones included), predictions, problems. Writes nothing. */
export async function planDocuments(
  context: ConnectorContext,
  session: Session,
  priced: PricedWork,
  choices: DocumentChoices,
): Promise<{
  readonly documents: readonly PlannedDocument[];
  /** Customers that have to be created for the documents that are ready. */
  readonly newCustomers: readonly NewCustomer[];
  readonly customerProblems: readonly Problem[];
}> {
  const withErrors = customersWithErrors(priced);
  const needed = new Set([...priced.proposals.map((proposal) => proposal.customerId), ...withErrors]);
  const planned = await planNewCustomers(
    context,
    session,
    [...priced.matches.values()].filter((match) => needed.has(match.ours.id)),
    priced.customers,
    priced.masterData,
    choices.preview === true,
    choices.signal,
  );
  const references = referencesOf(priced.work);
  const documents = priced.proposals.map((proposal) =>
    planDocument(session, priced, planned.get(proposal.customerId), proposal, choices, withErrors.has(proposal.customerId), references),
  );
  const ready = new Set(documents.filter((each) => each.isReady).map((each) => each.proposal.customerId));
  return {
    documents,
    newCustomers: [...planned.values()].filter((each) => each.draft !== null && ready.has(each.source.id)),
    customerProblems: [...planned.values()].flatMap((each) => each.problems),
  };
}

function planDocument(
  session: Session,
  priced: PricedWork,
  fresh: NewCustomer | undefined,
  proposal: InvoiceProposal,
  choices: DocumentChoices,
  hasLeftOut: boolean,
  references: ReadonlyMap<string, string>,
): PlannedDocument {
  const { settings } = session;
  const { masterData } = priced;
  const at = `customer:${proposal.customerId}`;
  const invoiceDate = choices.invoiceDate ?? dateOfInvoice(proposal, session, endOfMonth);
  const customer = knownOf(priced.matches.get(proposal.customerId)) ?? customerToBe(proposal, priced, fresh);
  const dueDays = ownDueDays(settings, priced, priced.customers.get(proposal.customerId), customer, fresh);
  const plan: InvoicePlan = {
    proposal,
    customer,
    settings,
    masterData,
    invoiceDate,
    ...referenceOf(proposal, references),
    ...(dueDays === undefined ? {} : { dueDate: addDays(invoiceDate, dueDays) }),
  };
  const totals = documentTotals(plan);
  const problems: Problem[] = [];
  if (fresh && fresh.draft === null) {
    problems.push(...fresh.problems.filter((each) => each.severity === 'error'));
  } else {
    problems.push(...checkInvoice(plan));
  }
  if ((hasLeftOut || !proposal.complete) && choices.allowIncomplete !== true) {
    problems.push(error('incomplete', at, `Items of ${customer.name} have errors and would be left out.`, 'Correct them, or allow incomplete invoices.'));
  }
  if (proposal.isCredit && choices.confirmCredit !== true) {
    problems.push(error('credit-unconfirmed', at, `The invoice for ${customer.name} would come to ${totals.totalAmount}.`, 'Confirm that a credit draft is to be made.'));
  }
  if (dueDays !== undefined) {
    problems.push(warning('terms-unknown', at, `Visma has no terms of ${dueDays} days; the invoice for ${customer.name} gets a due date of its own.`, 'Add these terms of payment in Visma, or accept the due date.'));
  }
  const finish = choices.finish ?? settings.invoices.finish;
  const reverse = proposal.lines.some((line) => line.vatKind === 'reverse-charge-domestic');
  if (reverse && finish === 'final') {
    problems.push(warning('reverse-charge-draft', at, 'Reverse charge can only be checked on the draft; look at the invoice before it is sent.', 'Leave drafts for customers with reverse charge.'));
  }
  const isReady = !hasErrors(problems);
  const coveredHours = proposal.sources.flatMap(({ kind, id }) => (kind === 'term' ? (priced.coveredHours.get(id) ?? []) : []));
  const planFor = (customerId: string): ExportPlan => ({
    key: proposal.key,
    kind: 'invoice',
    finish,
    sources: [...proposal.sources.flatMap((source) => priced.work.planned.get(itemKey(source)) ?? []), ...coveredHours],
    ...sealPayload({
      type: 'invoice',
      about: { sourceCustomerId: proposal.customerId, supplyPeriod: proposal.supplyPeriod },
      body: invoiceDraftBody(plan, customerId),
      expected: expectedDocument(plan, customerId),
    }),
  });
  const expectation = isReady ? expectationOf(planFor, shownOf(plan, totals, coveredHours)) : null;
  return { proposal, coveredHours: coveredHours.map(({ ref }) => ref), customer, finish, invoiceDate, totals, problems, isReady, expectation, plan: planFor };
}

function shownOf({ customer, proposal }: InvoicePlan, { totalAmount, vatAmount }: DocumentTotals, coveredHours: readonly PlannedSource[]): Parameters<typeof expectationOf>[1] {
  const { currencyCode } = proposal;
  const covered = coveredHours.map(({ ref }) => itemKey(ref)).sort().join(' ');
  return { ...(covered === '' ? {} : { coveredHours: covered }), customer: `${customer.number} ${customer.name}`, InvoiceCurrencyCode: currencyCode, TotalAmount: totalAmount, TotalVatAmount: vatAmount };
}

/** The customer's reference of each item's project, by `itemKey`; empty where the project has none. */
function referencesOf({ items, projects }: PricedWork['work']): ReadonlyMap<string, string> {
  const ofProjects = new Map(projects.map(({ id, invoicing }) => [id, invoicing.reference ?? '']));
  return new Map(
    items.flatMap(({ kind, id, projectId = '' }) => {
      const reference = ofProjects.get(projectId);
      return reference === undefined ? [] : [[itemKey({ kind, id }), reference] as const];
    }),
  );
}

/** The customer's reference of the projects on the invoice, where they all have the same one. A line may stand for several. */
function referenceOf(proposal: InvoiceProposal, ofItems: ReadonlyMap<string, string>): { readonly reference?: string } {
  const references = new Set(proposal.sources.flatMap((source) => ofItems.get(itemKey(source)) ?? []));
  const [only = ''] = references;
  const reference = proposal.reference ?? (references.size === 1 ? only : '');
  return reference === '' ? {} : { reference };
}

/** How Visma will see a customer that does not exist there yet. */
function customerToBe(proposal: InvoiceProposal, priced: PricedWork, fresh: NewCustomer | undefined): DocumentCustomer {
  const source = priced.customers.get(proposal.customerId);
  const draft = fresh?.draft;
  return {
    name: draft?.name ?? source?.name ?? proposal.customerId,
    number: draft?.number ?? source?.number ?? '',
    countryCode: draft?.countryCode ?? priced.masterData.company.countryCode,
    ...(draft?.vatNumber === undefined ? {} : { vatNumber: draft.vatNumber }),
    currencyCode: priced.masterData.company.currencyCode,
    isPrivatePerson: draft?.isPrivatePerson ?? false,
    isActive: true,
    forceBookkeepVat: false,
    reverseChargeOnConstructionServices: draft?.reverseCharge ?? false,
  };
}

/**
 * Days until payment where Visma has no terms for them: the customer then has the terms of the settings, else the company's,
 * as a stand-in. None where the settings name terms of payment for every invoice.
 */
function ownDueDays(
  settings: Settings,
  { masterData }: PricedWork,
  source: SourceCustomer | undefined,
  customer: DocumentCustomer,
  fresh: NewCustomer | undefined,
): number | undefined {
  if (settings.invoices.termsOfPayment !== null) {
    return undefined;
  }
  if (fresh?.draft) {
    return fresh.draft.ownPaymentDays;
  }
  const days = source?.paymentDays;
  const standIns = [settings.customers.termsOfPayment, masterData.company.termsOfPaymentId];
  const hasStandIn = customer.termsOfPaymentId !== undefined && standIns.includes(customer.termsOfPaymentId);
  return days !== undefined && hasStandIn && !termsForDays(days, masterData.termsOfPayment) ? days : undefined;
}
