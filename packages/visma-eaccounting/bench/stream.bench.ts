import { bytesOf, exactRow, liveHeap, report } from '../../../tooling/bench/measure.ts';
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

/** A page as a program holds it that reads nothing but this one: its text and its records. */
function heldPage(at: number): object {
  const text = bodyOf(at + 1);
  return { text, records: JSON.parse(text) as unknown };
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
const page = await bytesOf(10, heldPage);
const before = await liveHeap();
const peak = await peakOf(pages * perPage);
const mebibytes = 2 ** 20;
report([exactRow('1,000,000 customers streamed, memory', (peak - before) / mebibytes, page / mebibytes, 'one page of 1,000, its text and its records')]);
