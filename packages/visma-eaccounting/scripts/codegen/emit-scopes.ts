import type { Facts } from './facts.ts';
import { banner } from './layout.ts';
import { lowerFirst, upperFirst } from './plan.ts';

const area = (scope: string): string => upperFirst(scope.replace(/^ea:|_readonly$/g, ''));

/** `ea:sales, ea:sales_readonly` as `salesRead`. */
function nameOf(scopes: readonly string[]): string {
  if (scopes.length === 0) return 'none';
  const areas = [...new Set(scopes.map(area))].join('Or');
  return `${lowerFirst(areas)}${scopes.some((scope) => scope.endsWith('_readonly')) ? 'Read' : 'Write'}`;
}

/** The scopes of every operation, each list of them once. */
export function emitScopes(facts: Facts): string {
  const operations = Object.entries(facts.operations);
  const lists = new Map(operations.map(([, { scopes }]) => [nameOf(scopes), scopes]));
  const constants = [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, scopes]) => `const ${name} = [${scopes.map((scope) => `'${scope}'`).join(', ')}] as const;\n`);
  const rows = operations.map(([key, { scopes }]) => `  '${key}': ${nameOf(scopes)},\n`);
  return `${banner}${constants.join('')}
/**
 * The scopes that each operation needs: any one of its list is enough. An empty list: the API names none. An error's
 * \`operation\` is a key of this table, and so is what the comment of a method names.
 */
export const operationScopes = {
${rows.join('')}} as const;

/** Method and path template of an operation, such as \`POST /customers\`. */
export type OperationName = keyof typeof operationScopes;

/** A scope of the API, such as \`ea:sales\`. */
export type ApiScope = (typeof operationScopes)[OperationName][number];
`;
}
