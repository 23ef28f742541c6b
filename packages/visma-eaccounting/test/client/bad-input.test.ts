import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts, FieldFact } from '../../scripts/codegen/facts.ts';
import { typeName } from '../../scripts/codegen/plan.ts';
import { modelConst } from '../../scripts/codegen/layout.ts';
import { findHomes } from '../../scripts/codegen/homes.ts';
import { planResources } from '../../scripts/codegen/plan.ts';
import { InvalidInputError } from '../../src/index.ts';
import { problemsOf } from '../../src/schemas/problems.ts';
import type { AnyModel } from '../../src/schemas/model.ts';
import { rejection, scripted, json } from './scripted.ts';

const facts = JSON.parse(readFileSync(new URL('../../facts/api-v2.json', import.meta.url), 'utf8')) as Facts;
const resources = planResources(facts);
const homes = findHomes(facts, resources);
const numRuns = Number(process.env['FC_RUNS'] ?? 40);
const uuid = '00000000-0000-4000-8000-000000000001';

/** A value that a field accepts. */
function good(name: string, fact: FieldFact): fc.Arbitrary<unknown> {
  if (fact.list) return fc.constant([]);
  if (facts.models[fact.type]) return goodRecord(fact.type);
  const values = Object.keys(fact.values ?? {}).map(Number);
  if (values.length > 0) return fc.constantFrom(...values);
  switch (fact.type) {
    case 'uuid':
      return fc.uuid();
    case 'date-time':
      return fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) =>
        name.endsWith('Utc') ? date.toISOString() : date.toISOString().slice(0, 10));
    case 'boolean':
      return fc.boolean();
    case 'int32':
    case 'int64':
      return fc.integer({ min: fact.min ?? -1000, max: fact.max ?? 1000 });
    case 'double': {
      const scale = 10 ** (fact.decimals ?? 2);
      const top = Math.min(fact.max ?? 1e6, 1e6);
      return fc.integer({ min: Math.ceil((fact.min ?? -1e6) * 1), max: Math.floor(top * scale) }).map((n) => Math.max(fact.min ?? -1e9, Number((n / scale).toFixed(fact.decimals ?? 2))));
    }
    default:
      if (fact.pattern !== undefined) return fc.stringMatching(new RegExp(fact.pattern)).filter((text) => text.length <= (fact.maxLength ?? 1e4));
      return fc.string({ minLength: fact.minLength ?? 0, maxLength: fact.maxLength ?? 30 });
  }
}

function goodRecord(model: string): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(facts.models[model] ?? {}).filter(([, fact]) => !fact.readOnly);
  return fc.record(Object.fromEntries(fields.map(([name, fact]) => [name, good(name, fact)])), {
    requiredKeys: fields.filter(([, fact]) => fact.required).map(([name]) => name),
  });
}

/** Values that a field must refuse. */
function bad(name: string, fact: FieldFact): fc.Arbitrary<unknown> {
  const wrong: unknown[] = [{ a: 1 }];
  if (!fact.nullable) wrong.push(null);
  if (fact.list || facts.models[fact.type]) return fc.constantFrom(...wrong, 'text', 7, true, ...(fact.list ? [{}] : [[]]));
  if (fact.values) return fc.constantFrom(...wrong, 9999, -1, 1.5, '1');
  if (fact.type === 'uuid') return fc.constantFrom(...wrong, '', 'x', 7, uuid.slice(1), `${uuid}0`, `${uuid}' or 1 eq 1`);
  if (fact.type === 'boolean') return fc.constantFrom(...wrong, 'true', 0, 1, '');
  if (fact.type === 'date-time') {
    const odd = name.endsWith('Utc') ? [] : ['2026-03-31T12:00:00Z'];
    return fc.constantFrom(...wrong, '2026-02-30', '31-03-2026', '2026-3-1', '2026-13-01', '', 'today', 20_260_331, ...odd);
  }
  if (fact.type === 'int32' || fact.type === 'int64') return fc.constantFrom<unknown>(...wrong, 1.5, NaN, Infinity, '7', 1e300, ...(fact.type === 'int32' ? [2_147_483_648] : []));
  if (fact.type === 'double') {
    const limits = [...(fact.decimals === undefined ? [] : [0.123456789, 1e-7]), ...(fact.max === undefined ? [] : [fact.max + 1]), ...(fact.min === undefined ? [] : [fact.min - 1])];
    return fc.constantFrom<unknown>(...wrong, NaN, Infinity, -Infinity, '12.50', ...limits);
  }
  if (fact.maxLength === undefined) return fc.constantFrom<unknown>(...wrong, 7, false, []);
  return fc.oneof(fc.constantFrom<unknown>(...wrong, 7, false, []), fc.string({ minLength: fact.maxLength + 1, maxLength: fact.maxLength + 20 }));
}

async function modelOf(name: string): Promise<AnyModel> {
  const module = (await import(`../../src/generated/${homes.folderOf.get(name) ?? ''}/schema.ts`)) as Record<string, AnyModel>;
  return module[modelConst(name)]!;
}

const sent = [...homes.sent].sort().filter((name) => Object.values(facts.models[name] ?? {}).some((fact) => !fact.readOnly));

describe.each(sent)('the input of %s', (name) => {
  const fields = Object.entries(facts.models[name] ?? {});
  const writable = fields.filter(([, fact]) => !fact.readOnly);

  it('accepts good records', async () => {
    const schema = (await modelOf(name)).schema('input');
    fc.assert(fc.property(goodRecord(name), (record) => { expect(problemsOf(schema, record)).toEqual([]); }), { numRuns });
  });

  it('names the field that holds a bad value', async () => {
    const schema = (await modelOf(name)).schema('input');
    const faulty = fc.constantFrom(...writable).chain(([field, fact]) => fc.tuple(fc.constant(field), bad(field, fact)));
    fc.assert(
      fc.property(goodRecord(name), faulty, (record, [field, value]) => {
        const problems = problemsOf(schema, { ...record, [field]: value });
        expect(problems.map(({ path }) => path.split(/[.[]/)[0])).toContain(field);
        expect(problems.every(({ message }) => message !== '')).toBe(true);
      }),
      { numRuns: numRuns * 3 },
    );
  });

  it('names every field that is missing', async () => {
    const schema = (await modelOf(name)).schema('input');
    const required = writable.filter(([, fact]) => fact.required).map(([field]) => field);
    expect(problemsOf(schema, {}).map(({ path }) => path).sort()).toEqual([...required].sort());
  });

  it('names read-only and unknown fields', async () => {
    const schema = (await modelOf(name)).schema('input');
    const [good] = fc.sample(goodRecord(name), 1);
    for (const field of [...fields.filter(([, fact]) => fact.readOnly).map(([one]) => one), 'NoSuchField']) {
      expect(problemsOf(schema, { ...good, [field]: uuid })).toContainEqual({ path: field, message: 'Read-only or unknown' });
    }
  });
});

const withBody = resources.flatMap(({ name, methods }) =>
  methods.flatMap((method) => {
    const model = method.operation.body?.replaceAll(/[[\]]/g, '') ?? '';
    const writable = Object.entries(facts.models[model] ?? {}).filter(([, fact]) => !fact.readOnly);
    return writable.length === 0 ? [] : [{ call: `${name}.${method.name}`, resource: name, method, model, writable }];
  }),
);

it.each(withBody)('$call refuses a bad value by its field before any request', async ({ resource, method, model, writable }) => {
  const script = scripted([json({})]);
  const instance = script.client[resource as keyof typeof script.client] as unknown as Record<string, (...args: unknown[]) => PromiseLike<unknown>>;
  const faulty = fc.constantFrom(...writable).chain(([field, fact]) => fc.tuple(fc.constant(field), bad(field, fact)));
  await fc.assert(
    fc.asyncProperty(goodRecord(model), faulty, async (record, [field, value]) => {
      const body = { ...record, [field]: value };
      const isList = method.operation.body?.startsWith('[') === true;
      const error = await rejection(instance[method.name]?.(...method.ids.map(() => uuid), isList ? [body] : body) ?? Promise.resolve());
      expect(error).toBeInstanceOf(InvalidInputError);
      expect(error).toMatchObject({ code: 'invalid-input', delivery: 'not-sent', operation: method.key });
      expect((error as InvalidInputError).fields.map(({ path }) => path.replace(/^\[0\]\./, '').split(/[.[]/)[0])).toContain(field);
    }),
    { numRuns: Math.ceil(numRuns / 5) },
  );
  expect(script.sent).toHaveLength(0);
});

it('every operation that takes a body is among them', () => {
  const bodies = Object.entries(facts.operations).filter(([, { body }]) => body !== undefined);
  expect(withBody.map(({ method }) => method.key).sort()).toEqual(bodies.map(([key]) => key).sort());
});

it.each([undefined, null, 'text', 7, [], true])('a body of %s sends nothing', async (body) => {
  const script = scripted([json({})]);
  const calls = [
    script.client.customers.create(body as never),
    script.client.vouchers.create(body as never),
    script.client.customerLedgerItems.createWithVoucher(body as never),
    script.client.customerInvoiceDrafts.update(uuid, body as never),
  ];
  for (const call of calls) expect(await rejection(call)).toBeInstanceOf(InvalidInputError);
  expect(script.sent).toHaveLength(0);
});

it('a row is named by its position', async () => {
  const script = scripted([json({})]);
  const rows = [{ IsTextRow: true, ReversedConstructionServicesVatFree: false, Text: 'ok' }, { IsTextRow: false, ReversedConstructionServicesVatFree: false, Quantity: 1.234 }];
  const error = await rejection(script.client.customerInvoiceDrafts.create({ CustomerId: uuid, EuThirdParty: false, RotReducedInvoicingType: 0, Rows: rows }));
  expect(error).toMatchObject({ operation: 'POST /customerinvoicedrafts', delivery: 'not-sent', fields: [{ path: 'Rows[1].Quantity' }] });
  const list = await rejection(script.client.allocationPeriods.create([{}] as never));
  expect((list as InvalidInputError).fields[0]?.path).toMatch(/^\[0\]\./);
  expect(script.sent).toHaveLength(0);
});

it('B4: a business date is sent as it is given, without a time', async () => {
  const script = scripted([json({ Id: uuid })]);
  await script.client.projects.create({ Number: '1', Name: 'House', StartDate: '2026-03-31', Status: 1 });
  expect(JSON.parse(script.sent[0]?.body ?? '')).toMatchObject({ StartDate: '2026-03-31' });
});

it.each([0.1, 12.35, 1e21, -0.5, 0, 99_000_000])('an amount of %d reaches the wire as the same text', async (amount) => {
  const script = scripted([json({ Id: uuid })]);
  const error = await rejection(script.client.vouchers.create({ VoucherDate: '2026-03-31', VoucherText: 'x', Rows: [{ AccountNumber: 8000, DebitAmount: amount }] }).then(() => Promise.reject(new Error('sent'))));
  const body = script.sent[0]?.body;
  expect(body === undefined ? error : body).toEqual(body === undefined ? expect.any(InvalidInputError) : expect.stringContaining(`"DebitAmount":${String(amount)}`));
});

it(`knows ${sent.length} inputs`, () => {
  expect(sent.map(typeName)).toEqual(expect.arrayContaining(['Customer', 'CustomerInvoiceDraft', 'CustomerLedgerItemWithVoucher', 'Voucher']));
});
