import { companyIn } from './books.ts';
import type { FakeUser } from './options.ts';
import type { Identity } from './oauth/identity.ts';
import { convertDraft } from './sales/convert.ts';
import { buildCustomer, hasTransactions } from './sales/customer.ts';
import { buildDraft } from './sales/draft.ts';
import { payInvoice } from './sales/payment.ts';
import { voidInvoice } from './sales/void.ts';
import type { CompanyState } from './state/company.ts';
import type { ArticleRecord, CustomerRecord } from './state/master-data-records.ts';
import type { DraftRecord, InvoiceRecord } from './state/sales-records.ts';
import type { Table } from './state/table.ts';
import { type World, today, utcNow } from './state/world.ts';
import { type WireObject, copyOf } from './wire/json.ts';

/** What a person does in Visma itself: no token, no scope, no rate limit, no request in the log. */
export interface Person {
  /** The same acts in another company. */
  in(companyIdentifier: string): Person;
  /** Finalises a draft; the date is the draft's unless one is given (YYYY-MM-DD). */
  convertDraft(id: string, options?: { readonly invoiceDate?: string }): InvoiceRecord;
  /** Changes fields of a draft; `Rows` replaces all rows. */
  editDraft(id: string, change: WireObject): DraftRecord;
  /** Copies a draft or a draft's content, rows and texts included. */
  copyDraft(id: string): DraftRecord;
  /** Makes a new draft with an invoice's rows and texts, as "copy invoice" does. */
  copyInvoice(id: string): DraftRecord;
  deleteDraft(id: string): void;
  createDraft(body: WireObject): DraftRecord;
  /** Voids; returns the credit invoice that settles it. */
  voidInvoice(id: string): InvoiceRecord;
  /** Registers a payment of the whole open amount, today. */
  payInvoice(id: string): void;
  createCustomer(body: WireObject): CustomerRecord;
  /** Changes fields of a customer, found by its Id or its CustomerNumber. */
  editCustomer(idOrNumber: string, change: WireObject): CustomerRecord;
  deleteCustomer(idOrNumber: string): void;
  /** Locks all periods up to and with this date; null unlocks. */
  lockAccountingTo(date: string | null): void;
  /** Locks or unlocks the fiscal year that starts in this year. */
  lockFiscalYear(year: number, locked?: boolean): void;
  /** Makes an article inactive (or active again), found by its Id or its Number. */
  deactivateArticle(idOrNumber: string, active?: boolean): void;
  /** Changes fields of the company settings. */
  changeSettings(change: WireObject): void;
  /** Switches the company's API extension off or on. */
  setApiModule(active: boolean): void;
  /** Completes the company's start-up guide, or takes that back. */
  setStartupGuide(completed: boolean): void;
  /** A new password: every token of this user stops working. Default: the signed-in user. */
  changePassword(password: string, email?: string): void;
  /** Withdraws the consent to an application: its tokens for this company stop working. */
  revokeConsent(clientId?: string): void;
  /** Who is signed in at the browser and which company they choose at the next consent. */
  signIn(choice: { readonly email?: string; readonly company?: string }): void;
  /** Answers the next consent with no. */
  denyNextConsent(): void;
  /** Lets every access token expire now; refresh tokens stay. */
  expireAccessTokens(): void;
}

/** The acts of a person in one company. */
export function personIn(world: World, identity: Identity, settle: () => void, identifier?: string): Person {
  const company = (): CompanyState => {
    settle();
    return companyIn(world.companies, identifier);
  };
  const draftOf = (id: string): DraftRecord => present(company().drafts, id, 'draft');
  const invoiceOf = (id: string): InvoiceRecord => present(company().invoices, id, 'invoice');
  const customerOf = (idOrNumber: string): CustomerRecord => {
    const customers = company().customers;
    return customers.find(({ CustomerNumber }) => CustomerNumber === idOrNumber) ?? present(customers, idOrNumber, 'customer');
  };
  const articleOf = (idOrNumber: string): ArticleRecord => {
    const articles = company().articles;
    return articles.find(({ Number }) => Number === idOrNumber) ?? present(articles, idOrNumber, 'article');
  };
  const newDraft = (body: WireObject): DraftRecord => {
    const draft = buildDraft(world, company(), copyOf(body));
    return copyOf(company().drafts.put(draft));
  };
  return {
    in: (other) => personIn(world, identity, settle, other),
    convertDraft: (id, options = {}) => {
      const draft = draftOf(id);
      const dated = options.invoiceDate === undefined ? draft : { ...draft, InvoiceDate: options.invoiceDate };
      return copyOf(convertDraft(world, company(), dated, { keepOriginalDraftDate: true, overrideCompany: true }));
    },
    editDraft: (id, change) => {
      const draft = draftOf(id);
      return copyOf(company().drafts.put(buildDraft(world, company(), { ...draft, ...copyOf(change) }, draft)));
    },
    copyDraft: (id) => newDraft(draftOf(id)),
    copyInvoice: (id) => {
      const { Id: _id, InvoiceDate: _date, DueDate: _due, ...rest } = invoiceOf(id);
      return newDraft({ ...rest });
    },
    deleteDraft: (id) => void company().drafts.delete(draftOf(id).Id),
    createDraft: newDraft,
    voidInvoice: (id) => copyOf(voidInvoice(world, company(), invoiceOf(id))),
    payInvoice: (id) => {
      const invoice = invoiceOf(id);
      const payment = { PaymentDate: today(world), PaymentAmount: invoice.RemainingAmountInvoiceCurrency, PaymentType: 2 };
      payInvoice(world, company(), invoice, payment);
    },
    createCustomer: (body) => copyOf(company().customers.put(buildCustomer(world, company(), copyOf(body)))),
    editCustomer: (idOrNumber, change) => {
      const existing = customerOf(idOrNumber);
      const changed = { ...existing, ...copyOf(change), ChangedUtc: utcNow(world) };
      return copyOf(company().customers.put(changed));
    },
    deleteCustomer: (idOrNumber) => {
      const customer = customerOf(idOrNumber);
      if (hasTransactions(company(), customer.Id)) throw new Error('The customer has transactions');
      company().customers.delete(customer.Id);
    },
    lockAccountingTo: (date) => {
      company().settings.AccountingLockedTo = date === null ? '0001-01-01T00:00:00Z' : `${date}T00:00:00Z`;
    },
    lockFiscalYear: (year, locked = true) => {
      const found = company().fiscalYears.find(({ StartDate }) => StartDate.startsWith(String(year)));
      if (!found) throw new Error(`The fake has no fiscal year ${year}`);
      found.IsLockedForAccounting = locked;
    },
    deactivateArticle: (idOrNumber, active = false) => {
      articleOf(idOrNumber).IsActive = active;
    },
    changeSettings: (change) => void Object.assign(company().settings, copyOf(change)),
    setApiModule: (active) => {
      company().apiModuleActive = active;
    },
    setStartupGuide: (completed) => {
      company().startupGuideCompleted = completed;
    },
    changePassword: (password, email = identity.signIn.user.email) => {
      const user = userOf(identity, email);
      identity.users.set(email.toLowerCase(), { ...user, password });
      if (identity.signIn.user.email === email) identity.signIn.user = { ...user, password };
      identity.tokens.kill((session) => session.email === user.email);
    },
    revokeConsent: (clientId) => {
      const name = company().identifier;
      identity.tokens.kill((session) => session.company === name && (clientId === undefined || session.clientId === clientId));
    },
    signIn: ({ email, company: chosen }) => {
      if (email !== undefined) identity.signIn.user = userOf(identity, email);
      identity.signIn.company = companyIn(world.companies, chosen ?? identity.signIn.user.companies[0]).identifier;
    },
    denyNextConsent: () => {
      identity.signIn.denies = true;
    },
    expireAccessTokens: () => {
      identity.tokens.expireAccessTokens();
    },
  };
}

function present<T extends WireObject & { Id: string }>(table: Table<T>, id: string, what: string): T {
  const record = table.get(id);
  if (!record) throw new Error(`The fake has no ${what} ${id}`);
  return record;
}

function userOf(identity: Identity, email: string): FakeUser {
  const user = identity.users.get(email.toLowerCase());
  if (!user) throw new Error(`The fake has no user ${email}`);
  return user;
}
