import type {
  Account,
  Article,
  ArticleAccountCoding,
  CompanySettings,
  CostCenter,
  Country,
  FiscalYear,
  Project,
  TermsOfPayment,
  Unit,
  VatCode,
} from '@x/visma-eaccounting';
import type {
  CodingAccounts,
  MasterAccount,
  MasterArticle,
  MasterCoding,
  MasterCompany,
  MasterCostCenterItem,
  MasterCountry,
  MasterFiscalYear,
  MasterProject,
  MasterTerms,
  MasterUnit,
  MasterVatCode,
} from './master-data.ts';
import { percentText } from './percent.ts';

/** `GET /companysettings`. Throws when Visma names no company: nothing may be written then. */
export function company(settings: CompanySettings): MasterCompany {
  const identifier = settings.CompanyIdentifier ?? '';
  if (identifier === '') {
    throw new TypeError('Visma answered company settings without a CompanyIdentifier.');
  }
  const lockedTo = day(settings.AccountingLockedTo);
  return {
    companyIdentifier: identifier,
    name: settings.Name,
    countryCode: settings.CountryCode,
    currencyCode: settings.CurrencyCode ?? '',
    ...(lockedTo > '0001-01-01' ? { accountingLockedTo: lockedTo } : {}),
    ...optional('termsOfPaymentId', settings.TermsOfPaymentId),
    status: settings.CompanyStatus,
    privatePricesIncludeVat: settings.ShowPricesExclVatPC,
    usesConstructionReverseCharge: settings.UsesReverseConstructionVat,
    roundsTotals: settings.DomesticCurrencyRounding === 1,
  };
}

/** `GET /articles`. */
export function article(from: Article): MasterArticle {
  return {
    id: from.Id,
    number: from.Number,
    name: from.Name,
    isActive: from.IsActive,
    codingId: from.CodingId,
    unitId: from.UnitId,
  };
}

/** `GET /articleaccountcodings`. */
export function coding(from: ArticleAccountCoding): MasterCoding {
  const accounts: CodingAccounts = {
    ...optional('domestic', from.DomesticSalesSubjectToVatAccountNumber),
    ...optional('domesticReverseCharge', from.DomesticSalesSubjectToReversedConstructionVatAccountNumber),
    ...optional('domesticExempt', from.DomesticSalesVatExemptAccountNumber ?? from.DomesticSalesVatCodeExemptAccountNumber),
    ...optional('euWithVat', from.ForeignSalesSubjectToVatWithinEuAccountNumber),
    ...optional('euExempt', from.ForeignSalesVatExemptWithinEuAccountNumber),
    ...optional('outsideEu', from.ForeignSalesVatExemptOutsideEuAccountNumber),
  };
  return {
    id: from.Id,
    name: from.Name ?? '',
    isActive: from.IsActive,
    ratePercent: percentText(from.VatRatePercent),
    accounts,
  };
}

/** `GET /units`. */
export function unit(from: Unit): MasterUnit {
  return { id: from.Id, name: from.Name ?? '', code: from.Code ?? from.Abbreviation ?? '' };
}

/** `GET /termsofpayments`. */
export function terms(from: TermsOfPayment): MasterTerms {
  return {
    id: from.Id,
    name: from.Name ?? '',
    days: from.NumberOfDays,
    type: from.TermsOfPaymentTypeId,
    availableForSales: from.AvailableForSales,
  };
}

/** `GET /vatcodes`. */
export function vatCode(from: VatCode): MasterVatCode {
  const related = from.RelatedAccounts;
  return {
    id: from.Id,
    code: from.Code ?? '',
    description: from.Description ?? '',
    ratePercent: percentText(from.VatRate),
    accounts: [related?.AccountNumber1, related?.AccountNumber2, related?.AccountNumber3].filter((each) => typeof each === 'number'),
  };
}

/** `GET /accounts/{fiscalYearId}` of several years: one entry per number, with the years that have it. */
export function accounts(from: readonly Account[]): MasterAccount[] {
  const byNumber = new Map<number, MasterAccount>();
  for (const each of from) {
    const number = Number(each.Number);
    const known = byNumber.get(number);
    byNumber.set(number, {
      number,
      name: each.Name,
      ...optional('vatCodeId', each.VatCodeId),
      isActive: each.IsActive,
      isBlocked: each.IsBlockedForManualBooking,
      projectAllowed: each.IsProjectAllowed,
      costCenterAllowed: each.IsCostCenterAllowed,
      ...optional('referenceCode', each.ReferenceCode),
      fiscalYearIds: [...(known?.fiscalYearIds ?? []), each.FiscalYearId],
    });
  }
  return [...byNumber.values()];
}

/** `GET /fiscalyears`. */
export function fiscalYear(from: FiscalYear): MasterFiscalYear {
  return {
    id: from.Id,
    startDate: day(from.StartDate),
    endDate: day(from.EndDate),
    isLocked: from.IsLockedForAccounting,
  };
}

/** `GET /countries`. */
export function country(from: Country): MasterCountry {
  return {
    code: from.Code ?? '',
    name: from.Name ?? '',
    nameEnglish: from.NameEnglish ?? '',
    isEuMember: from.IsEuMember,
  };
}

/** `GET /projects`. */
export function project(from: Project): MasterProject {
  return { id: from.Id, number: from.Number, name: from.Name, isFinished: from.Status === 2 };
}

/** `GET /costcenters`: their items, each with the field of a row that takes it. */
export function costCenterItems(from: readonly CostCenter[]): MasterCostCenterItem[] {
  return from.flatMap((center) => {
    const slot = center.Number;
    return slot === 1 || slot === 2 || slot === 3
      ? (center.Items ?? []).map((item) => ({
          id: item.Id ?? '',
          name: item.Name,
          shortName: item.ShortName,
          isActive: item.IsActive,
          slot,
        }))
      : [];
  });
}

function day(date: string | null | undefined): string {
  return (date ?? '').slice(0, 10);
}

function optional<K extends string, V>(key: K, value: V | null | undefined): Partial<Record<K, V>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
