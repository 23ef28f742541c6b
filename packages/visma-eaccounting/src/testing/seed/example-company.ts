import { guidOf } from '../ids.ts';
import type { FakeCompany } from '../state/company.ts';
import { articles, codings, termsOfPayment, units } from './articles.ts';
import { accountNumbers, accounts, fiscalYears, vatCodes } from './chart.ts';
import { countries, currencies } from './countries.ts';
import { customers } from './customers.ts';

/** The Dutch example company: an invented consultancy with books for 2024 to 2027 and 25 customers. */
export function exampleCompany(): FakeCompany {
  const years = fiscalYears();
  return {
    settings: {
      Name: 'Kadewijk Advies B.V.',
      CompanyIdentifier: 'kadewijk-advies-nl',
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
      TermsOfPaymentId: guidOf('terms/30 dagen'),
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
    accounts: accounts(years),
    vatCodes: vatCodes(),
    codings: codings(),
    units: units(),
    terms: termsOfPayment(),
    articles: articles(),
    customers: customers(),
    countries: countries(),
    currencies: currencies(),
    projects: [
      project('P100', 'Nieuwbouw kantoor', 1),
      project('P200', 'Huisstijl en website', 1),
      project('P300', 'Onderhoud en beheer', 1),
      project('P900', 'Afgerond project 2024', 2),
    ],
    costCenters: [{ Id: guidOf('cost-center/afdeling'), Name: 'Afdeling', Number: 1, IsActive: true }],
    costCenterItems: [costCenterItem('ADV', 'Advies'), costCenterItem('BEH', 'Beheer')],
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

function project(number: string, name: string, status: number) {
  return {
    Id: guidOf(`project/${number}`),
    Number: number,
    Name: name,
    Status: status,
    StartDate: '2025-01-01',
    ModifiedUtc: '2025-01-01T09:00:00Z',
  };
}

function costCenterItem(shortName: string, name: string) {
  return {
    Id: guidOf(`cost-center-item/${shortName}`),
    CostCenterId: guidOf('cost-center/afdeling'),
    Name: name,
    ShortName: shortName,
    IsActive: true,
    CreatedUtc: '2025-01-01T09:00:00Z',
  };
}
