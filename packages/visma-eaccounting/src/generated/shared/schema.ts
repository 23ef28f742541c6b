// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, decimal, int, long, text, uuid } from '../../schemas/leaves.ts';
import { Model, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type {
  ContributionMargin,
  ContributionMarginInput,
  EmailInput,
  InvoicePayment,
  InvoicePaymentInput,
  SalesDocumentRotRutReductionPerson,
  SalesDocumentRotRutReductionPersonInput,
} from './types.ts';

export const contributionMarginModel = /* @__PURE__ */ new Model<ContributionMargin, ContributionMarginInput>(() => ({
  Amount: [decimal(), nullable],
  Percentage: [decimal(), nullable],
}));

export const emailModel = /* @__PURE__ */ new Model<never, EmailInput>(() => ({
  Email: [text(255), nullable],
  CcRecipients: [list(text()), nullable],
  Subject: [text(), nullable],
  Message: [text(), nullable],
}));

export const invoicePaymentModel = /* @__PURE__ */ new Model<InvoicePayment, InvoicePaymentInput>(() => ({
  CompanyBankAccountId: [uuid(), required],
  PaymentDate: [date(), required],
  Reference: [text(100), nullable],
  PaymentAmount: [decimal(), required],
  PaymentCurrency: [text(Infinity, 1), required],
  DomesticPaymentAmount: decimal(),
  BankFeeAmount: decimal(99, 0, 1000000000),
  PaymentType: [int(1, 4), required],
  FactoringFeeAmount: decimal(),
  FactoringFeeAccountNumber: long(),
  BankTransactionId: [uuid(), readOnly],
}));

export const salesDocumentRotRutReductionPersonModel = /* @__PURE__ */ new Model<SalesDocumentRotRutReductionPerson, SalesDocumentRotRutReductionPersonInput>(() => ({
  Id: [uuid(), readOnly],
  Ssn: [text(50), nullable + required],
  Amount: decimal(),
}));
