import type { Facts } from './facts.ts';
import type { PlannedResource } from './plan.ts';

/** Where each model lives, and which of its forms are needed. */
export interface Homes {
  /** Model to folder. */
  readonly folderOf: ReadonlyMap<string, string>;
  readonly answered: ReadonlySet<string>;
  readonly sent: ReadonlySet<string>;
  /** Models that are answered as a whole, so that their `Id` matters. */
  readonly whole: ReadonlySet<string>;
}

export const modelIn = (text: string | undefined): string | undefined => text?.replace(/^page of |[[\]]/g, '');

function closure(facts: Facts, roots: Iterable<string | undefined>): Set<string> {
  const found = new Set<string>();
  const visit = (text: string | undefined): void => {
    const name = modelIn(text);
    if (name === undefined || found.has(name) || !facts.models[name]) return;
    found.add(name);
    for (const field of Object.values(facts.models[name])) visit(field.type);
  };
  for (const root of roots) visit(root);
  return found;
}

/** A model lives with the resource that lists or reads it, else with its only user, else in `shared`. */
export function findHomes(facts: Facts, resources: readonly PlannedResource[]): Homes {
  const folderOf = new Map<string, string>();
  const readers = resources.flatMap((resource) => resource.methods.map((method) => ({ resource, method })));
  for (const wanted of ['list', 'get', 'create']) {
    for (const { resource, method } of readers) {
      const model = modelIn(method.operation.answer);
      if (method.name === wanted && model !== undefined && facts.models[model] && !folderOf.has(model)) {
        folderOf.set(model, resource.folder);
      }
    }
  }
  const users = (name: string): Set<string> => {
    const folders = new Set<string>();
    for (const { resource, method } of readers) {
      if ([method.operation.body, method.operation.answer].some((text) => modelIn(text) === name)) folders.add(resource.folder);
    }
    for (const [other, fields] of Object.entries(facts.models)) {
      if (other === name || !Object.values(fields).some((field) => field.type === name)) continue;
      for (const folder of folderOf.has(other) ? [folderOf.get(other) ?? ''] : users(other)) folders.add(folder);
    }
    return folders;
  };
  for (const name of Object.keys(facts.models)) {
    if (folderOf.has(name)) continue;
    const folders = [...users(name)];
    folderOf.set(name, folders.length === 1 ? (folders[0] ?? 'shared') : 'shared');
  }
  const operations = Object.values(facts.operations);
  return {
    folderOf,
    answered: closure(facts, operations.map((operation) => operation.answer)),
    sent: closure(facts, operations.map((operation) => operation.body)),
    whole: new Set(operations.map((operation) => modelIn(operation.answer) ?? '')),
  };
}
