import { describe, expect, it, vi } from 'vitest';
import { ApiDriftError, InvalidInputError, NotFoundError, OutcomeUnknownError } from '../../src/index.ts';
import { html, json, refusal, rejection, scripted, type SentRequest, type Step } from './scripted.ts';

const row = (n: number): { Id: string } => ({ Id: `row-${n}` });
const page = (at: number, total: number, Data: readonly unknown[], extra: object = {}): Response =>
  json({ Meta: { CurrentPage: at, PageSize: Data.length, TotalNumberOfPages: total, TotalNumberOfResults: 0, ServerTimeUtc: '2026-03-31T12:00:00Z', ...extra }, Data });
const asked = ({ url }: SentRequest): number => Number(url.searchParams.get('$page'));
const three: Step = (request) => page(asked(request), 3, [row(asked(request) * 2), row(asked(request) * 2 + 1)]);
const ids = async (items: AsyncIterable<{ Id: string }>): Promise<string[]> => {
  const found: string[] = [];
  for await (const { Id } of items) found.push(Id);
  return found;
};

describe('a list', () => {
  it('sends nothing until it is used', async () => {
    const script = scripted([three]);
    const list = script.client.customers.list();
    await new Promise((resolve) => { setTimeout(resolve, 1); });
    expect(script.sent).toHaveLength(0);
    expect((await list).items).toHaveLength(2);
  });

  it('awaited is its first page, requested once', async () => {
    const script = scripted([three]);
    const list = script.client.customers.list();
    const [first, again] = await Promise.all([list, list]);
    expect(first).toBe(again);
    expect(first.items.map(({ Id }) => Id)).toEqual(['row-2', 'row-3']);
    expect(first.meta).toMatchObject({ CurrentPage: 1, TotalNumberOfPages: 3 });
    expect(first.hasNextPage()).toBe(true);
    const last = await (await first.getNextPage()).getNextPage();
    expect(last.hasNextPage()).toBe(false);
    expect(script.sent.map(asked)).toEqual([1, 2, 3]);
  });

  it('iterated gives the items of all pages, each page requested once', async () => {
    const script = scripted([three]);
    expect(await ids(script.client.customers.list())).toEqual(['row-2', 'row-3', 'row-4', 'row-5', 'row-6', 'row-7']);
    expect(script.sent.map(asked)).toEqual([1, 2, 3]);
  });

  it('gives pages too', async () => {
    const sizes: number[] = [];
    for await (const { items } of scripted([three]).client.customers.list().pages()) sizes.push(items.length);
    expect(sizes).toEqual([2, 2, 2]);
  });

  it('gives an array of at most so many items', async () => {
    const script = scripted([three]);
    expect(await script.client.customers.list().toArray({ limit: 3 })).toHaveLength(3);
    expect(await script.client.customers.list().toArray({ limit: 100 })).toHaveLength(6);
    expect(await script.client.customers.list().toArray({ limit: 0 })).toEqual([]);
  });

  it('fetches the next page while the items of this one are worked on', async () => {
    const script = scripted([three]);
    for await (const { Id } of script.client.customers.list()) {
      if (Id === 'row-2') await vi.waitFor(() => { expect(script.sent).toHaveLength(2); });
    }
    expect(script.sent).toHaveLength(3);
  });

  it('begins at the page that was asked for', async () => {
    expect(await ids(scripted([three]).client.customers.list({ page: 3 }))).toEqual(['row-6', 'row-7']);
  });

  it('can be left early', async () => {
    const script = scripted([three]);
    for await (const { Id } of script.client.customers.list()) if (Id === 'row-2') break;
    expect(script.sent.length).toBeLessThanOrEqual(2);
  });
});

describe('an iteration that is left', () => {
  const endless: Step = (request) =>
    asked(request) === 1 ? page(1, 9, [row(1), row(2)]) : new Promise<Response>((_, reject) => {
      request.signal?.addEventListener('abort', () => { reject(request.signal?.reason as Error); });
    });
  const leave = {
    'by items': async (list: AsyncIterable<unknown>) => { for await (const one of list) if (one) break; },
    'by an error of the loop': async (list: AsyncIterable<unknown>) => {
      expect(await rejection((async () => { for await (const one of list) throw new Error(typeof one); })())).toBeInstanceOf(Error);
    },
  };

  it.each(Object.entries(leave))('aborts the page that is fetched ahead: %s', async (_, run) => {
    const script = scripted([endless]);
    await run(script.client.customers.list());
    await vi.waitFor(() => { expect(script.sent[1]?.signal?.aborted).toBe(true); });
    expect(script.sent).toHaveLength(2);
  });

  it('aborts the page that is fetched ahead: by pages', async () => {
    const script = scripted([endless]);
    for await (const { items } of script.client.customers.list().pages()) if (items.length > 0) break;
    await vi.waitFor(() => { expect(script.sent[1]?.signal?.aborted).toBe(true); });
  });

  it('aborts the page that is fetched ahead: by the limit of toArray', async () => {
    const script = scripted([endless]);
    expect(await script.client.customers.list().toArray({ limit: 1 })).toEqual([row(1)]);
    await vi.waitFor(() => { expect(script.sent[1]?.signal?.aborted).toBe(true); });
  });

  it('leaves the pages that were asked for by hand alone', async () => {
    const script = scripted([three]);
    const first = await script.client.customers.list();
    const second = await first.getNextPage();
    expect(second.items).toHaveLength(2);
    expect(script.sent.every(({ signal }) => signal?.aborted === false)).toBe(true);
  });

  it('still ends with the signal of the caller, also on later pages', async () => {
    const controller = new AbortController();
    const script = scripted([endless]);
    const run = async (): Promise<void> => {
      for await (const { Id } of script.client.customers.list({}, { signal: controller.signal })) if (Id === 'row-2') setTimeout(() => { controller.abort(); }, 1);
    };
    expect(await rejection(run())).toMatchObject({ code: 'aborted' });
  });
});

describe('odd pages', () => {
  it('an empty page does not end the list', async () => {
    const script = scripted([(request) => page(asked(request), 4, asked(request) === 4 ? [row(4)] : [])]);
    expect(await ids(script.client.customers.list())).toEqual(['row-4']);
  });

  it('no pages at all are an empty list', async () => {
    expect(await ids(scripted([page(1, 0, [])]).client.customers.list())).toEqual([]);
  });

  it('rows that shifted onto the next page are not given twice', async () => {
    const data = [[1, 2, 3], [3, 4, 5], [6]];
    const script = scripted([(request) => page(asked(request), 3, (data[asked(request) - 1] ?? []).map(row))]);
    expect(await ids(script.client.customers.list())).toEqual([1, 2, 3, 4, 5, 6].map((n) => `row-${n}`));
  });

  it('equal rows without ids are dropped as well', async () => {
    const codes = [['EUR', 'USD'], ['USD', 'SEK']];
    const script = scripted([(request) => page(asked(request), 2, (codes[asked(request) - 1] ?? []).map((Code) => ({ Code })))]);
    expect((await script.client.currencies.list().toArray({ limit: 9 })).map(({ Code }) => Code)).toEqual(['EUR', 'USD', 'SEK']);
  });

  it.each([
    ['the same page for ever', (request: SentRequest) => page(asked(request), 1_000_000, [row(1), row(2)])],
    ['ever more empty pages', (request: SentRequest) => page(asked(request), asked(request) + 1, [])],
    ['ever more pages with the same row', (request: SentRequest) => page(asked(request), asked(request) + 1, [row(1)])],
    ['always page 1', () => page(1, 5, [row(1)])],
  ])('%s are drift, not a hang', async (_, step) => {
    const script = scripted([step]);
    expect(await rejection(ids(script.client.customers.list()))).toBeInstanceOf(ApiDriftError);
    expect(script.sent.length).toBeLessThan(10);
  });

  it('pages() and toArray() do not hang either', async () => {
    const same: Step = (request) => page(asked(request), 1_000_000, [row(1)]);
    const drain = async (): Promise<void> => {
      for await (const one of scripted([same]).client.customers.list().pages()) expect(one.items).toHaveLength(1);
    };
    expect(await rejection(drain())).toBeInstanceOf(ApiDriftError);
    expect(await rejection(scripted([same]).client.customers.list().toArray({ limit: 5 }))).toBeInstanceOf(ApiDriftError);
  });

  it.each([
    ['no Meta', { Data: [] }],
    ['no Data', { Meta: { CurrentPage: 1, TotalNumberOfPages: 1 } }],
    ['Data that is no list', { Meta: { CurrentPage: 1, TotalNumberOfPages: 1 }, Data: {} }],
    ['a page number of another type', { Meta: { CurrentPage: '1', TotalNumberOfPages: 1 }, Data: [] }],
    ['a row that is no record', { Meta: { CurrentPage: 1, TotalNumberOfPages: 1 }, Data: [7] }],
    ['a row without an id', { Meta: { CurrentPage: 1, TotalNumberOfPages: 1 }, Data: [{ Name: 'x' }] }],
    ['a bare list', []],
    ['nothing', null],
  ])('an answer with %s is drift', async (_, body) => {
    expect(await rejection(scripted([json(body)]).client.customers.list())).toBeInstanceOf(ApiDriftError);
  });

  it('the envelope is checked even when answers are not', async () => {
    expect(await rejection(scripted([json({ Data: [] })], { answers: 'off' }).client.customers.list())).toBeInstanceOf(ApiDriftError);
    expect((await scripted([page(1, 1, [7])], { answers: 'off' }).client.customers.list()).items).toEqual([7]);
  });

  it('a failure on a later page is thrown where the iteration gets there', async () => {
    const script = scripted([(request) => (asked(request) === 1 ? page(1, 2, [row(1)]) : refusal(404, 3000))]);
    const seen: string[] = [];
    const run = async (): Promise<void> => {
      for await (const { Id } of script.client.customers.list()) {
        await new Promise((resolve) => { setTimeout(resolve, 5); });
        seen.push(Id);
      }
    };
    expect(await rejection(run())).toBeInstanceOf(NotFoundError);
    expect(seen).toEqual(['row-1']);
  });

  it('a page is repeated like any read', async () => {
    const script = scripted([html(503), page(1, 1, [row(1)])]);
    expect(await ids(script.client.customers.list())).toEqual(['row-1']);
  });
});

describe('parameters', () => {
  it('become OData options, encoded', async () => {
    const script = scripted([page(2, 2, [{ Id: 'a', Name: 'x' }])]);
    const [first] = await script.client.articles.list({ filter: "Name eq 'A & B'", orderBy: ['Name desc', 'Number'], select: ['Id', 'Name'], page: 2, pageSize: 1000, showPricesWithTwoDecimals: true }).toArray({ limit: 1 });
    expect(first?.Name).toBe('x');
    expect(script.sent[0]?.url.search).toBe("?showPricesWithTwoDecimals=true&$filter=Name%20eq%20%27A%20%26%20B%27&$orderby=Name%20desc%2CNumber&$select=Id%2CName&$page=2&$pagesize=1000");
  });

  it('have a page size of 200 unless said otherwise', async () => {
    const script = scripted([page(1, 1, [])]);
    await script.client.customers.list();
    expect(script.sent[0]?.url.search).toBe('?$page=1&$pagesize=200');
  });

  it('have the order that the client was given for this list, unless they name one', async () => {
    const script = scripted([three], { defaultOrderBy: { 'GET /customers': 'CustomerNumber' } });
    expect(await ids(script.client.customers.list())).toHaveLength(6);
    await script.client.customers.list({ orderBy: 'Name desc' });
    await script.client.articles.list();
    expect(script.sent.map(({ url }) => url.searchParams.get('$orderby'))).toEqual(['CustomerNumber', 'CustomerNumber', 'CustomerNumber', 'Name desc', null]);
  });

  it.each([{ page: 0 }, { page: 1.5 }, { pageSize: 0 }, { pageSize: 1001 }, { page: NaN }])('refuse %s', async (params) => {
    const script = scripted([page(1, 1, [])]);
    const error = await rejection(script.client.customers.list(params));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({ fields: [{ path: Object.keys(params)[0] }] });
    expect(script.sent).toHaveLength(0);
  });

  it('selected records need no id', async () => {
    const script = scripted([page(1, 1, [{ Name: 'x' }])]);
    expect((await script.client.customers.list({ select: ['Name'] })).items).toEqual([{ Name: 'x' }]);
  });
});

it('an unreadable answer to a write is never a page', async () => {
  const script = scripted([page(1, 1, [])]);
  expect(await rejection(script.client.units.list().then(() => script.client.customerInvoiceDrafts.convert('id')))).toBeInstanceOf(OutcomeUnknownError);
});
