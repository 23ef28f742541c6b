import { proposeInvoices, type InvoiceProposal } from '@x/billing-core';
import { createVismaClient, staticToken, type Customer, type VismaClient } from '@x/visma-eaccounting';
import { createVismaOAuth } from '@x/visma-eaccounting/oauth';
import { createConnector } from '@x/timechimp-visma-connector';
import { createMemoryState } from '@x/timechimp-visma-connector/memory';
import { createScheduler } from '@x/timechimp-visma-connector/scheduler';

export const client: VismaClient = createVismaClient({ auth: staticToken('token') });

export async function names(): Promise<string[]> {
  const customers: Customer[] = await client.customers.list().toArray({ limit: 10 });
  return customers.map((customer) => customer.Name);
}

export const keyOf = (proposal: InvoiceProposal): string => proposal.key;
export const used = [proposeInvoices, createVismaOAuth, createConnector, createMemoryState, createScheduler];
