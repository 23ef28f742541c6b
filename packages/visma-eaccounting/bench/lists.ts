import { Client, collectPaginatedAPI, iteratePaginatedAPI } from '@notionhq/client';
import createOpenapiFetch from 'openapi-fetch';
import { createVismaClient, staticToken, type VismaClientOptions } from '../src/index.ts';
import { answer, pageBodies, pageCount, perPage } from './fixtures.ts';
import { bestTimes, type Contender } from './measure.ts';

function counted(name: string, run: () => Promise<number>): Contender {
  return async () => {
    const items = await run();
    if (items !== pageCount * perPage) throw new Error(`${name} saw ${items} items.`);
  };
}

async function countAll(items: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const item of items) if (item !== undefined) count++;
  return count;
}

/** `for await` over 100 pages of 100 customers: the share of the speed of bare `fetch` and `JSON.parse`. */
export async function benchLists(): Promise<string[]> {
  const bodies = pageBodies();
  const stub: typeof fetch = (input) => {
    const page = Number(new URL(input as string).searchParams.get('$page'));
    return Promise.resolve(answer(bodies.visma[page - 1] ?? ''));
  };
  const client = (answers: NonNullable<VismaClientOptions['answers']>) =>
    createVismaClient({ auth: staticToken('token'), fetch: stub, rateLimiter: false, answers });
  const [off, lenient] = [client('off'), client('lenient')];
  const openapi = createOpenapiFetch<Record<string, never>>({ baseUrl: 'https://example.org/v2', fetch: (request) => stub(request.url) });
  const notionFetch = (_url: unknown, init?: { readonly body?: unknown }) => {
    const { start_cursor = '0' } = JSON.parse((init?.body as string | undefined) ?? '{}') as { readonly start_cursor?: string };
    return Promise.resolve(answer(bodies.notion[Number(start_cursor)] ?? ''));
  };
  const notion = new Client({ auth: 'token', fetch: notionFetch as never });
  const query = (args: object) => notion.search(args);
  if ((await collectPaginatedAPI(query as never, {} as never)).length !== pageCount * perPage) throw new Error('The fixture is not read.');
  const bare = async (): Promise<number> => {
    let count = 0;
    for (let page = 1; page <= pageCount; page++) {
      const response = await stub(`https://example.org/v2/customers?$page=${page}`);
      const { Data } = JSON.parse(await response.text()) as { readonly Data: readonly unknown[] };
      for (const item of Data) if (item !== undefined) count++;
    }
    return count;
  };
  const viaOpenapi = async (): Promise<number> => {
    let count = 0;
    for (let page = 1; page <= pageCount; page++) {
      const { data } = await openapi.request('get', '/customers' as never, { params: { query: { $page: page } } } as never);
      for (const item of (data as unknown as { readonly Data: readonly unknown[] }).Data) if (item !== undefined) count++;
    }
    return count;
  };
  const names = {
    bare: 'bare fetch and JSON.parse',
    off: 'this client, not validated',
    lenient: 'this client, validated',
    pages: 'this client, validated, by pages',
    openapi: 'openapi-fetch, pages by hand',
    notion: '@notionhq/client',
  };
  const byPages = async (): Promise<number> => {
    let count = 0;
    for await (const page of lenient.customers.list().pages()) for (const item of page.items) if (item.Id) count++;
    return count;
  };
  const times = await bestTimes(
    {
      [names.bare]: counted(names.bare, bare),
      [names.off]: counted(names.off, () => countAll(off.customers.list({ pageSize: perPage }))),
      [names.lenient]: counted(names.lenient, () => countAll(lenient.customers.list({ pageSize: perPage }))),
      [names.pages]: counted(names.pages, byPages),
      [names.openapi]: counted(names.openapi, viaOpenapi),
      [names.notion]: counted(names.notion, () => countAll(iteratePaginatedAPI(query as never, {} as never))),
    },
    25,
  );
  const floor = times[names.bare] ?? NaN;
  return Object.entries(times).map(([name, time]) => `${name.padEnd(34)} ${(floor / time).toFixed(2)} of the speed of bare (${((pageCount * perPage) / time).toFixed(0)} k items/s)`);
}
