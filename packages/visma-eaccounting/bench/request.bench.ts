import { createFetch } from 'ofetch';
import { median, type Measurement, paired, report, spreadOf, timeRow } from '../../../tooling/bench/measure.ts';
import { createClientOf, createPacedLimiter, createVismaClient, staticToken, UnitsResource } from '../src/index.ts';
import { answer, customer } from './fixtures.ts';

const calls = 1000;
const { Id: id } = customer(1);
const unit = { Id: id, Name: 'Hour', Code: 'HUR', Abbreviation: 'h', AbbreviationEnglish: 'h' };
const body = JSON.stringify(unit);
const stub: typeof fetch = () => Promise.resolve(answer(body));
const url = `https://example.org/v2/units/${id}`;
const ofetch = createFetch({ fetch: stub });
// Paced as it comes, at a rate that never waits.
const options = { auth: staticToken('token'), fetch: stub, rateLimiter: createPacedLimiter({ perSecond: 1e9 }) };
const clients = {
  'whole client': createVismaClient(options).units,
  'client of one resource': createClientOf({ units: UnitsResource }, options).units,
};

const repeat = (call: () => Promise<unknown>) => async (): Promise<void> => {
  for (let at = 0; at < calls; at++) await call();
};
const reference = repeat(() => ofetch(url));

/** Bytes that one run allocates: nothing is collected during it, there is room for more. */
async function allocated(run: () => Promise<void>): Promise<number> {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) throw new Error('Needs --expose-gc and room in the young generation.');
  gc();
  const before = process.memoryUsage().heapUsed;
  await run();
  return process.memoryUsage().heapUsed - before;
}

const rows: Measurement[] = [];
for (const [who, units] of Object.entries(clients)) {
  for (const read of [await units.get(id), await ofetch<unknown>(url)]) {
    if (JSON.stringify(read) !== body) throw new Error('The fixture is not read as expected.');
  }
  const ours = repeat(() => units.get(id));
  const times = await paired(ours, reference, { pairs: 100, warmUp: 10 });
  const each = { ...times, ours: (times.ours / calls) * 1000, reference: (times.reference / calls) * 1000 };
  rows.push(timeRow(`one request, ${who}, time`, 'ofetch alone', each));
  const bytes: (readonly [own: number, other: number])[] = [];
  for (let pair = 0; pair < 9; pair++) bytes.push([await allocated(ours), await allocated(reference)]);
  const ratios = bytes.map(([own, other]) => own / other);
  rows.push({
    name: `one request, ${who}, allocation`,
    ours: median(bytes.map(([own]) => own / calls)),
    reference: median(bytes.map(([, other]) => other / calls)),
    referenceName: 'ofetch alone',
    ratio: median(ratios),
    spread: spreadOf(ratios),
  });
}
report(rows);
