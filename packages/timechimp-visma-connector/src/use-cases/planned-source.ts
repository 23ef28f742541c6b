import { payloadHash, type BillableItem, type EntryStatus, type Invoice } from '@x/billing-core';
import type { SourceCustomer } from '../ports/customer-store.ts';
import type { WorkItem } from '../ports/work-store.ts';
import type { PlannedSource } from '../export/plan.ts';

/**
 * An item of work as a plan and the check after the claim see it: its status on either track apart, everything else in the hash. A term
 * has the status of our own note on it.
 */
export function plannedWork({ ref, content, status }: WorkItem, termBilled = false): PlannedSource {
  const seen: EntryStatus = ref.kind === 'term' && termBilled ? 'Invoiced' : status;
  const other = content.kind === 'term' ? undefined : (content.clientStatus ?? content.internalStatus);
  return { ref, status: seen, ...(other !== undefined && { otherStatus: other }), hash: contentHash(content) };
}

/** An invoice of the time-tracking side. Being paid changes nothing, being withdrawn to a concept does. */
export function plannedInvoice(invoice: Invoice): PlannedSource {
  const { status, ...content } = invoice;
  const seen = status === 'Concept' ? 'Concept' : 'Sent';
  return { ref: { kind: 'invoice', id: invoice.id }, status: seen, hash: payloadHash(content) };
}

/** A customer that is to be created in Visma. */
export function plannedCustomer(customer: SourceCustomer): PlannedSource {
  return { ref: { kind: 'customer', id: customer.id }, status: 'Customer', hash: payloadHash(customer) };
}

function contentHash(item: BillableItem): string {
  if (item.kind === 'term') return payloadHash(item);
  const { status: _status, clientStatus: _clientStatus, internalStatus: _internalStatus, ...content } = item;
  return payloadHash(content);
}
