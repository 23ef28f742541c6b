import type { Customer } from '@x/visma-eaccounting';
import type { SourceCustomer } from '../ports/customer-store.ts';
import type { ConnectorClient } from '../visma/client.ts';
import type { DocumentCustomer } from '../visma/invoice-plan.ts';
import { readWhole } from '../visma/whole-list.ts';
import { matchCustomers, type CustomerMatch, type OurCustomer } from './match-customers.ts';

/** A customer of Visma in the form that matching and documents need. */
export interface KnownCustomer extends DocumentCustomer {
  readonly id: string;
}

/**
 * Matches our customers with Visma's, reading Visma's list page by page: as many calls as pages, none per customer, and
 * it stops as soon as everybody was found. Only wanted customers, and those of the same name, are kept in memory. `links`
 * are all links there are; `others` are the customers of ours outside the selection that matching has to know.
 */
export async function matchWithVisma(
  client: ConnectorClient,
  ours: readonly SourceCustomer[],
  links: ReadonlyMap<string, string>,
  options: {
    readonly others: readonly OurCustomer[];
    readonly companyCountry: string;
    readonly pageSize: number;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<CustomerMatch<KnownCustomer>[]> {
  if (ours.length === 0) {
    return [];
  }
  const ids = new Set(ours.flatMap((each) => links.get(each.id) ?? []));
  const numbers = new Set(ours.filter((each) => !links.has(each.id)).map((each) => (each.number ?? '').trim()));
  numbers.delete('');
  const names = new Set(ours.map((each) => plain(each.name)));
  const needsAll = ours.some((each) => !links.has(each.id) && (each.number ?? '').trim() === '');
  // By id: a customer that slips to the next page while the list is read is seen twice.
  const found = new Map<string, KnownCustomer>();
  const missing = { ids: new Set(ids), numbers: new Set(numbers) };
  await readWhole(() => client.customers.list({ pageSize: options.pageSize }, { signal: options.signal }), {
    page: ({ items }) => {
      for (const each of items) {
        const number = (each.CustomerNumber ?? '').trim();
        if (ids.has(each.Id) || numbers.has(number) || names.has(plain(each.Name))) {
          found.set(each.Id, knownCustomer(each, options.companyCountry));
        }
        missing.ids.delete(each.Id);
        missing.numbers.delete(number);
      }
      return !needsAll && missing.ids.size + missing.numbers.size === 0 ? 'enough' : undefined;
    },
    restart: () => {
      found.clear();
      missing.ids = new Set(ids);
      missing.numbers = new Set(numbers);
    },
  });
  return matchCustomers(ours, found.values(), links, options.others);
}

/** A customer of Visma. Without a country it counts as domestic, as Visma has it. */
export function knownCustomer(customer: Customer, companyCountry: string): KnownCustomer {
  return {
    id: customer.Id,
    name: customer.Name,
    number: customer.CustomerNumber ?? '',
    countryCode: customer.InvoiceCountryCode ?? companyCountry,
    ...((customer.VatNumber ?? '') === '' ? {} : { vatNumber: customer.VatNumber ?? '' }),
    currencyCode: customer.CurrencyCode ?? '',
    isPrivatePerson: customer.IsPrivatePerson,
    isActive: customer.IsActive,
    forceBookkeepVat: customer.ForceBookkeepVat,
    reverseChargeOnConstructionServices: customer.ReverseChargeOnConstructionServices,
    termsOfPaymentId: customer.TermsOfPaymentId,
  };
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
