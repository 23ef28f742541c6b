import { NotFoundError, type Customer } from '@x/visma-eaccounting';
import { isGuid } from './activities.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { openSession, type Session } from './session.ts';

/** Says that a customer of the time-tracking side is that customer in Visma, whatever their numbers are. */
export interface LinkCustomerRequest {
  readonly tenantId: string;
  readonly customerId: string;
  /** Visma's GUID or customer number. Null takes the link away; numbers then count again. */
  readonly vismaCustomer: string | null;
  /** Finds the customer and changes nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** The link as it now is. */
export interface LinkedCustomer {
  readonly outcome: 'linked' | 'unlinked';
  readonly visma: { readonly id: string; readonly number: string; readonly name: string } | null;
}

/** Links a customer explicitly. A customer of Visma that is linked to another of ours is refused. */
export async function linkCustomer(context: ConnectorContext, request: LinkCustomerRequest): Promise<LinkedCustomer> {
  const session = await openSession(context, request.tenantId, { preview: request.preview });
  const { links } = context.parts.state;
  const [ours] = await context.parts.source.customers.get(session.scope.sourceAccountId, [request.customerId], request.signal);
  if (!ours) {
    throw new ConnectorError('items-unknown', `There is no customer ${request.customerId}.`, 'Choose a customer of this account.');
  }
  if (request.vismaCustomer === null) {
    if (request.preview !== true) {
      await links.unlinkCustomer(session.scope, ours.id);
    }
    return { outcome: 'unlinked', visma: null };
  }
  const theirs = await find(session, request.vismaCustomer.trim(), request.signal);
  if (!theirs) {
    throw new ConnectorError('items-unknown', `Visma has no customer ${request.vismaCustomer}.`, 'Choose a customer of the connected company.');
  }
  if (request.preview !== true) {
    const [answer] = await links.linkCustomers(session.scope, [{ sourceCustomerId: ours.id, vismaCustomerId: theirs.Id }]);
    if (answer === 'taken') {
      throw new ConnectorError('items-unknown', `${ours.name} or ${theirs.Name} is linked to another customer.`, 'Take that link away first.');
    }
  }
  return { outcome: 'linked', visma: { id: theirs.Id, number: theirs.CustomerNumber ?? '', name: theirs.Name } };
}

async function find(session: Session, wanted: string, signal: AbortSignal | undefined): Promise<Customer | undefined> {
  const { customers } = session.client;
  if (!isGuid(wanted)) {
    const page = await customers.list({ filter: `CustomerNumber eq '${wanted.replaceAll("'", "''")}'`, pageSize: 2 }, { signal });
    return page.items.find((each) => each.CustomerNumber === wanted);
  }
  try {
    return await customers.get(wanted, { signal });
  } catch (failure) {
    if (failure instanceof NotFoundError) {
      return undefined;
    }
    throw failure;
  }
}
