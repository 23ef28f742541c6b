// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A webshop order, as the API answers it. */
export interface WebshopOrder {
  Id: string;
  BaseCurrencyCode?: string | null;
  Name?: string | null;
  Number?: string | null;
  OrderCurrencyCode?: string | null;
  /** A date. */
  OrderDate: string;
  OrderNumber?: string | null;
  Note?: string | null;
  TotalAmountBaseCurrency: number;
  TotalAmountOrderCurrency: number;
  CustomerIsPrivatePerson: boolean;
  Rows?: WebshopOrderRow[] | null;
  CustomerAddress1?: string | null;
  CustomerAddress2?: string | null;
  CustomerPostalCode?: string | null;
  CustomerCity?: string | null;
  CustomerCountry?: string | null;
  /** At most 2 characters. */
  CustomerCountryCode?: string | null;
  CustomerVatNo?: string | null;
  CorporateIdentityNumber?: string | null;
  EmailAddress?: string | null;
  Telephone?: string | null;
  ContactPersonMobile?: string | null;
  MessageThreads?: string[] | null;
  Notes?: string[] | null;
}

/** A webshop order row, as the API answers it. */
export interface WebshopOrderRow {
  Id: string;
  ArticleName?: string | null;
  ArticleNumber?: string | null;
  PricePerUnitInvoiceCurrency: number;
  Quantity: number;
  UnitAbbreviation?: string | null;
  Sum: number;
  PercentVat: number;
}
