import * as z from 'zod';
import type { InvalidField } from '../errors/invalid-input-error.ts';
import type { Leaf } from './leaves.ts';
import { once } from './once.ts';
import { problemsOf } from './problems.ts';

/** Flags of a field, added up. */
export const nullable = 1;
export const readOnly = 2;
export const required = 4;
/** The id by which the caller finds the record again: an answer without it is no answer. */
export const key = 8;

/** A field: what it holds, and its flags. */
export type Field = Leaf | AnyModel | List | readonly [content: Leaf | AnyModel | List, flags: number];

/** A list of leaves or models. */
export interface List {
  readonly items: Leaf | AnyModel;
}

/** Any model, whatever it describes. */
export type AnyModel = Model<unknown, unknown>;

/** How an answer is checked. */
export type AnswerMode = 'lenient' | 'strict' | 'off';

/** A field that holds a list. */
export function list(items: Leaf | AnyModel): List {
  return { items };
}

/**
 * One record of the API: what it answers and what may be sent, from one table of fields. Its schemas are built at the
 * first use, so that a program pays only for the resources it touches.
 */
export class Model<Answer, Input> {
  declare readonly answer: Answer;
  declare readonly input: Input;
  readonly #fields: () => Readonly<Record<string, Field>>;
  readonly inputSchema: () => z.ZodObject = once(() => z.strictObject(this.#shape(inputOf, true)));
  readonly changeSchema: () => z.ZodObject = once(() => this.inputSchema().partial());
  readonly strictSchema: () => z.ZodObject = once(() => z.strictObject(this.#shape(strictOf)));
  readonly lenientSchema: () => z.ZodObject = once(() => z.object(this.#shape(lenientOf)));

  constructor(fields: () => Readonly<Record<string, Field>>) {
    this.#fields = once(fields);
  }

  /** What is wrong with an answer; nothing when it fits. Values are never quoted. */
  problemsOfAnswer(value: unknown, mode: AnswerMode): readonly InvalidField[] {
    if (mode === 'off') return [];
    return problemsOf(mode === 'strict' ? this.strictSchema() : this.lenientSchema(), value);
  }

  /** What is wrong with a whole input. */
  problemsOfInput(value: unknown): readonly InvalidField[] {
    return problemsOf(this.inputSchema(), value);
  }

  /** What is wrong with a partial input, as `patch` takes it. */
  problemsOfChange(value: unknown): readonly InvalidField[] {
    return problemsOf(this.changeSchema(), value);
  }

  /**
   * An answer as an input: without read-only fields and nulls, which the API treats like omitted fields. Fields that
   * this package does not know stay, so that writing the record back does not blank them.
   */
  toInput(answer: object): Record<string, unknown> {
    const fields = this.#fields();
    const input: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(answer)) {
      const [content, flags] = parts(fields[name]);
      if (flags & readOnly || value === null) continue;
      input[name] = content ? writable(content, value) : value;
    }
    return input;
  }

  #shape(schemaOf: (content: Content, flags: number) => z.ZodType, writableOnly = false): Record<string, z.ZodType> {
    const shape: Record<string, z.ZodType> = {};
    for (const [name, field] of Object.entries(this.#fields())) {
      const [content, flags] = parts(field);
      if (content && !(writableOnly && flags & readOnly)) shape[name] = schemaOf(content, flags);
    }
    return shape;
  }
}

type Content = Leaf | AnyModel | List;

function parts(field: Field | undefined): readonly [content: Content | undefined, flags: number] {
  return Array.isArray(field) ? (field as readonly [Content, number]) : [field as Content | undefined, 0];
}

function writable(content: Content, value: unknown): unknown {
  if (content instanceof Model) return content.toInput(value as object);
  if ('items' in content && content.items instanceof Model && Array.isArray(value)) {
    const { items } = content;
    return value.map((item: object) => items.toInput(item));
  }
  return value;
}

function inputOf(content: Content, flags: number): z.ZodType {
  const schema = plain(content, (model) => model.inputSchema(), (leaf) => leaf.input);
  const open = flags & nullable ? z.nullable(schema) : schema;
  return flags & required ? open : z.optional(open);
}

function strictOf(content: Content, flags: number): z.ZodType {
  const schema = plain(content, (model) => model.strictSchema(), (leaf) => leaf.strict);
  return flags & nullable || content instanceof Model ? z.nullish(schema) : schema;
}

const lenientOnce = /* @__PURE__ */ new WeakMap<object, z.ZodType>();

function lenientOf(content: Content, flags: number): z.ZodType {
  const schema = plain(content, (model) => model.lenientSchema(), (leaf) => leaf.lenient);
  if (flags & key) return schema;
  let open = lenientOnce.get(schema);
  if (!open) lenientOnce.set(schema, (open = z.nullish(schema)));
  return open;
}

function plain(content: Content, ofModel: (model: AnyModel) => z.ZodType, ofLeaf: (leaf: Leaf) => z.ZodType): z.ZodType {
  if (content instanceof Model) return ofModel(content);
  if ('items' in content) return z.array(plain(content.items, ofModel, ofLeaf), 'must be a list');
  return ofLeaf(content);
}
