import { exactRow, report } from '../../../tooling/bench/measure.ts';
import { createVismaClient, staticToken } from '../src/index.ts';
import { answer, customer } from './fixtures.ts';

/** Of the largest pages that the API has. */
const perPage = 1000;
const pages = 1000;

function bodyOf(page: number): string {
  return JSON.stringify({
    Meta: { CurrentPage: page, PageSize: perPage, TotalNumberOfPages: pages, TotalNumberOfResults: pages * perPage, ServerTimeUtc: '2026-03-31T12:00:00Z' },
    Data: Array.from({ length: perPage }, (_, at) => customer((page - 1) * perPage + at)),
  });
}

/** Bytes in use after a collection: without one the figure tells when the collector came by. */
async function liveHeap(): Promise<number> {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) throw new Error('Needs --expose-gc.');
  await new Promise((resolve) => setImmediate(resolve));
  gc();
  return process.memoryUsage().heapUsed;
}

/** Pages as a program holds them that reads nothing but these: their texts and their records. Bytes of each. */
async function bytesOfPage(): Promise<number> {
  const count = 10;
  const before = await liveHeap();
  const held = Array.from({ length: count }, (_, at) => {
    const text = bodyOf(at + 1);
    return { text, records: JSON.parse(text) as unknown };
  });
  const after = await liveHeap();
  if (held.some(({ records }) => records === null)) throw new Error('Nothing is held.');
  return (after - before) / count;
}

const stub: typeof fetch = (input) => Promise.resolve(answer(bodyOf(Number(new URL(input as string).searchParams.get('$page')))));
const visma = createVismaClient({ auth: staticToken('token'), fetch: stub, rateLimiter: false });

/** Reads `count` customers; the most that is in use meanwhile. */
async function peakOf(count: number): Promise<number> {
  let peak = 0;
  let read = 0;
  let sum = 0;
  for await (const { CustomerNumber } of visma.customers.list({ pageSize: perPage })) {
    read++;
    sum += Number(CustomerNumber);
    if (read % (perPage * 20) === perPage / 2) peak = Math.max(peak, await liveHeap());
    if (read === count) break;
  }
  if (read !== count || sum !== count * 10_000 + (count * (count - 1)) / 2) throw new Error(`Read ${read} customers.`);
  return peak;
}

await peakOf(3 * perPage);
const page = await bytesOfPage();
const before = await liveHeap();
const peak = await peakOf(pages * perPage);
const mebibytes = 2 ** 20;
report([exactRow('1,000,000 customers streamed, memory', (peak - before) / mebibytes, page / mebibytes, 'one page of 1,000, its text and its records')]);
