import { NotFoundError, type Customer } from '@x/visma-eaccounting';
import type { DocumentDriver, DocumentRequest, FoundDocument } from '../export/driver.ts';
import type { ConnectorClient } from './client.ts';
import { openPayload, type CustomerPayload } from './payloads.ts';
import { searchFilter, valuesPerSearch, type FilterMemory } from './search.ts';
import { collect } from './whole-list.ts';

/**
 * Creates customers: `customers` (GET, POST). Visma keeps customer numbers unique, so the number is looked for first,
 * and one customer never becomes two.
 */
export function createCustomerDriver(client: ConnectorClient, memory: FilterMemory): DocumentDriver {
  return {
    kind: 'customer',
    lookAgainAfterWrite: false,
    async lookUp(requests, _purpose, { signal }) {
      const numbers = [...new Set(requests.map((request) => numberOf(payloadOf(request))))];
      const customers: Customer[] = [];
      for (let start = 0; start < numbers.length; start += valuesPerSearch) {
        const filter = numbers
          .slice(start, start + valuesPerSearch)
          .map((number) => `CustomerNumber eq '${number.replaceAll("'", "''")}'`)
          .join(' or ');
        customers.push(
          ...(await searchFilter(
            memory,
            'customers.CustomerNumber',
            filter,
            (text) => collect(() => client.customers.list({ pageSize: 1000, filter: text }, { signal })),
            () => collect(() => client.customers.list({ pageSize: 1000 }, { signal })),
          )),
        );
      }
      const found = new Map<string, FoundDocument[]>();
      for (const request of requests) {
        const payload = payloadOf(request);
        const hit = customers.find((each) => each.CustomerNumber === numberOf(payload));
        if (hit) {
          found.set(request.key, [customerDocument(payload, hit)]);
        }
      }
      return found;
    },
    async read(request, { signal }) {
      const { customerId } = request.documents;
      if (customerId === undefined) {
        return null;
      }
      try {
        return customerDocument(payloadOf(request), await client.customers.get(customerId, { signal }));
      } catch (error) {
        if (error instanceof NotFoundError) {
          return null;
        }
        throw error;
      }
    },
    /** A customer is never deleted by us; one that a person deleted is gone. */
    async voidFinal({ customerId }, { signal }) {
      const isThere = customerId !== undefined && (await hasCustomer(client, customerId, signal));
      return isThere ? { outcome: 'refused', message: 'Visma still has this customer.' } : { outcome: 'voided' };
    },
    async write(request, { signal, startBefore }) {
      const payload = payloadOf(request);
      const customer = await client.customers.create(payload.body, { signal, startBefore });
      return { ...customerDocument(payload, customer) };
    },
  };
}

/** Whether Visma has the customer: `GET /customers/{customerId}`. */
export async function hasCustomer(client: ConnectorClient, customerId: string, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await client.customers.get(customerId, { signal });
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return false;
    }
    throw error;
  }
}

function payloadOf(request: DocumentRequest): CustomerPayload {
  return openPayload('customer', request.payload);
}

function numberOf(payload: CustomerPayload): string {
  return payload.body.CustomerNumber ?? '';
}

/** A customer with our number and another name is someone else: the number was given out on both sides. */
function customerDocument({ body }: CustomerPayload, customer: Customer): FoundDocument {
  const sameName = plain(customer.Name) === plain(body.Name);
  return {
    stage: 'final',
    documents: { customerId: customer.Id },
    mark: null,
    evidence: 'natural-key',
    differences: sameName ? [] : [{ field: 'Name', expected: body.Name, actual: customer.Name }],
  };
}

function plain(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
