import { VAT_KINDS, type RevenueAccounts, type SalesEntryPolicy, type VatKind } from '@x/billing-core';
import type { MasterArticle, MasterData } from '../visma/master-data.ts';
import { accountOfKind, type VatPlace } from '../visma/vat-kind-cases.ts';
import { vatPolicy } from './billing-policy.ts';
import type { Settings } from './settings.ts';

/** An article with the other words by which an invoice row may name it: codes of the activities linked to it. */
export interface NamedArticle {
  readonly article: MasterArticle;
  readonly codes: readonly string[];
}

/**
 * The settings as billing-core's policy for sales entries, the customer apart. Revenue goes to the account of the row's
 * article for the VAT kind and the customer's place, else to the account of the settings: so a linked activity steers sales
 * entries too.
 */
export function salesEntryPolicy(
  settings: Settings,
  masterData: MasterData,
  articles: readonly NamedArticle[],
  place: VatPlace,
): Omit<SalesEntryPolicy, 'customer'> {
  const { accounts, salesEntries } = settings;
  return {
    currencyCode: masterData.company.currencyCode,
    vat: vatPolicy(settings, masterData.company),
    invoiceNumber: salesEntries.invoiceNumber,
    receivableAccount: accounts.receivable === null ? '' : String(accounts.receivable),
    revenue: revenueAccounts(settings, masterData, articles, place),
    vatCodes: vatCodes(settings, masterData),
    accountVatCodes: Object.fromEntries(
      masterData.accounts.flatMap((account) =>
        account.vatCodeId === undefined ? [] : [[String(account.number), account.vatCodeId]],
      ),
    ),
    ...(accounts.rounding === null ? {} : { roundingAccount: String(accounts.rounding) }),
    voucherVatForm: salesEntries.voucherVatForm,
    sourceCreditSign: salesEntries.sourceCreditSign,
    creditTotals: salesEntries.creditTotals,
    foreignSalesEntries: salesEntries.foreignSalesEntries,
    language: settings.grouping.language,
  };
}

function revenueAccounts(
  settings: Settings,
  masterData: MasterData,
  articles: readonly NamedArticle[],
  place: VatPlace,
): RevenueAccounts {
  const { accounts } = settings;
  return {
    articles: articles.flatMap(({ article, codes }) => {
      const coding = masterData.codings.find((each) => each.id === article.codingId);
      return coding
        ? [{ codes: [article.id, article.number, ...codes], accounts: perKind((kind) => accountOfKind(coding.accounts, kind, place)) }]
        : [];
    }),
    perVatKind: perKind((kind) => accounts.revenueByVatKind[kind]),
    ...(accounts.revenue === null ? {} : { fallback: String(accounts.revenue) }),
  };
}

function vatCodes(settings: Settings, masterData: MasterData): SalesEntryPolicy['vatCodes'] {
  const chosen: Partial<Record<VatKind, { vatCodeId: string; account?: string }>> = {};
  for (const kind of VAT_KINDS) {
    const vatCodeId = settings.vat.codes[kind];
    if (vatCodeId !== undefined) {
      const related = masterData.vatCodes.find((each) => each.id === vatCodeId)?.accounts[0];
      const account = settings.accounts.vat[kind] ?? related;
      chosen[kind] = { vatCodeId, ...(account === undefined ? {} : { account: String(account) }) };
    }
  }
  return chosen;
}

function perKind(account: (kind: VatKind) => number | undefined): Partial<Record<VatKind, string>> {
  return Object.fromEntries(
    VAT_KINDS.flatMap((kind) => {
      const number = account(kind);
      return number === undefined ? [] : [[kind, String(number)]];
    }),
  );
}
