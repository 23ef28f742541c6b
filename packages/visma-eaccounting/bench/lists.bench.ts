import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, iteratePaginatedAPI } from '@notionhq/client';
import createOpenapiFetch from 'openapi-fetch';
import { paired, report, speedRow } from '../../../tooling/bench/measure.ts';
import { createVismaClient, staticToken, type Customer, type VismaClientOptions } from '../src/index.ts';
import { answer, pageBodies, pageCount, perPage } from './fixtures.ts';

const pairs = 21;

/** Takes every item of every page; answers a checksum. */
type Reading = () => Promise<number>;

/** What is done with an item: enough to see that it is there. */
function worth({ Name, UnpaidInvoicesAmount }: Customer): number {
  return Name.length + UnpaidInvoicesAmount;
}

async function sumOf(items: AsyncIterable<unknown>): Promise<number> {
  let sum = 0;
  for await (const item of items) sum += worth(item as Customer);
  return sum;
}

/** Each page in turn, as `pageOf` gets it. */
function byPages(pageOf: (page: number) => Promise<readonly Customer[]>): Reading {
  return async () => {
    let sum = 0;
    for (let page = 1; page <= pageCount; page++) for (const item of await pageOf(page)) sum += worth(item);
    return sum;
  };
}

/** All ways to read the list, from a server or from a function that takes its place. */
function readings(origin: string, fetch: typeof globalThis.fetch): Readonly<Record<'bare' | 'off' | 'lenient' | 'openapi' | 'notion', Reading>> {
  const client = (answers: NonNullable<VismaClientOptions['answers']>) =>
    createVismaClient({ auth: staticToken('token'), baseUrl: `${origin}/v2`, fetch, rateLimiter: false, answers });
  const [off, lenient] = [client('off'), client('lenient')];
  const openapi = createOpenapiFetch<Record<string, never>>({ baseUrl: `${origin}/v2`, fetch: (request) => fetch(request) });
  const notion = new Client({ auth: 'token', baseUrl: origin, fetch: fetch as never });
  const search = (args: object) => notion.search(args);
  type Body = { readonly Data: readonly Customer[] };
  return {
    bare: byPages(async (page) => {
      const response = await fetch(`${origin}/v2/customers?$page=${page}&$pagesize=${perPage}`);
      return (JSON.parse(await response.text()) as Body).Data;
    }),
    off: () => sumOf(off.customers.list({ pageSize: perPage })),
    lenient: () => sumOf(lenient.customers.list({ pageSize: perPage })),
    openapi: byPages(async (page) => {
      const { data } = await openapi.request('get', '/customers' as never, { params: { query: { $page: page, $pagesize: perPage } } } as never);
      return (data as unknown as Body).Data;
    }),
    notion: () => sumOf(iteratePaginatedAPI(search as never, {} as never)),
  };
}

/** All ways must have read the same before one of them is timed. */
async function verified(ways: ReturnType<typeof readings>): Promise<ReturnType<typeof readings>> {
  const expected = await ways.bare();
  for (const [name, read] of Object.entries(ways)) {
    if (expected <= 0 || (await read()) !== expected) throw new Error(`${name} did not read the same.`);
  }
  return ways;
}

const server = fork(fileURLToPath(new URL('page-server.ts', import.meta.url)));
const [port] = (await once(server, 'message')) as [number];
const served = await verified(readings(`http://127.0.0.1:${port}`, globalThis.fetch));

const bodies = pageBodies();
const stub: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.pathname.startsWith('/v2/')) return answer(bodies.visma[Number(url.searchParams.get('$page') ?? 1) - 1] ?? '');
  const { start_cursor = '0' } = JSON.parse(await new Response(init?.body ?? '{}').text()) as { readonly start_cursor?: string };
  return answer(bodies.notion[Number(start_cursor)] ?? '');
};
const stubbed = await verified(readings('https://example.org', stub));

const bare = 'bare fetch and JSON.parse';
const compare = async (name: string, ours: Reading, referenceName: string, reference: Reading) => speedRow(name, referenceName, await paired(ours, reference, { pairs, warmUp: 5 }));
report([
  await compare('100 pages x 100, not validated', served.off, bare, served.bare),
  await compare('100 pages x 100, validated', served.lenient, bare, served.bare),
  await compare('100 pages x 100, not validated, without a network', stubbed.off, bare, stubbed.bare),
  await compare('100 pages x 100, validated, without a network', stubbed.lenient, bare, stubbed.bare),
  await compare('100 pages x 100, not validated, by openapi-fetch', served.off, 'openapi-fetch, pages by hand', served.openapi),
  await compare('100 pages x 100, not validated, by @notionhq/client', served.off, '@notionhq/client', served.notion),
  await compare('100 pages x 100, validated, by openapi-fetch', served.lenient, 'openapi-fetch, pages by hand', served.openapi),
  await compare('100 pages x 100, validated, by @notionhq/client', served.lenient, '@notionhq/client', served.notion),
]);
server.disconnect();
