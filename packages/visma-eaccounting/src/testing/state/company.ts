import { type WireObject, copyOf } from '../wire/json.ts';
import type { AttachmentRecord, LedgerItemRecord, VoucherRecord } from './ledger-records.ts';
import type { AccountRecord, ArticleRecord, CodingRecord, CostCenterItemRecord, CostCenterRecord, CountryRecord, CurrencyRecord, CustomerRecord, FiscalYearRecord, ProjectRecord, SettingsRecord, TermsRecord, UnitRecord, VatCodeRecord } from './master-data-records.ts';
import type { DraftRecord, InvoiceRecord, LinkRecord, SalesAttachmentRecord } from './sales-records.ts';
import { Table } from './table.ts';

/** The data a company starts with; see seed/ for the example. */
export interface FakeCompany {
  readonly settings: WireObject & Partial<SettingsRecord> & { Name: string; CompanyIdentifier: string };
  readonly fiscalYears: readonly FiscalYearRecord[];
  readonly accounts: readonly AccountRecord[];
  readonly vatCodes: readonly VatCodeRecord[];
  readonly codings: readonly CodingRecord[];
  readonly units: readonly UnitRecord[];
  readonly terms: readonly TermsRecord[];
  readonly articles: readonly ArticleRecord[];
  readonly customers: readonly CustomerRecord[];
  readonly countries: readonly CountryRecord[];
  readonly currencies: readonly CurrencyRecord[];
  readonly projects?: readonly ProjectRecord[];
  readonly costCenters?: readonly CostCenterRecord[];
  readonly costCenterItems?: readonly CostCenterItemRecord[];
  /** Records of resources without rules of their own, by the path of their list, such as `/webshoporders`. */
  readonly others?: Readonly<Record<string, readonly (WireObject & { Id: string })[]>>;
  /** Account types by the names of /accounts/standardaccounts. */
  readonly standardAccounts?: Readonly<Record<string, number>>;
  /** Accounts that the fake books on by itself; `outputVat` where no VAT code of the rate names one. */
  readonly postingAccounts: { readonly receivable: number; readonly outputVat: number; readonly rounding: number };
}

/** Records that are answered as they are kept. */
export type PlainTable = Table<WireObject & { Id: string }>;

/** Everything one company holds. */
export class CompanyState {
  readonly settings: SettingsRecord;
  readonly customers = new Table<CustomerRecord>();
  readonly articles = new Table<ArticleRecord>();
  readonly codings = new Table<CodingRecord>();
  readonly units = new Table<UnitRecord>();
  readonly terms = new Table<TermsRecord>();
  readonly vatCodes = new Table<VatCodeRecord>();
  readonly accounts = new Table<AccountRecord>();
  readonly fiscalYears = new Table<FiscalYearRecord>();
  readonly countries = new Table<CountryRecord>();
  readonly currencies = new Table<CurrencyRecord>();
  readonly projects = new Table<ProjectRecord>();
  readonly costCenters = new Table<CostCenterRecord>();
  readonly costCenterItems = new Table<CostCenterItemRecord>();
  readonly drafts = new Table<DraftRecord>();
  readonly invoices = new Table<InvoiceRecord>();
  readonly ledgerItems = new Table<LedgerItemRecord>();
  readonly vouchers = new Table<VoucherRecord>();
  readonly attachments = new Table<AttachmentRecord>();
  readonly salesAttachments = new Table<SalesAttachmentRecord>();
  readonly links = new Table<LinkRecord>();
  readonly standardAccounts: Readonly<Record<string, number>>;
  readonly postingAccounts: FakeCompany['postingAccounts'];
  /** Records of resources without rules of their own, by the path of their list. */
  readonly #plain = new Map<string, PlainTable>();
  /** The last number given out per voucher series. */
  readonly voucherNumbers = new Map<string, number>();
  /** False when the API extension is switched off in the company. */
  apiModuleActive = true;
  /** False while the company's start-up guide is not completed. */
  startupGuideCompleted = true;

  constructor(seed: FakeCompany) {
    const copy = copyOf(seed);
    this.settings = { ...settingsDefaults, ...copy.settings } as SettingsRecord;
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
    for (const [list, records] of Object.entries(copy.others ?? {})) fill(this.plain(list), records);
  }

  /** The records of a resource without rules of its own, by the path of its list, such as `/orders`. */
  plain(list: string): PlainTable {
    const table: PlainTable = this.#plain.get(list) ?? new Table();
    this.#plain.set(list, table);
    return table;
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
