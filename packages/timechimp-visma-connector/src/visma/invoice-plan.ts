import type { InvoiceLine, InvoiceProposal, LocalDate } from '@x/billing-core';
import type { Settings } from '../settings/settings.ts';
import type { MasterData } from './master-data.ts';

/** What Visma knows of the customer of a document, as far as the document depends on it. */
export interface DocumentCustomer {
  /** Visma's id; absent while the customer is still to be created. */
  readonly id?: string;
  readonly name: string;
  readonly number: string;
  readonly countryCode: string;
  readonly vatNumber?: string;
  readonly currencyCode: string;
  readonly isPrivatePerson: boolean;
  readonly isActive: boolean;
  readonly forceBookkeepVat: boolean;
  readonly reverseChargeOnConstructionServices: boolean;
  readonly termsOfPaymentId?: string;
}

/** Stands in texts of a plan where the mark comes, which the export knows and the plan does not. */
export const markPlaceholder = '{mark}';

/** Everything that an invoice in Visma is made from. */
export interface InvoicePlan {
  readonly proposal: InvoiceProposal;
  readonly customer: DocumentCustomer;
  readonly settings: Settings;
  readonly masterData: MasterData;
  readonly invoiceDate: LocalDate;
  /** Only where the customer's terms of payment do not say it. */
  readonly dueDate?: LocalDate;
  /** The customer's own reference for the work, such as an order number. */
  readonly reference?: string;
}

/** Whether Visma reads the unit prices of this customer's documents as including VAT. */
export function includesVat(customer: Pick<DocumentCustomer, 'isPrivatePerson'>, masterData: MasterData): boolean {
  return customer.isPrivatePerson && masterData.company.privatePricesIncludeVat;
}

/** Whether the row must carry the construction flag (Dutch "verlegd"): drafts can say so, invoices cannot. */
export function isConstructionReverseCharge(line: InvoiceLine): boolean {
  return line.vatKind === 'reverse-charge-domestic';
}
