import { describe, expect, it } from 'vitest';
import { createWorld, tenantId, type ConnectedWorld} from '../support/connected-world.ts';

/** The same world, whose answers show some amounts with the noise of binary arithmetic, as a JSON double can. */
function noisy(from: ConnectedWorld, change: (text: string, path: string) => string): ConnectedWorld {
  const fetch: typeof from.fake.fetch = async (input, init) => {
    const answer = await from.fake.fetch(input, init);
    const type = answer.headers.get('content-type') ?? '';
    if (!type.includes('json')) return answer;
    const path = new URL(input instanceof Request ? input.url : String(input)).pathname;
    return new Response(change(await answer.text(), path), { status: answer.status, headers: answer.headers });
  };
  return createWorld({ reuse: { ...from, fake: { ...from.fake, fetch } } });
}

describe('B3: amounts of Visma are JSON doubles', () => {
  it('a draft whose total shows noise below a millionth is no doubt for ever', async () => {
    const world = noisy(createWorld(), (text, path) => (path.includes('/customerinvoicedrafts') ? text.replace(/"TotalVatAmount":177\.75\b/g, '"TotalVatAmount":177.75000000000003') : text));
    await world.connect();
    const report = await world.connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
    for (let each = 0; each < 3; each += 1) {
      world.clock.advance(20 * 60_000);
      await world.connector.reconcile({ tenantId });
    }
    const { exports } = await world.connector.exportLog({ tenantId, kinds: ['invoice'] });
    expect([report.invoices[0]?.outcome, exports[0]?.state, exports[0]?.reason?.message]).toEqual(['exported', 'exported', undefined]);
  });

  it('what one invoice has left after a payment does not keep all payments from being read', async () => {
    const world = noisy(createWorld(), (text) => text.replace(/"RemainingAmountInvoiceCurrency":0\b(?!\.)/g, '"RemainingAmountInvoiceCurrency":1.4210854715202004e-14'));
    await world.connect();
    await world.connector.createInvoices({ tenantId, select: { customerIds: ['503'] }, finish: 'final' });
    world.fake.person.payInvoice(world.fake.books.invoices[0]?.Id ?? '');
    const report = await world.connector.paymentStatus({ tenantId });
    expect(report.items.map(({ payment }) => payment.status)).toEqual(['paid']);
  });
});
