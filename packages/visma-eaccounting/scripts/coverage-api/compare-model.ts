import * as z from 'zod';
import type { Facts } from '../codegen/facts.ts';
import { compareChecked, compareDeclared, contentOf } from './compare-field.ts';
import type { DeclaredType } from './declared-methods.ts';
import type { Difference, Direction } from './difference.ts';

/** One record of the code: its type and the schema that checks it. */
export interface CodeRecord {
  readonly declared: DeclaredType;
  readonly checked: z.ZodType;
}

/** Holds models of the code against those of the document, each with those inside it. */
export class ModelComparison {
  readonly #facts: Facts;
  readonly #seen = new Map<string, Set<unknown>>();
  readonly #found = new Map<string, Difference>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** Every difference, once. */
  differences(): Difference[] {
    return [...this.#found.values()];
  }

  /** Compares a record in one direction. The same schema is not compared twice. */
  compare(model: string, direction: Direction, code: CodeRecord): void {
    const schema = code.checked;
    const key = `${model} ${direction}`;
    const seen = this.#seen.get(key) ?? new Set();
    if (seen.has(schema)) return;
    this.#seen.set(key, seen.add(schema));
    if (!(schema instanceof z.ZodObject)) {
      this.#add(model, direction, ['type', 'checked as no record']);
      return;
    }
    this.#fields(model, direction, code.declared.fields(), new Map(Object.entries(schema.shape)));
  }

  #fields(model: string, direction: Direction, declared: ReadonlyMap<string, DeclaredType>, checked: ReadonlyMap<string, z.ZodType>): void {
    const documented = this.#facts.models[model] ?? {};
    for (const [name, fact] of Object.entries(documented)) {
      const where = `${model}.${name}`;
      const [type, schema] = [declared.get(name), checked.get(name)];
      if (direction === 'sent' && fact.readOnly) {
        if (type || schema) this.#add(where, direction, ['readOnly', 'may be sent']);
        continue;
      }
      const isModel = this.#facts.models[fact.type] !== undefined;
      if (type) for (const finding of compareDeclared(fact, type, isModel, direction)) this.#add(where, direction, finding);
      else this.#add(where, direction, ['missing', 'not in the type']);
      if (schema) for (const finding of compareChecked(fact, schema, isModel, direction)) this.#add(where, direction, finding);
      else this.#add(where, direction, ['missing', 'not in the schema']);
      const content = schema && contentOf(schema, fact.list === true);
      if (isModel && type && content) this.compare(fact.type, direction, { declared: type, checked: content });
    }
    for (const name of new Set([...declared.keys(), ...checked.keys()])) {
      if (!Object.hasOwn(documented, name)) this.#add(`${model}.${name}`, direction, ['extra', 'not in the document']);
    }
  }

  #add(where: string, direction: Direction, [aspect, text]: readonly [Difference['aspect'], string]): void {
    const difference = { where: `${where} (${direction})`, aspect, text };
    this.#found.set(JSON.stringify(difference), difference);
  }
}
