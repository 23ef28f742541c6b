import { type WireObject, copyOf } from '../wire/json.ts';
import type * as records from './records.ts';
import { Table } from './table.ts';

/** The data a company starts with; see seed/ for the example. */
export interface FakeCompany {
  readonly settings: WireObject & Partial<records.SettingsRecord> & { Name: string; CompanyIdentifier: string };
  readonly fiscalYears: readonly records.FiscalYearRecord[];
  readonly accounts: readonly records.AccountRecord[];
  readonly vatCodes: readonly records.VatCodeRecord[];
  readonly codings: readonly records.CodingRecord[];
  readonly units: readonly records.UnitRecord[];
  readonly terms: readonly records.TermsRecord[];
  readonly articles: readonly records.ArticleRecord[];
  readonly customers: readonly records.CustomerRecord[];
  readonly countries: readonly records.CountryRecord[];
  readonly currencies: readonly records.CurrencyRecord[];
  readonly projects?: readonly records.ProjectRecord[];
  readonly costCenters?: readonly records.CostCenterRecord[];
  readonly costCenterItems?: readonly records.CostCenterItemRecord[];
  /** Account types by the names of /accounts/standardaccounts. */
  readonly standardAccounts?: Readonly<Record<string, number>>;
  /** Accounts that the fake books on by itself; `outputVat` where no VAT code of the rate names one. */
  readonly postingAccounts: { readonly receivable: number; readonly outputVat: number; readonly rounding: number };
}

/** Everything one company holds. */
export class CompanyState {
  readonly settings: records.SettingsRecord;
  readonly customers = new Table<records.CustomerRecord>();
  readonly articles = new Table<records.ArticleRecord>();
  readonly codings = new Table<records.CodingRecord>();
  readonly units = new Table<records.UnitRecord>();
  readonly terms = new Table<records.TermsRecord>();
  readonly vatCodes = new Table<records.VatCodeRecord>();
  readonly accounts = new Table<records.AccountRecord>();
  readonly fiscalYears = new Table<records.FiscalYearRecord>();
  readonly countries = new Table<records.CountryRecord>();
  readonly currencies = new Table<records.CurrencyRecord>();
  readonly projects = new Table<records.ProjectRecord>();
  readonly costCenters = new Table<records.CostCenterRecord>();
  readonly costCenterItems = new Table<records.CostCenterItemRecord>();
  readonly drafts = new Table<records.DraftRecord>();
  readonly invoices = new Table<records.InvoiceRecord>();
  readonly ledgerItems = new Table<records.LedgerItemRecord>();
  readonly vouchers = new Table<records.VoucherRecord>();
  readonly attachments = new Table<records.AttachmentRecord>();
  readonly salesAttachments = new Table<records.SalesAttachmentRecord>();
  readonly links = new Table<records.LinkRecord>();
  readonly standardAccounts: Readonly<Record<string, number>>;
  readonly postingAccounts: FakeCompany['postingAccounts'];
  /** Records of resources without rules of their own, by the path of their list. */
  readonly plain = new Map<string, Table<WireObject & { Id: string }>>();
  /** The last number given out per voucher series. */
  readonly voucherNumbers = new Map<string, number>();
  /** False when the API extension is switched off in the company. */
  apiModuleActive = true;
  /** False while the company's start-up guide is not completed. */
  startupGuideCompleted = true;

  constructor(seed: FakeCompany) {
    const copy = copyOf(seed);
    this.settings = { ...settingsDefaults, ...copy.settings } as records.SettingsRecord;
    fill(this.customers, copy.customers);
    fill(this.articles, copy.articles);
    fill(this.codings, copy.codings);
    fill(this.units, copy.units);
    fill(this.terms, copy.terms);
    fill(this.vatCodes, copy.vatCodes);
    fill(this.accounts, copy.accounts);
    fill(this.fiscalYears, copy.fiscalYears);
    fill(this.countries, copy.countries);
    fill(this.currencies, copy.currencies);
    fill(this.projects, copy.projects ?? []);
    fill(this.costCenters, copy.costCenters ?? []);
    fill(this.costCenterItems, copy.costCenterItems ?? []);
    this.standardAccounts = copy.standardAccounts ?? {};
    this.postingAccounts = copy.postingAccounts;
  }

  /** The name that tells companies apart, also across reconnects. */
  get identifier(): string {
    return this.settings.CompanyIdentifier;
  }
}

const settingsDefaults = {
  CountryCode: 'NL',
  CurrencyCode: 'EUR',
  AccountingLockedTo: '0001-01-01T00:00:00Z',
  ShowPricesExclVatPC: false,
  DomesticCurrencyRounding: 0,
  KeepOriginalDraftDate: false,
  NextCustomerInvoiceNumber: 1,
  NextCustomerNumber: 1,
};

function fill<T extends WireObject & { Id: string }>(table: Table<T>, rows: readonly T[]): void {
  for (const row of rows) table.put(row);
}
