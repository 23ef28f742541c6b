import * as z from 'zod';
import { accountNumber, guid, perId, perVatKind, positiveDecimal, vatKind } from './fields.ts';

/** Ledger accounts for sales entries. */
export const accountSettings = z.strictObject({
  /** Debtors. Default: none; suggested from Visma's chart of accounts. */
  receivable: accountNumber.nullable().default(null),
  /** Revenue of rows that name no article or activity with an account. Default: none. */
  revenue: accountNumber.nullable().default(null),
  /** Revenue per VAT kind, before `revenue`. Default: none. */
  revenueByVatKind: perVatKind(accountNumber).default({}),
  /** VAT payable per VAT kind. Default: the first account that Visma relates to the kind's VAT code. */
  vat: perVatKind(accountNumber).default({}),
  /** Payable rounding of a document. Default: none; documents that round are then refused. */
  rounding: accountNumber.nullable().default(null),
});

/** Where VAT comes from and which code it is booked on. */
export const vatSettings = z.strictObject({
  /** `kor` (Dutch small-business scheme) and `exempt` refuse any row with VAT; `margin` and `oss` are refused by name. */
  scheme: z.enum(['normal', 'kor', 'exempt', 'margin', 'oss']).default('normal'),
  /** The kind behind each VAT rate of TimeChimp, by id where given. Default: 21 is high, 9 is low. */
  rates: z
    .array(z.strictObject({ vatRateId: z.string().min(1).optional(), percentage: positiveDecimal, vatKind }))
    .default([
      { percentage: '21', vatKind: 'domestic-high' },
      { percentage: '9', vatKind: 'domestic-low' },
    ]),
  /**
   * The rate of customers that have none, where country and VAT number leave the choice to a rate (domestic customers,
   * consumers in the EU), as a percentage of `rates`. Default: 21, which TimeChimp assumes too. Null refuses them.
   */
  defaultRate: positiveDecimal.nullable().default('21'),
  /** The kind that applies to one customer, by id. Default: none. */
  kindByCustomer: perId(vatKind).default({}),
  /** Customers marked for domestic reverse charge, by id. Default: none. */
  reverseChargeCustomers: z.array(z.string().min(1)).default([]),
  /** Visma's VAT code per kind, for sales entries. Default: none; suggested from rate and description. */
  codes: perVatKind(guid).default({}),
  /** VAT of re-charged expenses and kilometres: as entered, or that of the main supply. */
  recharge: z.enum(['asEntered', 'mainSupply']).default('asEntered'),
});

/** How sent TimeChimp invoices are booked. */
export const salesEntrySettings = z.strictObject({
  /** Net, VatAmount and a VAT row (default); the same without VatAmount; or Visma's automatic calculation. */
  voucherVatForm: z.enum(['explicit', 'explicitWithoutVatAmount', 'automatic']).default('explicit'),
  /** Sign of the totals of a credit invoice at Visma. */
  creditTotals: z.enum(['negative', 'positive']).default('negative'),
  /** Sign of the totals on TimeChimp's credit invoices. */
  sourceCreditSign: z.enum(['negative', 'positive']).default('negative'),
  /** Invoices in a currency that is not the company's. */
  foreignSalesEntries: z.enum(['refuse', 'book']).default('refuse'),
  /** How an invoice number becomes Visma's 32-bit number: "2026-" and 17 are 20260017 by default. */
  invoiceNumber: z
    .strictObject({
      /** The prefix's digits, nothing, or a replacement (digits) per prefix. */
      prefix: z.union([z.enum(['digits', 'none']), z.record(z.string(), z.string().regex(/^\d*$/))]).default('digits'),
      /** Digits of the id, with leading zeros; 0 for any length. */
      idDigits: z.int().min(0).max(9).default(4),
    })
    .prefault({}),
  /** Whether files of the booked invoices, such as their PDF, are attached to the vouchers in Visma. Default: no. */
  attachFiles: z.boolean().default(false),
});
