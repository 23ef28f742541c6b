import * as z from 'zod';
import type { Facts, OperationFact, ParameterFact } from '../codegen/facts.ts';
import { contentOf, kindOf } from './compare-field.ts';
import { ModelComparison } from './compare-model.ts';
import type { DeclaredMethod } from './declared-methods.ts';
import type { Difference } from './difference.ts';
import type { ExportedMethod } from './exported-methods.ts';

/** One operation as the package offers it: what it does and what its types say. */
export interface CodeOperation {
  readonly method: ExportedMethod;
  readonly declared: DeclaredMethod;
  readonly scopes: readonly string[];
}

/** What a document has, and how much of it the code has too. */
export interface Coverage {
  readonly covered: readonly string[];
  readonly missing: readonly string[];
  /** Operations of the code that the document lacks. */
  readonly beyond: readonly string[];
  readonly differences: readonly Difference[];
}

/** Holds the operations of the code, by name, against what a document says. */
export function compare(facts: Facts, code: ReadonlyMap<string, CodeOperation>): Coverage {
  const models = new ModelComparison(facts);
  const names = Object.keys(facts.operations);
  const differences = Object.entries(facts.operations).flatMap(([name, fact]) => {
    const operation = code.get(name);
    return operation ? compareOperation(name, fact, operation, facts, models) : [];
  });
  return {
    covered: names.filter((name) => code.has(name)),
    missing: names.filter((name) => !code.has(name)),
    beyond: [...code.keys()].filter((name) => facts.operations[name] === undefined),
    differences: [...differences, ...models.differences()],
  };
}

function compareOperation(name: string, fact: OperationFact, { method, declared, scopes }: CodeOperation, facts: Facts, models: ModelComparison): Difference[] {
  const found: Difference[] = [
    ...comparePath(name, fact, method, declared),
    ...compareQuery(name, fact.query ?? {}, declared),
    ...compareBody(name, fact, method, declared, facts, models),
    ...compareAnswer(name, fact, method, declared, facts, models),
  ];
  if (scopes.join() !== fact.scopes.join()) found.push({ where: name, aspect: 'scopes', text: `${scopes.join(' ') || 'none'} in the code, ${fact.scopes.join(' ') || 'none'} in the document` });
  return found;
}

function comparePath(name: string, fact: OperationFact, method: ExportedMethod, declared: DeclaredMethod): Difference[] {
  const placeholders = [...name.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);
  const problem = (text: string): Difference => ({ where: name, aspect: 'parameter', text });
  if (method.ids !== placeholders.length || declared.ids.length !== placeholders.length) return [problem(`${placeholders.length} in the path, ${declared.ids.length} in the method`)];
  return declared.ids.flatMap(({ name: own, type }, at) => {
    const id = placeholders[at] ?? '';
    const documented = Object.entries(fact.path ?? {}).find(([other]) => other.toLowerCase() === id.toLowerCase())?.[1];
    const kind = kindOf(documented?.type ?? 'string', false);
    return [
      ...(own.toLowerCase() === id.toLowerCase() ? [] : [problem(`{${id}} is called ${own}`)]),
      ...(type.kind === kind ? [] : [problem(`{${id}} is declared as ${type.kind}, documented as ${kind}`)]),
    ];
  });
}

function compareQuery(where: string, documented: Readonly<Record<string, ParameterFact>>, { query }: DeclaredMethod): Difference[] {
  const problem = (text: string): Difference => ({ where, aspect: 'parameter', text });
  const extra = [...query.keys()].filter((name) => documented[name] === undefined);
  return [
    ...Object.entries(documented).flatMap(([name, { type }]) => {
      const declared = query.get(name);
      if (!declared) return [problem(`query ${name} is missing`)];
      const kind = kindOf(type, false);
      return declared.kind === kind ? [] : [problem(`query ${name} is declared as ${declared.kind}, documented as ${kind}`)];
    }),
    ...extra.map((name) => problem(`query ${name} is not in the document`)),
  ];
}

function compareBody(where: string, fact: OperationFact, method: ExportedMethod, declared: DeclaredMethod, facts: Facts, models: ModelComparison): Difference[] {
  const problem = (text: string): Difference => ({ where, aspect: 'body', text });
  const { body } = declared;
  if (fact.body === undefined) return body || method.input ? [problem('a body is not in the document')] : [];
  if (!body || !method.input) return [problem(`the body ${fact.body} is missing`)];
  const { model, list } = named(fact.body);
  if (!facts.models[model]) return [];
  const content = contentOf(method.input, list);
  if (!content || body.list !== list) return [problem(`the body is documented as ${fact.body}`)];
  models.compare(model, 'sent', { declared: body, checked: content });
  return body.optional ? [problem('the body may be left out')] : [];
}

function compareAnswer(where: string, fact: OperationFact, method: ExportedMethod, declared: DeclaredMethod, facts: Facts, models: ModelComparison): Difference[] {
  const documented = fact.answer ?? 'nothing';
  const { model, list, page } = named(documented);
  const kind = documented === 'nothing' ? 'void' : documented === 'file' ? 'FileAnswer' : kindOf(model, facts.models[model] !== undefined);
  const { answer } = declared;
  const own = `${declared.page ? 'page of ' : ''}${answer.list ? 'list of ' : ''}${answer.kind}`;
  if (answer.kind !== kind || answer.list !== list || declared.page !== page) {
    return [{ where, aspect: 'answer', text: `${own} in the code, ${documented} in the document` }];
  }
  if (kind !== 'record') return [];
  const schema = strictSchema(method, list, page);
  if (!schema) return [{ where, aspect: 'answer', text: 'is not checked' }];
  models.compare(model, 'answered', { declared: answer, checked: schema });
  return [];
}

/** The schema of one record of an answer, in the form that follows the document. */
function strictSchema({ answer, paged }: ExportedMethod, list: boolean, page: boolean): z.ZodType | undefined {
  if (answer === undefined || typeof answer === 'function') return undefined;
  const schema = answer.schema('strict');
  if (!page || paged) return contentOf(schema, list);
  const data = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>)['Data'] : undefined;
  return data && contentOf(data, true);
}

function named(text: string): { readonly model: string; readonly list: boolean; readonly page: boolean } {
  return { model: text.replace(/^page of |[[\]]/g, ''), list: text.startsWith('['), page: text.startsWith('page of ') };
}
