import { describe, expect, it } from 'vitest';
import { acme, hours, setup, type Setup } from './setup.ts';

async function allHours({ source }: Setup, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await source.work.page(acme, { kinds: ['time'], limit, after });
    ids.push(...page.items.map(({ ref }) => ref.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const data = (count: number) => ({ customers: [{ id: 1, name: 'A' }], times: hours(count) });

describe('lists longer than the default page of 100 rows', () => {
  it.each([100, 101, 250, 2000])('%d entries are all read', async (count) => {
    const ids = await allHours(setup({ data: data(count) }), 1000);
    expect(ids).toEqual(hours(count).map(({ id }) => String(id)));
  });

  it('are all read when TimeChimp gives fewer rows than asked for', async () => {
    const ids = await allHours(setup({ data: data(330), behaviour: { maxTop: 100 } }), 1000);
    expect(ids).toHaveLength(330);
  });

  it('are all read when TimeChimp tells no count', async () => {
    const ids = await allHours(setup({ data: data(330), behaviour: { maxTop: 100, tellsCount: false } }), 1000);
    expect(ids).toHaveLength(330);
  });

  it.each([100, 200, 330])('are all read when the count is only that of the answer: %d entries', async (count) => {
    const ids = await allHours(setup({ data: data(count), behaviour: { maxTop: 100, countMeans: 'answer' } }), 1000);
    expect(ids).toHaveLength(count);
  });

  it('are all looked up by id: 1000 in 10 requests', async () => {
    const { fake, source } = setup({ data: data(1000) });
    const refs = hours(1000).map(({ id }) => ({ kind: 'time' as const, id: String(id) }));
    expect(await source.work.read(acme, refs)).toHaveLength(1000);
    expect(fake.requests).toHaveLength(10);
  });

  it('cost one request per page', async () => {
    const world = setup({ data: data(3000) });
    await allHours(world, 1000);
    expect(world.fake.requests).toHaveLength(3);
  });
});

describe('a list that people change while it is read', () => {
  it('loses no entry when others are deleted, and shows none twice when others are added', async () => {
    const world = setup({ data: data(250) });
    let step = 0;
    world.fake.onRequest = () => {
      step += 1;
      if (step === 2) for (const { id } of hours(60)) world.fake.person.remove('times', id);
      if (step === 4) world.fake.person.addTime({ id: 5, date: '2026-03-10', hours: 1, customerId: 1 });
    };
    const ids = await allHours(world, 100);
    expect(ids).toEqual(hours(250).map(({ id }) => String(id)));
  });

  it('loses no entry when others leave the filter because they are marked meanwhile', async () => {
    const world = setup({ data: data(250) });
    let step = 0;
    world.fake.onRequest = () => {
      step += 1;
      if (step === 2) for (const { id } of hours(80)) world.fake.person.setInvoiced('times', id);
    };
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await world.source.work.page(acme, { kinds: ['time'], statuses: ['Open'], limit: 100, after });
      seen.push(...page.items.map(({ ref }) => ref.id));
      after = page.next;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(hours(170, 1080).every(({ id }) => seen.includes(String(id)))).toBe(true);
  });

  it('refuses a list that is not in the order that was asked for', async () => {
    const world = setup({ data: { customers: [{ id: 2, name: 'B' }, { id: 1, name: 'A' }] }, behaviour: { honoursOrder: false } });
    await expect(world.source.customers.page(acme, { limit: 10 })).rejects.toMatchObject({ code: 'api-drift' });
  });
});

describe('pages', () => {
  it('take a limit from 1 to 1000', async () => {
    const { source } = setup();
    for (const limit of [0, 1001, 1.5]) {
      await expect(source.customers.page(acme, { limit })).rejects.toBeInstanceOf(RangeError);
      await expect(source.work.page(acme, { kinds: ['time'], limit })).rejects.toBeInstanceOf(RangeError);
      await expect(source.invoices.page(acme, { limit })).rejects.toBeInstanceOf(RangeError);
    }
  });

  it('go on only from the `next` of a page', async () => {
    const { source } = setup();
    await expect(source.customers.page(acme, { limit: 10, after: '7' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(source.work.page(acme, { kinds: ['time'], limit: 10, after: 'term:start' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('hold items by kind and id, over all kinds', async () => {
    const { source } = setup();
    const refs: string[] = [];
    let after: string | undefined;
    do {
      const page = await source.work.page(acme, { kinds: ['time', 'mileage', 'term', 'expense'], limit: 2, after });
      refs.push(...page.items.map(({ ref }) => `${ref.kind}:${ref.id}`));
      after = page.next;
    } while (after !== undefined);
    expect(refs).toEqual(['expense:201', 'mileage:301', 'time:101', 'time:102', 'time:103']);
  });
});

describe('another account', () => {
  it('is unknown in every store, and TimeChimp is not asked', async () => {
    const { fake, source } = setup();
    const limit = 10;
    expect(await source.customers.page('other', { limit })).toEqual({ items: [] });
    expect(await source.customers.get('other', ['1'])).toEqual([]);
    expect(await source.customers.findByNumber('other', '000101')).toEqual([]);
    expect(await source.customers.upsert('other', [{ fields: { name: 'X' } }])).toEqual([{ outcome: 'missing' }]);
    expect(await source.customers.setNumber('other', '1', '7', null)).toBe('missing');
    expect(await source.activities.page('other', { limit })).toEqual({ items: [] });
    expect(await source.activities.get('other', ['11'])).toEqual([]);
    expect(await source.activities.setArticle('other', '11', null, null)).toBe('missing');
    expect(await source.work.page('other', { kinds: ['time'], limit })).toEqual({ items: [] });
    expect(await source.work.read('other', [{ kind: 'time', id: '101' }])).toEqual([]);
    expect(await source.work.projects('other', { limit })).toEqual({ items: [] });
    expect(await source.work.users('other', { limit })).toEqual({ items: [] });
    expect(await source.invoices.page('other', { limit })).toEqual({ items: [] });
    expect(await source.invoices.get('other', ['401'])).toEqual([]);
    expect(fake.requests).toEqual([]);
  });
});
