import type { CompanyState } from '../state/company.ts';
import type { CustomerRecord } from '../state/master-data-records.ts';
import { type World, utcNow } from '../state/world.ts';
import { textIn, textOf } from '../wire/fields.ts';
import { ApiRefusal, type FieldError, errorCodes, invalid } from '../wire/refusal.ts';
import type { WireObject } from '../wire/json.ts';

/** Makes a customer from a checked body, or the full replacement of `existing`: what the body omits is blanked. */
export function buildCustomer(world: World, company: CompanyState, body: WireObject, existing?: CustomerRecord): CustomerRecord {
  const problems = checkCustomer(world, company, body);
  if (problems.length > 0) throw invalid(problems);
  const number = textIn(body, 'CustomerNumber') ?? existing?.CustomerNumber ?? nextNumber(company);
  const taken = company.customers.find((other) => other.CustomerNumber === number && other.Id !== existing?.Id);
  if (taken) {
    throw new ApiRefusal(world.options.conflictStatus, errorCodes.conflict, `ConflictException - A customer with CustomerNumber ${number} already exists.`);
  }
  return {
    ...body,
    Iban: body['Iban'] ?? existing?.['Iban'] ?? null,
    IsDirectDebitEnabled: body['IsDirectDebitEnabled'] ?? existing?.['IsDirectDebitEnabled'] ?? null,
    LastInvoiceDate: existing?.['LastInvoiceDate'] ?? null,
    Id: existing?.Id ?? world.ids.guid('customer'),
    CustomerNumber: number,
    Name: textOf(body, 'Name'),
    CurrencyCode: textIn(body, 'CurrencyCode') ?? company.settings.CurrencyCode,
    InvoiceCountryCode: textIn(body, 'InvoiceCountryCode') ?? null,
    VatNumber: textIn(body, 'VatNumber') ?? null,
    TermsOfPaymentId: textOf(body, 'TermsOfPaymentId'),
    IsPrivatePerson: body['IsPrivatePerson'] === true,
    IsActive: body['IsActive'] === true,
    ForceBookkeepVat: body['ForceBookkeepVat'] === true,
    ReverseChargeOnConstructionServices: body['ReverseChargeOnConstructionServices'] === true,
    IsFutureInvoiceDateAllowed: true,
    ChangedUtc: utcNow(world),
  };
}

function nextNumber(company: CompanyState): string {
  const taken = new Set(company.customers.all().map(({ CustomerNumber }) => CustomerNumber));
  let next = company.settings.NextCustomerNumber;
  while (taken.has(String(next))) next += 1;
  company.settings.NextCustomerNumber = next + 1;
  return String(next);
}

function checkCustomer(world: World, company: CompanyState, body: WireObject): FieldError[] {
  const problems: FieldError[] = [];
  const say = (field: string, message: string): void => {
    problems.push({ field, message });
  };
  if (!company.terms.get(textOf(body, 'TermsOfPaymentId'))) say('TermsOfPaymentId', 'The terms of payment do not exist.');
  const currency = textIn(body, 'CurrencyCode');
  if (currency && !company.currencies.find(({ Code }) => Code === currency)) say('CurrencyCode', `The currency ${currency} does not exist.`);
  const country = textIn(body, 'InvoiceCountryCode');
  const known = company.countries.find(({ Code }) => Code === country);
  if (country && !known) say('InvoiceCountryCode', `The country ${country} does not exist.`);
  if (body['ForceBookkeepVat'] === true && (known?.IsEuMember ?? true)) {
    say('ForceBookkeepVat', 'ForceBookkeepVat can only be used for customers outside the EU');
  }
  problems.push(...checkVatNumber(world, body, country), ...checkCopies(body));
  return problems;
}

function checkVatNumber(world: World, body: WireObject, country: string | undefined): FieldError[] {
  const number = textIn(body, 'VatNumber');
  if (!number) {
    return body['ReverseChargeOnConstructionServices'] === true
      ? [
          {
            field: 'VatNumber',
            message: 'VatNumber can not be null or empty when using ReverseChargeOnConstructionServices',
          },
        ]
      : [];
  }
  if (!country) return [{ field: 'InvoiceCountryCode', message: 'is required when VatNumber is given' }];
  const prefix = country === 'GR' ? 'EL' : country;
  if (!number.toUpperCase().startsWith(prefix)) {
    return [{ field: 'VatNumber', message: `The VAT number must start with the country code ${prefix}` }];
  }
  return world.options.vies(number) ? [] : [{ field: 'VatNumber', message: 'The VAT number is not valid according to VIES.' }];
}

function checkCopies(body: WireObject): FieldError[] {
  const copies = body['EmailAddresses'];
  if (!Array.isArray(copies) || copies.length === 0) return [];
  if (copies.length > 5) return [{ field: 'EmailAddresses', message: 'can hold at most 5 addresses' }];
  return textIn(body, 'EmailAddress') ? [] : [{ field: 'EmailAddress', message: 'is required when EmailAddresses are given' }];
}

/** True when something was ever made for this customer: such a customer cannot be deleted. */
export function hasTransactions(company: CompanyState, id: string): boolean {
  const isOfCustomer = ({ CustomerId }: { CustomerId: string }): boolean => CustomerId === id;
  return [company.drafts, company.invoices, company.ledgerItems].some((table) => table.find(isOfCustomer) !== undefined);
}
