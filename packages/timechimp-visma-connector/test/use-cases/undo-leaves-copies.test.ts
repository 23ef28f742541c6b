import { describe, expect, it } from 'vitest';
import { createWorld, tenantId, type ConnectedWorld } from '../support/connected-world.ts';

type Draft = ReturnType<ConnectedWorld['fake']['person']['copyDraft']>;
type Edit = Parameters<ConnectedWorld['fake']['person']['editDraft']>[1];

const by = { by: 'sanne', note: 'test' };

/** Our draft was copied by a bookkeeper, changed by `edit`, and taken back by us; `again` exports its hours once more. */
async function copied(edit: (copy: Draft, customerId: string) => Edit) {
  const world = createWorld();
  await world.connect();
  const { fake, connector } = world;
  const again = () => connector.createInvoices({ tenantId, select: { customerIds: ['501'], kinds: ['time'] } });
  const { invoices: [first] } = await again();
  const keys = [first?.key ?? ''];
  const other = fake.books.customers.find(({ CustomerNumber }) => CustomerNumber === '1006')?.Id ?? '';
  const copy = fake.person.copyDraft(first?.documents.draftId ?? '');
  fake.person.editDraft(copy.Id, edit(copy, other));
  const undo = () => connector.undo({ tenantId, keys, ...by });
  expect(await undo()).toMatchObject({ outcomes: [{ outcome: 'undone' }] });
  return { world, copy, again, undo, key: keys[0] ?? '' };
}

function otherRows({ Rows }: Draft): Draft['Rows'] {
  return Rows.map((row) => (row.UnitPrice ? { ...row, UnitPrice: 500 } : row));
}

function draftIds({ fake }: ConnectedWorld): readonly string[] {
  return fake.books.drafts.map(({ Id }) => Id);
}

describe('A8, A12: a document that carries a copied mark and differs is not ours to take back', () => {
  it('a draft for another customer stays', async () => {
    const { world, copy, again, undo } = await copied((draft, CustomerId) => ({ CustomerId, Rows: otherRows(draft) }));
    const { invoices } = await again();
    expect(invoices).toMatchObject([{ outcome: 'held', documents: {}, reason: { code: 'found-different', details: { documents: { draftId: copy.Id } } } }]);
    expect(invoices[0]?.differences.map(({ field }) => field)).toContain('CustomerId');
    expect(await undo()).toMatchObject({ outcomes: [{ outcome: 'skipped', reason: { code: 'cannot-undo' } }] });
    expect(draftIds(world)).toEqual([copy.Id]);
  });

  it('so does one for the same customer with other rows', async () => {
    const { world, copy, again, undo } = await copied((draft) => ({ Rows: otherRows(draft) }));
    expect((await again()).invoices).toMatchObject([{ outcome: 'held', documents: {} }]);
    await undo();
    expect(draftIds(world)).toEqual([copy.Id]);
  });

  it('an invoice that was made of such a copy is not voided', async () => {
    const { world, copy, again, undo } = await copied((_draft, CustomerId) => ({ CustomerId }));
    const { fake } = world;
    const invoice = fake.person.convertDraft(copy.Id);
    expect((await again()).invoices).toMatchObject([{ outcome: 'held', documents: {} }]);
    await undo();
    // Voiding makes a credit invoice.
    expect(fake.books.invoices.map((each) => [each.Id, each['RemainingAmount']])).toEqual([[invoice.Id, invoice['RemainingAmount']]]);
  });

  it('once the mark is out of the copy, a recheck and a second look-up free the hours', async () => {
    const { world, copy, again, key } = await copied((_draft, CustomerId) => ({ CustomerId }));
    await again();
    world.fake.person.editDraft(copy.Id, { Rows: copy.Rows.filter(({ UnitPrice }) => Boolean(UnitPrice)) });
    await world.connector.settle({ tenantId, key, as: 'recheck', ...by });
    world.clock.advance(20 * 60_000);
    await world.connector.reconcile({ tenantId });
    expect((await again()).invoices).toMatchObject([{ outcome: 'exported', how: 'written' }]);
    expect(draftIds(world)).toHaveLength(2);
  });
});
