import { payloadHash, type Period } from '@x/billing-core';
import type { CustomerInput, CustomerInvoiceDraftInput, CustomerLedgerItemWithVoucherInput } from '@x/visma-eaccounting';
import type { JsonValue } from '../ports/json.ts';
import type { ExpectedDocument } from './expected-document.ts';
import { markPlaceholder } from './invoice-plan.ts';
import type { salesEntryFlags } from './sales-entry-body.ts';

/**
 * Goes up with every change of what is sent for the same proposal. It is part of a payload's hash and never of an
 * export's key: a new mapping never exports anything twice.
 */
export const mappingVersion = 1;

/** What the ledger keeps of an invoice: enough to write it, to compare it and to convert it. */
export interface InvoicePayload {
  readonly type: 'invoice';
  /** What the work was, to tell a sales entry that may be the same work. */
  readonly about?: { readonly sourceCustomerId: string; readonly supplyPeriod: Period } | undefined;
  readonly body: CustomerInvoiceDraftInput;
  readonly expected: ExpectedDocument;
}

/** What the ledger keeps of a sales entry. */
export interface SalesEntryPayload {
  readonly type: 'sales-entry';
  /** Vouchers are read by fiscal year. */
  readonly fiscalYearId: string;
  readonly body: CustomerLedgerItemWithVoucherInput;
  readonly flags: ReturnType<typeof salesEntryFlags>;
}

/** What the ledger keeps of a customer that is to be created. */
export interface CustomerPayload {
  readonly type: 'customer';
  readonly body: CustomerInput;
}

type Payload = InvoicePayload | SalesEntryPayload | CustomerPayload;

/** The payload as JSON and its hash, mapping version included. */
export function sealPayload(payload: Payload): { readonly payload: JsonValue; readonly payloadHash: string } {
  return {
    // Bodies hold strings, finite numbers and booleans only, which is what JsonValue says.
    payload: payload as unknown as JsonValue,
    payloadHash: payloadHash({ mappingVersion, payload }),
  };
}

/** Reads a payload back from the ledger. Throws a `TypeError` when it is of another type: the ledger is then damaged. */
export function openPayload<T extends Payload['type']>(type: T, payload: JsonValue): Extract<Payload, { type: T }> {
  if (typeof payload !== 'object' || payload === null || (payload as { type?: unknown }).type !== type) {
    throw new TypeError(`The ledger holds no ${type} payload here.`);
  }
  return payload as unknown as Extract<Payload, { type: T }>;
}

/** The same value with the mark in place of `{mark}`, wherever it stands in a text. */
export function withMark<T>(value: T, mark: string): T {
  if (typeof value === 'string') {
    return value.replaceAll(markPlaceholder, mark) as T;
  }
  if (Array.isArray(value)) {
    return value.map((each) => withMark<unknown>(each, mark)) as T;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withMark<unknown>(each, mark)])) as T;
  }
  return value;
}
