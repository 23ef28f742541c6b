import fc from 'fast-check';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { articleModel } from '../generated/articles/schema.ts';
import { customerInvoiceDraftModel } from '../generated/customer-invoice-drafts/schema.ts';
import { customerModel } from '../generated/customers/schema.ts';
import { voucherModel } from '../generated/vouchers/schema.ts';
import { fits } from './fits.ts';
import type { AnyModel, Form } from './model.ts';

const numRuns = Number(process.env['FC_RUNS'] ?? 300);
const models: Readonly<Record<string, AnyModel>> = { articleModel, customerInvoiceDraftModel, customerModel, voucherModel };
const values = fc.oneof(
  fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.constant(Infinity), fc.constant(NaN),
  fc.array(fc.anything(), { maxLength: 3 }), fc.dictionary(fc.string(), fc.anything(), { maxKeys: 3 }),
);
/** Records with the fields of a model and values of any type. */
const records = (model: AnyModel): fc.Arbitrary<object> => {
  const names = Object.keys((model.schema('lenient') as z.ZodObject).shape);
  return fc.array(fc.tuple(fc.constantFrom(...names, '__proto__', 'Unknown'), values), { maxLength: 12 }).map((fields) => {
    const record: object = JSON.parse('{"Id":"x"}') as object;
    for (const [name, value] of fields) Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
    return record;
  });
};

describe.each(Object.entries(models))('says what zod says of %s', (_, model) => {
  it.each<Form>(['lenient', 'strict', 'off', 'input'])('%s', (form) => {
    fc.assert(
      fc.property(fc.oneof(records(model), values), (value) => {
        const schema = model.schema(form);
        expect(fits(schema, value)).toBe(schema.safeParse(value).success);
      }),
      { numRuns },
    );
  });

  it('as pages too', () => {
    const meta = fc.record({ CurrentPage: values, TotalNumberOfPages: fc.integer() });
    fc.assert(
      fc.property(meta, fc.oneof(fc.array(records(model), { maxLength: 3 }), values), (Meta, Data) => {
        const schema = model.pageSchema('lenient');
        expect(fits(schema, { Meta, Data })).toBe(schema.safeParse({ Meta, Data }).success);
      }),
      { numRuns },
    );
  });
});

it.each<[string, z.ZodType]>([
  ['a list', z.array(z.string())],
  ['a bounded list', z.array(z.string()).max(1)],
  ['a bounded text', z.string().max(1)],
  ['a form of text', z.guid()],
  ['a whole number', z.int()],
  ['a strict record', z.strictObject({ a: z.string() })],
  ['a refined record', z.object({ a: z.string() }).refine(({ a }) => a !== 'x')],
  ['a record that may be missing', z.object({ a: z.nullish(z.object({ b: z.number() })) })],
  ['a choice', z.union([z.string(), z.number()])],
])('says what zod says of %s', (_, schema) => {
  const some = fc.oneof(values, fc.record({ a: fc.oneof(values, fc.constant('x'), fc.record({ b: values })) }), fc.array(fc.string(), { maxLength: 3 }));
  fc.assert(fc.property(some, (value) => {
    expect(fits(schema, value)).toBe(schema.safeParse(value).success);
  }), { numRuns });
});
