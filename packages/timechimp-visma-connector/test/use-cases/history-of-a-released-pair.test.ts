import { describe, expect, it } from 'vitest';
import { accountId, completeSettings, consent, createWorld, tenantId } from '../support/connected-world.ts';

describe('A1: a tenant that gave its pair up', () => {
  it('sees nothing of what another tenant exports of that pair', async () => {
    const world = createWorld();
    await world.connect();
    await world.connector.disconnect({ tenantId, releasePair: true });
    const { url } = await world.connector.connect({ tenantId: 'second', sourceAccountId: accountId });
    await world.connector.completeConnect({ tenantId: 'second', callbackUrl: await consent(world.fake, url) });
    await world.connector.saveSettings({ tenantId: 'second', settings: completeSettings(world.fake) });
    const report = await world.connector.createInvoices({ tenantId: 'second', select: { refs: [{ kind: 'time', id: '1' }] } });
    expect(report.invoices.map(({ outcome }) => outcome)).toEqual(['exported']);
    await world.connector.ignoreItems({ tenantId: 'second', refs: [{ kind: 'time', id: '2' }], by: 'bob@second', note: 'private to second' });
    for (const id of ['1', '2']) {
      await expect(world.connector.itemHistory({ tenantId, item: { kind: 'time', id } })).rejects.toMatchObject({ code: 'not-connected' });
    }
    const own = await world.connector.itemHistory({ tenantId: 'second', item: { kind: 'time', id: '2' } });
    expect(own.note).toMatchObject({ note: 'private to second' });
  });

  it('sees its own history again once it has connected the pair anew', async () => {
    const world = createWorld();
    await world.connect();
    await world.connector.createInvoices({ tenantId, select: { refs: [{ kind: 'time', id: '1' }] } });
    await world.connector.disconnect({ tenantId, releasePair: true });
    await world.connect();
    expect((await world.connector.itemHistory({ tenantId, item: { kind: 'time', id: '1' } })).exports).toMatchObject([{ state: 'exported' }]);
  });
});
