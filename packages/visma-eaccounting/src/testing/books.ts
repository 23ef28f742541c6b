import type { CompanyState } from './state/company.ts';
import type { AttachmentRecord, LedgerItemRecord, VoucherRecord } from './state/ledger-records.ts';
import type { ArticleRecord, CustomerRecord, ProjectRecord, SettingsRecord } from './state/master-data-records.ts';
import type { DraftRecord, InvoiceRecord, LinkRecord, SalesAttachmentRecord } from './state/sales-records.ts';
import { copyOf } from './wire/json.ts';

/** What a company's books hold: copies, for checking. Rates in rows are percentages here, whatever the wire says. */
export interface Books {
  /** CompanyIdentifier of the company that these books are of. */
  readonly company: string;
  readonly customers: CustomerRecord[];
  readonly articles: ArticleRecord[];
  readonly drafts: DraftRecord[];
  /** Invoices made in Visma, by us or by a person; ledger items are not among them. */
  readonly invoices: InvoiceRecord[];
  readonly ledgerItems: LedgerItemRecord[];
  readonly vouchers: VoucherRecord[];
  readonly projects: ProjectRecord[];
  readonly attachments: AttachmentRecord[];
  readonly salesDocumentAttachments: SalesAttachmentRecord[];
  readonly partnerResourceLinks: LinkRecord[];
  readonly settings: SettingsRecord;
}

/** The books of the first company, and a way to those of the others. */
export interface BooksReader extends Books {
  /** The books of another company. Throws for an unknown identifier. */
  of(companyIdentifier: string): Books;
}

/** Reads the books; `settle` runs first, so that what was committed late is in them. */
export function booksOf(companies: ReadonlyMap<string, CompanyState>, settle: () => void): BooksReader {
  const reader = (find: () => CompanyState): Books => {
    const read = <T>(pick: (company: CompanyState) => T): T => {
      settle();
      return copyOf(pick(find()));
    };
    return {
      get company() {
        return find().identifier;
      },
      get customers() {
        return read((company) => company.customers.all());
      },
      get articles() {
        return read((company) => company.articles.all());
      },
      get drafts() {
        return read((company) => company.drafts.all());
      },
      get invoices() {
        return read((company) => company.invoices.all());
      },
      get ledgerItems() {
        return read((company) => company.ledgerItems.all());
      },
      get vouchers() {
        return read((company) => company.vouchers.all());
      },
      get projects() {
        return read((company) => company.projects.all());
      },
      get attachments() {
        return read((company) => company.attachments.all());
      },
      get salesDocumentAttachments() {
        return read((company) => company.salesAttachments.all());
      },
      get partnerResourceLinks() {
        return read((company) => company.links.all());
      },
      get settings() {
        return read((company) => company.settings);
      },
    };
  };
  const first = reader(() => companyIn(companies));
  return Object.defineProperty(first, 'of', {
    value: (identifier: string) => reader(() => companyIn(companies, identifier)),
  }) as BooksReader;
}

/** The company with this identifier, or the first one. Throws for an unknown identifier. */
export function companyIn(companies: ReadonlyMap<string, CompanyState>, identifier?: string): CompanyState {
  const company = identifier === undefined ? companies.values().next().value : companies.get(identifier);
  if (!company) throw new Error(`The fake has no company ${identifier ?? 'at all'}`);
  return company;
}
