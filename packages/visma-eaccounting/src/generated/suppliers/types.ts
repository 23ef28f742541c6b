// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A foreign payment code, as the API answers it. */
export interface ForeignPaymentCode {
  Code: number;
  Description?: string | null;
  Id: string;
  CountryCode?: string | null;
}

/** A foreign payment code, as it is sent. */
export interface ForeignPaymentCodeInput {
  readonly Code?: number | undefined;
  readonly Description?: string | null | undefined;
  readonly Id?: string | undefined;
  readonly CountryCode?: string | null | undefined;
}

/** A supplier, as the API answers it. */
export interface Supplier {
  Id: string;
  /** At most 16 characters. */
  SupplierNumber?: string | null;
  /** At most 50 characters. */
  Address1?: string | null;
  /** At most 50 characters. */
  Address2?: string | null;
  AutomaticPaymentService: boolean;
  UnpaidInvoicesAmount: number;
  /** At most 50 characters. */
  BankAccountNumber?: string | null;
  /** At most 5 characters. */
  Clearing?: string | null;
  /** At most 50 characters. */
  BankBban?: string | null;
  /** At most 50 characters. */
  BankBic?: string | null;
  /** At most 50 characters. */
  BankCode?: string | null;
  /** At most 2 characters. */
  BankCountryCode?: string | null;
  /** At most 10 characters. */
  BankgiroNumber?: string | null;
  /** At most 50 characters. */
  BankIban?: string | null;
  /** At most 50 characters. */
  BankName?: string | null;
  /** At most 50 characters. */
  City?: string | null;
  /** At most 255 characters. */
  ContactPersonEmail?: string | null;
  /** At most 50 characters. */
  ContactPersonMobile?: string | null;
  /** At most 50 characters. */
  ContactPersonName?: string | null;
  /** At most 50 characters. */
  ContactPersonPhone?: string | null;
  /** At most 20 characters. */
  CorporateIdentityNumber?: string | null;
  /** At most 2 characters. */
  CountryCode?: string | null;
  /** A moment in UTC. */
  CreatedUtc?: string | null;
  /** At most 3 characters. */
  CurrencyCode?: string | null;
  /** At most 255 characters. */
  EmailAddress?: string | null;
  MessageThreads?: string[] | null;
  /** At most 50 characters. */
  MobilePhone?: string | null;
  /** A moment in UTC. */
  ModifiedUtc?: string | null;
  /** At most 50 characters. */
  Name: string;
  /** At most 4000 characters. */
  Note?: string | null;
  Notes?: string[] | null;
  /** At most 10 characters. */
  PlusgiroNumber?: string | null;
  /** At most 10 characters. */
  PostalCode?: string | null;
  /** At most 50 characters. */
  Telephone?: string | null;
  TermsOfPaymentId: string;
  /** At most 20 characters. */
  VatNumber?: string | null;
  /** At most 255 characters. */
  WwwAddress?: string | null;
  /** 0 None, 1 SenderPaysAllBankCharges, 2 ReceiverPaysAllBankCharges, 3 ReceiverPaysForeignCosts. */
  BankFeeCode: OpenEnum<0 | 1 | 2 | 3>;
  PayFromBankAccountId?: string | null;
  ForeignPaymentCodeId?: string | null;
  ForeignPaymentCode?: ForeignPaymentCode | null;
  UsesPaymentReferenceNumbers: boolean;
  IsActive: boolean;
  ProportionalVat: boolean;
  SelfEmployedWithoutFixedAddress: boolean;
  /** 0 Default. */
  ApprovalOrderType: OpenEnum<0 | 1 | 2>;
  /** At most 40 characters. */
  OurCustomerNumber?: string | null;
  /** At most 2 characters. */
  PurchaseDocumentLanguage?: string | null;
  Approvers?: SupplierApprover[] | null;
  UsesAutomaticSupplierInvoiceApproval: boolean;
  /** A date. */
  LastInvoiceDate?: string | null;
  AccountingTemplateId?: string | null;
}

/** A supplier, as it is sent. */
export interface SupplierInput {
  /** At most 16 characters. */
  readonly SupplierNumber?: string | null | undefined;
  /** At most 50 characters. */
  readonly Address1?: string | null | undefined;
  /** At most 50 characters. */
  readonly Address2?: string | null | undefined;
  readonly AutomaticPaymentService?: boolean | undefined;
  /** At most 50 characters. */
  readonly BankAccountNumber?: string | null | undefined;
  /** At most 5 characters. */
  readonly Clearing?: string | null | undefined;
  /** At most 50 characters. */
  readonly BankBban?: string | null | undefined;
  /** At most 50 characters. */
  readonly BankBic?: string | null | undefined;
  /** At most 50 characters. */
  readonly BankCode?: string | null | undefined;
  /** At most 2 characters. */
  readonly BankCountryCode?: string | null | undefined;
  /** At most 10 characters. */
  readonly BankgiroNumber?: string | null | undefined;
  /** At most 50 characters. */
  readonly BankIban?: string | null | undefined;
  /** At most 50 characters. */
  readonly BankName?: string | null | undefined;
  /** At most 50 characters. */
  readonly City?: string | null | undefined;
  /** At most 255 characters. */
  readonly ContactPersonEmail?: string | null | undefined;
  /** At most 50 characters. */
  readonly ContactPersonMobile?: string | null | undefined;
  /** At most 50 characters. */
  readonly ContactPersonName?: string | null | undefined;
  /** At most 50 characters. */
  readonly ContactPersonPhone?: string | null | undefined;
  /** At most 20 characters. */
  readonly CorporateIdentityNumber?: string | null | undefined;
  /** At most 2 characters. */
  readonly CountryCode?: string | null | undefined;
  /** At most 3 characters. */
  readonly CurrencyCode?: string | null | undefined;
  /** At most 255 characters. */
  readonly EmailAddress?: string | null | undefined;
  /** At most 50 characters. */
  readonly MobilePhone?: string | null | undefined;
  /** At most 50 characters. */
  readonly Name: string;
  /** At most 4000 characters. */
  readonly Note?: string | null | undefined;
  /** At most 10 characters. */
  readonly PlusgiroNumber?: string | null | undefined;
  /** At most 10 characters. */
  readonly PostalCode?: string | null | undefined;
  /** At most 50 characters. */
  readonly Telephone?: string | null | undefined;
  readonly TermsOfPaymentId: string;
  /** At most 20 characters. */
  readonly VatNumber?: string | null | undefined;
  /** At most 255 characters. */
  readonly WwwAddress?: string | null | undefined;
  /** 0 None, 1 SenderPaysAllBankCharges, 2 ReceiverPaysAllBankCharges, 3 ReceiverPaysForeignCosts. */
  readonly BankFeeCode?: 0 | 1 | 2 | 3 | undefined;
  readonly PayFromBankAccountId?: string | null | undefined;
  readonly ForeignPaymentCode?: ForeignPaymentCodeInput | undefined;
  readonly UsesPaymentReferenceNumbers?: boolean | undefined;
  readonly IsActive?: boolean | undefined;
  readonly ProportionalVat?: boolean | undefined;
  readonly SelfEmployedWithoutFixedAddress?: boolean | undefined;
  /** At most 40 characters. */
  readonly OurCustomerNumber?: string | null | undefined;
  /** At most 2 characters. */
  readonly PurchaseDocumentLanguage?: string | null | undefined;
  readonly Approvers?: readonly SupplierApproverInput[] | null | undefined;
  readonly UsesAutomaticSupplierInvoiceApproval?: boolean | undefined;
  readonly AccountingTemplateId?: string | null | undefined;
}

/** A supplier approver, as the API answers it. */
export interface SupplierApprover {
  ApproverId: string;
  Name?: string | null;
  Priority: number;
}

/** A supplier approver, as it is sent. */
export interface SupplierApproverInput {
  readonly ApproverId?: string | undefined;
  readonly Priority?: number | undefined;
}
