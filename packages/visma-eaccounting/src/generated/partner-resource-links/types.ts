// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { OpenEnum } from '../../core/open-enum.ts';

/** A partner resource link, as the API answers it. */
export interface PartnerResourceLink {
  Id: string;
  ResourceId: string;
  /**
   * 0 Article, 1 Customer, 2 Supplier, 3 CustomerInvoice, 4 SupplierInvoice, 5 CustomerInvoiceDraft, 6
   * SupplierInvoiceDraft.
   */
  ResourceType: OpenEnum<0 | 1 | 2 | 3 | 4 | 5 | 6>;
  /** At most 256 characters. */
  Href: string;
  /** At most 100 characters. */
  PartnerCompanyName: string;
  /** At most 100 characters. */
  PartnerSystemName: string;
}

/** A partner resource link, as it is sent. */
export interface PartnerResourceLinkInput {
  readonly ResourceId: string;
  /**
   * 0 Article, 1 Customer, 2 Supplier, 3 CustomerInvoice, 4 SupplierInvoice, 5 CustomerInvoiceDraft, 6
   * SupplierInvoiceDraft.
   */
  readonly ResourceType: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** At most 256 characters. */
  readonly Href: string;
  /** At most 100 characters. */
  readonly PartnerCompanyName: string;
  /** At most 100 characters. */
  readonly PartnerSystemName: string;
}
