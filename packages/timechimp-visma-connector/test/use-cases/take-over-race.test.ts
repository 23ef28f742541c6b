import { describe, expect, it } from 'vitest';
import { createWorld, tenantId } from '../support/connected-world.ts';

describe('A2: takeOver of hours that an export takes up at the same moment', () => {
  it('does not answer done: the hours are on our invoice', async () => {
    const world = createWorld();
    await world.connect();
    const { connector, source } = world;
    const ref = { kind: 'time' as const, id: '1' };
    const { work } = source;
    const setStatus = work.setStatus.bind(work);
    let first: (() => Promise<unknown>) | undefined;
    work.setStatus = async (account, change) => {
      if (first === undefined) {
        // takeOver has looked for exports and has read the status. An export claims, reads and writes before it goes on.
        let answer: ReturnType<typeof setStatus> | undefined;
        first = () => (answer ??= setStatus(account, change));
        await connector.createInvoices({ tenantId, select: { refs: [ref] } });
        return answer ?? setStatus(account, change);
      }
      await first();
      return setStatus(account, change);
    };
    const results = await connector.takeOver({ tenantId, refs: [ref], by: 'anna', note: 'invoiced before' });
    expect(world.fake.books.drafts).toHaveLength(1);
    expect(results).toMatchObject([{ outcome: 'refused' }]);
  });
});
