import * as z from 'zod';
import type { Leaf } from './leaves.ts';
import { once } from './once.ts';

/** Flags of a field, added up. */
export const nullable = 1;
export const readOnly = 2;
export const required = 4;
/** The id by which the caller finds the record again: an answer without it is no answer. */
export const key = 8;

/** A list of leaves or models. */
export interface List {
  readonly items: Leaf | AnyModel;
}

type Checks = 'input' | 'strict' | 'lenient';

/**
 * How a value is checked: `input` has the writable fields only, `change` any part of them, `strict` is exactly what is
 * documented, `lenient` anything that has its id and no field of another type (`nested` without the id), `off`
 * anything at all.
 */
export type Form = Checks | 'nested' | 'change' | 'off';

/** What can be checked. */
export interface Shape {
  /** The schema of one form, the same object each time for a model. */
  schema(form: Form): z.ZodType;
}

type Content = Leaf | AnyModel | List;

/** A field: what it holds, and its flags. */
export type Field = Content | readonly [content: Content, flags: number];

/** Any model, whatever it describes. */
export type AnyModel = Model<unknown, unknown>;

/** A field that holds a list. */
export function list(items: Leaf | AnyModel): List {
  return { items };
}

/**
 * One record of the API: what it answers and what may be sent, from one table of fields. Its schemas are built at the
 * first use, so that a program pays only for the resources it touches.
 */
export class Model<Answer, Input> implements Shape {
  /** Only for the compiler. */
  declare readonly types: { readonly answer: Answer; readonly input: Input };
  readonly #fields: () => Readonly<Record<string, Field>>;
  readonly #built: Record<string, z.ZodType> = {};

  constructor(fields: () => Readonly<Record<string, Field>>) {
    this.#fields = once(fields);
  }

  /** The schema of one form. */
  schema(form: Form): z.ZodType {
    return (this.#built[form] ??= this.#build(form));
  }

  /** The schema of a page of records. */
  pageSchema(form: Form): z.ZodType {
    return (this.#built[`page, ${form}`] ??= z.object({
      Meta: z.object({ CurrentPage: z.int(), TotalNumberOfPages: z.int() }),
      Data: z.array(this.schema(form)),
    }));
  }

  /**
   * An answer as an input: without read-only fields, and without nulls, which the API treats like omitted fields.
   * Fields that this package does not know stay, so that writing the record back does not blank them. A nested record
   * whose id is a field of its own (`TermsOfPayment` beside `TermsOfPaymentId`) is a view: the id alone is written.
   */
  toInput(answer: object): Record<string, unknown> {
    const fields = this.#fields();
    const input: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(answer)) {
      const [content, flags] = parts(fields[name]);
      const view = content instanceof Model && `${name}Id` in fields;
      if (!(flags & readOnly) && value !== null && !view) input[name] = writable(content, value);
    }
    return input;
  }

  #build(form: Form): z.ZodType {
    if (form === 'off') return z.unknown();
    if (form === 'lenient' || form === 'nested') return z.object(this.#shape('lenient', form === 'nested' ? key : 0));
    const strict = z.strictObject(this.#shape(form === 'strict' ? form : 'input'));
    return form === 'change' ? strict.partial() : strict;
  }

  #shape(form: Checks, without = 0): Record<string, z.ZodType> {
    const shape: Record<string, z.ZodType> = {};
    for (const [name, field] of Object.entries(this.#fields())) {
      const [content, flags] = parts(field);
      if (content && !(form === 'input' && flags & readOnly)) shape[name] = opened(content, form, flags & ~without);
    }
    return shape;
  }
}

function parts(field: Field | undefined): readonly [content: Content | undefined, flags: number] {
  return Array.isArray(field) ? (field as readonly [Content, number]) : [field as Content | undefined, 0];
}

function writable(content: Content | undefined, value: unknown): unknown {
  if (content instanceof Model) return content.toInput(value as object);
  return content && 'items' in content && Array.isArray(value) ? value.map((item) => writable(content.items, item)) : value;
}

function schemaOf(content: Content, form: Checks): z.ZodType {
  if (content instanceof Model) return content.schema(form === 'lenient' ? 'nested' : form);
  if ('items' in content) return z.array(schemaOf(content.items, form));
  return content[form] ?? content.input;
}

/** Makes room for what may be missing or null. A nested record may be null although the document cannot say so. */
function opened(content: Content, form: Checks, flags: number): z.ZodType {
  const schema = schemaOf(content, form);
  const may = flags & nullable || (form === 'strict' && content instanceof Model);
  if (form === 'lenient' ? !(flags & key) : may && !(flags & required)) return z.nullish(schema);
  if (form === 'input' && !(flags & required)) return z.optional(schema);
  return may ? z.nullable(schema) : schema;
}
