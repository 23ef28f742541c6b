import { type SeedIds, seedIds } from './seed-ids.ts';
import type { FakeCompany } from '../state/company.ts';
import { articles, codings, termsOfPayment, units } from './articles.ts';
import { accountNumbers, accounts, fiscalYears, vatCodes } from './chart.ts';
import { countries, currencies } from './countries.ts';
import { customers } from './customers.ts';
import { others } from './others.ts';

/** How a further company differs from the example. */
export interface ExampleCompanyOptions {
  /** CompanyIdentifier; every GUID of the company depends on it. */
  readonly identifier?: string;
  readonly name?: string;
}

/**
 * The Dutch example company: an invented consultancy with books for 2024 to 2027 and 25 customers. With another
 * identifier it is a second company of the same kind, whose GUIDs are all different.
 */
export function exampleCompany(options: ExampleCompanyOptions = {}): FakeCompany {
  const identifier = options.identifier ?? 'kadewijk-advies-nl';
  const id = seedIds(identifier);
  const years = fiscalYears(id);
  return {
    settings: {
      Name: options.name ?? 'Kadewijk Advies B.V.',
      CompanyIdentifier: identifier,
      Email: 'administratie@kadewijk.example',
      Phone: '010-0000000',
      Address1: 'Wijnhaven 100',
      PostalCode: '3011 WN',
      City: 'Rotterdam',
      CountryCode: 'NL',
      CurrencyCode: 'EUR',
      CorporateIdentityNumber: '90000099',
      VatCode: 'NL000001099B01',
      Iban: 'NL02ABNA0000000000',
      TermsOfPaymentId: id('terms/30 dagen'),
      AccountNumberDigits: 4,
      ProductVariant: 1,
      TypeOfBusiness: 1,
      VatPeriod: 3,
      CompanyStatus: 1,
      ActivatedModules: ['api_standard', 'sales_standard', 'accounting_standard'],
      UsesProject: true,
      UsesCostCenter: true,
      UsesTransactionText: true,
      ShowPricesExclVatPC: false,
      DomesticCurrencyRounding: 0,
      KeepOriginalDraftDate: false,
      UseAutomaticVatCalculation: false,
      NextCustomerNumber: 1025,
      NextSupplierNumber: 501,
      NextCustomerInvoiceNumber: 260101,
      NextQuoteNumber: 1,
      NextOrderNumber: 1,
    },
    fiscalYears: years,
    accounts: accounts(id, years),
    vatCodes: vatCodes(id),
    codings: codings(id),
    units: units(id),
    terms: termsOfPayment(id),
    articles: articles(id),
    customers: customers(id),
    countries: countries(id),
    currencies: currencies(id),
    projects: [
      project(id, 'P100', 'Nieuwbouw kantoor', 1),
      project(id, 'P200', 'Huisstijl en website', 1),
      project(id, 'P300', 'Onderhoud en beheer', 1),
      project(id, 'P900', 'Afgerond project 2024', 2),
    ],
    costCenters: [{ Id: id('cost-center/afdeling'), Name: 'Afdeling', Number: 1, IsActive: true }],
    costCenterItems: [costCenterItem(id, 'ADV', 'Advies'), costCenterItem(id, 'BEH', 'Beheer')],
    others: others(id),
    standardAccounts: {
      AccountsReceivable: accountNumbers.receivable,
      AccountsPayable: accountNumbers.payable,
      OutputVatHigh: accountNumbers.vatHigh,
      OutputVatLow: accountNumbers.vatLow,
      InputVat: accountNumbers.inputVat,
      Rounding: accountNumbers.rounding,
    },
    postingAccounts: {
      receivable: accountNumbers.receivable,
      outputVat: accountNumbers.vatHigh,
      rounding: accountNumbers.rounding,
    },
  };
}

function project(id: SeedIds, number: string, name: string, status: number) {
  return {
    Id: id(`project/${number}`),
    Number: number,
    Name: name,
    Status: status,
    StartDate: '2025-01-01',
    ModifiedUtc: '2025-01-01T09:00:00Z',
  };
}

function costCenterItem(id: SeedIds, shortName: string, name: string) {
  return {
    Id: id(`cost-center-item/${shortName}`),
    CostCenterId: id('cost-center/afdeling'),
    Name: name,
    ShortName: shortName,
    IsActive: true,
    CreatedUtc: '2025-01-01T09:00:00Z',
  };
}
