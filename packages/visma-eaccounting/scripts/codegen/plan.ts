import type { Facts, OperationFact } from './facts.ts';
import { groupBy } from './group-by.ts';
import { methods, parameters, resources } from './names.ts';

/** One method of a resource. */
export interface PlannedMethod {
  readonly name: string;
  readonly key: string;
  readonly sentence: string;
  readonly operation: OperationFact;
  /** Path parameters in order: name in our spelling, type. */
  readonly ids: readonly { readonly name: string; readonly type: string }[];
}

/** One resource of the client. */
export interface PlannedResource {
  readonly name: string;
  readonly one: string;
  readonly folder: string;
  readonly className: string;
  readonly methods: readonly PlannedMethod[];
}

export const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, '-$&').toLowerCase();
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const typeName = (model: string): string => model.replace(/Api$/, '');
const words = (name: string): string => kebab(name).replaceAll('-', ' ');
const order = ['list', 'get', 'create', 'update', 'patch', 'delete'];

function resourceOf(tag: string): { readonly name: string; readonly one: string } {
  const name = resources[tag]?.name ?? lowerFirst(tag);
  return { name, one: resources[tag]?.one ?? words(name).replace(/s$/, '') };
}

function standardName(key: string, operation: OperationFact): string {
  const [method = '', path = ''] = key.split(' ');
  // An operation that is newer than the table of names is called by the last word of its path.
  const tail = path.split('/').slice(2).filter((part) => !part.startsWith('{')).at(-1);
  if (tail !== undefined) return tail.replace(/\W.*$/, '');
  if (method === 'GET') return operation.answer?.startsWith('page of') === true && !path.includes('{') ? 'list' : 'get';
  return { POST: 'create', PUT: 'update', DELETE: 'delete' }[method] ?? method.toLowerCase();
}

/** What the everyday methods do; `update` replaces, because the API has no partial change. */
function standardSentence(name: string, one: string): string {
  const a = /^[aeiou]/.test(one) && !/^un/.test(one) ? 'an' : 'a';
  const many = one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`;
  return (
    {
      list: `Lists the ${many}, page by page.`,
      get: `Reads ${a} ${one}.`,
      create: `Creates ${a} ${one}.`,
      update: `Replaces ${a} ${one}: fields that are left out are cleared.`,
      delete: `Deletes ${a} ${one}.`,
    }[name] ?? `Runs the action \`${name}\` of ${a} ${one}.`
  );
}

function plannedMethod(key: string, operation: OperationFact, one: string): PlannedMethod {
  const [given, sentence] = methods[key] ?? [];
  const name = given ?? standardName(key, operation);
  const types = Object.entries(operation.path ?? {});
  const ids = [...key.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => ({
    name: parameters[id] ?? id,
    type: types.find(([other]) => other.toLowerCase() === id.toLowerCase())?.[1].type ?? 'string',
  }));
  return { name, key, sentence: sentence ?? standardSentence(name, one), operation, ids };
}

const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** Arranges the operations as resources with named methods. */
export function planResources(facts: Facts): PlannedResource[] {
  const byTag = groupBy(Object.entries(facts.operations), ([, operation]) => operation.tag);
  return Object.entries(byTag)
    .map(([tag, entries]) => {
      const { name, one } = resourceOf(tag);
      const planned = entries.map(([key, operation]) => plannedMethod(key, operation, one));
      const twice = planned.find((method, at) => planned.findIndex(({ name: other }) => other === method.name) !== at);
      if (twice) throw new Error(`${name}.${twice.name} is planned twice: ${twice.key}`);
      return {
        name,
        one,
        folder: kebab(name),
        className: `${upperFirst(name)}Resource`,
        methods: planned.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1)),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
