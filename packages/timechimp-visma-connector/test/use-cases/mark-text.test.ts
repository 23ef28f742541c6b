import { describe, expect, it } from 'vitest';
import { agency } from '../support/agency.ts';
import { accountId, createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

function worldWith(markText: string, reuse?: ConnectedWorld): ConnectedWorld {
  return createWorld({ ...(reuse ? { reuse } : {}), settings: (given) => ({ ...given, invoices: { markText, finish: 'final' } }) });
}

describe('A8: the text around the mark', () => {
  it.each(['{mark}2026', 'Specificatie {mark}NL', '{mark}-2', 'Regel\n{mark} {mark}A', 'Specificatie'])('%j, in which the mark is not found again, is refused', async (markText) => {
    await expect(worldWith(markText).connect()).rejects.toMatchObject({ problems: [{ at: 'invoices.markText', code: 'setting-invalid' }] });
  });

  it.each(['2026{mark}', 'Ref.{mark}nl', '{mark}-nl', 'TC-{mark}.', '{mark} {mark}'])('%j: what carries it is found after our store was lost', async (markText) => {
    const world = worldWith(markText);
    await world.connect();
    const select = { customerIds: ['501'], kinds: ['time' as const] };
    await world.connector.createInvoices({ tenantId, select });
    for (const item of agency.items ?? []) world.source.account(accountId).items.set(`${item.kind}:${item.id}`, item);
    const again = worldWith(markText, world.loseState());
    await again.connect();
    const { invoices } = await again.connector.createInvoices({ tenantId, select });
    expect(invoices).toMatchObject([{ outcome: 'exported', how: 'adopted' }]);
    expect(world.fake.books.invoices).toHaveLength(1);
  });
});
