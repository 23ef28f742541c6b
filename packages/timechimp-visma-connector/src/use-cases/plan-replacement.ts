import type { LocalDate } from '@x/billing-core';
import { isFinal } from '../export/finish.ts';
import type { ExportPlan } from '../export/plan.ts';
import type { ExportReason, ExportRecord } from '../ports/export-record.ts';
import { itemKey } from '../ports/item-ref.ts';
import type { HeldChoice } from './collect-work.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { planDocuments, type PlannedDocument } from './plan-documents.ts';
import { priceHeld, type PricedWork } from './plan-invoices.ts';
import type { Problem } from './problem.ts';
import type { Session } from './session.ts';

/** What a draft is to be replaced by, or why it cannot be. */
export interface PlannedReplacement {
  readonly record: ExportRecord;
  /** Null where the same items do not make the same invoice any more, or it is no open draft. */
  readonly document: PlannedDocument | null;
  /** Null where something speaks against it: `refusal`, or an error among the problems. */
  readonly plan: ExportPlan | null;
  readonly refusal: ExportReason | null;
  readonly problems: readonly Problem[];
}

/** What the caller may choose. */
export interface ReplacementChoices {
  readonly invoiceDate?: LocalDate;
  readonly confirmCredit?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Prices the items of exported drafts anew, each draft's by themselves, with today's settings, as if they had not been
 * marked. What pricing needs is read once for all of them. Reads only.
 */
export async function planReplacements(
  context: ConnectorContext,
  session: Session,
  records: readonly ExportRecord[],
  choices: ReplacementChoices,
  progress: (done: number, total: number) => void,
): Promise<readonly PlannedReplacement[]> {
  choices.signal?.throwIfAborted();
  const open = records.filter((record) => refusalOf(record) === null);
  const priced = await priceHeld(context, session, open.map(itemsOf), choices.signal);
  const pricedOf = new Map(open.map((record, index) => [record.key, priced[index]]));
  const planned: PlannedReplacement[] = [];
  for (const record of records) {
    choices.signal?.throwIfAborted();
    planned.push(await planReplacement(context, session, record, pricedOf.get(record.key), choices));
    progress(planned.length, records.length);
  }
  return planned;
}

function itemsOf({ sources }: ExportRecord): HeldChoice {
  return {
    refs: sources.map(({ ref }) => ref),
    held: new Map(sources.map(({ ref, previousStatus }) => [itemKey(ref), previousStatus])),
  };
}

async function planReplacement(
  context: ConnectorContext,
  session: Session,
  record: ExportRecord,
  priced: PricedWork | ConnectorError | undefined,
  choices: ReplacementChoices,
): Promise<PlannedReplacement> {
  const refused = (refusal: ExportReason, problems: readonly Problem[] = []): PlannedReplacement => ({ record, document: null, plan: null, refusal, problems });
  const refusal = refusalOf(record);
  if (refusal || !priced) {
    return refused(refusal ?? { code: 'cannot-replace', message: 'Its items were not read.' });
  }
  if (priced instanceof ConnectorError) {
    return refused({ code: 'other-items', message: `${priced.message} ${insteadOfReplacing}` }, priced.problems);
  }
  // New customers are none of its business: a preview's way of planning them reserves no number.
  const { documents, customerProblems } = await planDocuments(context, session, priced, { ...choices, finish: record.finish, preview: true });
  const document = documents.find(({ proposal }) => proposal.key === record.key);
  const problems = [...priced.problems, ...customerProblems];
  if (!document) {
    return refused({ code: 'other-items', message: `${whatChanged(priced)} ${insteadOfReplacing}` }, problems);
  }
  if (document.customer.id === undefined) {
    return refused({ code: 'customer-unknown', message: `The customer ${document.customer.name} is not known in Visma any more.` }, problems);
  }
  const plan = document.isReady ? document.plan(document.customer.id) : null;
  return { record, document, plan, refusal: null, problems };
}

const insteadOfReplacing = 'Take the draft back with undo, then export anew.';

function whatChanged({ excluded, proposals }: PricedWork): string {
  const left = excluded.map(({ ref, message }) => `${itemKey(ref)}: ${message}`);
  if (left.length > 0) {
    return `Some of the items would not be invoiced any more (${left.join(' ')})`;
  }
  return proposals.length > 1
    ? `The items would be ${proposals.length} invoices by now.`
    : 'The items would not make the same invoice any more.';
}

function refusalOf(record: ExportRecord): ExportReason | null {
  const no = (message: string): ExportReason => ({ code: 'cannot-replace', message, details: { ...record.documents } });
  if (record.kind === 'sales-entry') {
    return no('A booking cannot be replaced: book the credit invoice of TimeChimp.');
  }
  if (record.kind === 'customer') {
    return no('A customer cannot be replaced.');
  }
  if (record.state !== 'exported') {
    return no(`Only an open draft can be replaced; this export is ${record.state}.`);
  }
  return isFinal(record) ? no('The invoice is final; where Visma allows it, undo voids it.') : null;
}
