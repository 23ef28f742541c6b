import { createTimeChimpSource } from '@x/timechimp-visma-connector/timechimp';
import { createFakeTimeChimp, manualClock } from '@x/timechimp-visma-connector/timechimp/testing';
import { createFakeVisma } from '@x/visma-eaccounting/testing';
import { describe, expect, it } from 'vitest';
import { createConnector } from '../../src/connector.ts';
import { createMemoryState } from '../../src/memory/index.ts';
import { createSecretBox } from '../../src/secrets/secret-box.ts';
import { completeSettings, consent, tenantId } from '../support/connected-world.ts';
import { acme, keys } from './setup.ts';

describe('E, B8: the nightly import and one that a person starts, in two processes', () => {
  it('make each customer once', async () => {
    const clock = manualClock();
    const timechimp = createFakeTimeChimp({ data: { customers: [] }, clock });
    const visma = createFakeVisma({ clock });
    const state = createMemoryState();
    const { clientId, clientSecret } = visma.client;
    // Both have read the list of customers before either writes the first one, or one of them was refused.
    let release = (): void => undefined;
    const both = new Promise<void>((resolve) => { release = resolve; });
    const writers = new Set<number>();
    const process = (id: number) =>
      createConnector({
        state,
        source: createTimeChimpSource({
          accountId: acme, ...keys, clock, random: () => 0,
          fetch: async (input, init) => {
            if (init.method === 'POST') {
              writers.add(id);
              if (writers.size === 2) release();
              await both;
            }
            return timechimp.fetch(input, init);
          },
        }),
        visma: { clientId, clientSecret, redirectUri: 'http://localhost:44300/callback', fetch: visma.fetch },
        clock,
        secretBox: createSecretBox([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
      });
    const [night, person] = [process(1), process(2)];
    const { url } = await night.connect({ tenantId, sourceAccountId: acme });
    await night.completeConnect({ tenantId, callbackUrl: await consent(visma, url) });
    await night.saveSettings({ tenantId, settings: completeSettings(visma) });
    const runs = [night, person].map((each) => each.importCustomers({ tenantId }).finally(release));
    const reports = await Promise.allSettled(runs);
    const numbers = [...timechimp.books.customers.values()].map(({ relationId }) => String(relationId));
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    expect(reports).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'busy' } }]);
    // Its turn comes when the other one has ended.
    const later = await person.importCustomers({ tenantId, mode: 'full' });
    expect(later.customers.filter(({ outcome }) => outcome === 'created')).toEqual([]);
    expect(later.customers.length).toBeGreaterThan(20);
  });
});
