import { banner, comment, importLine } from './layout.ts';
import { descriptions } from './names.ts';
import type { PlannedResource } from './plan.ts';

/** The list of all resources, and the interface of a client that has them all. */
export function emitClient(resources: readonly PlannedResource[]): string {
  const imports = resources.map(({ className, folder }) => importLine('import', [className], `./${folder}/resource.ts`)).join('');
  const members = resources
    .map(({ name, className }) => `${descriptions[name] ? comment([descriptions[name]], '  ') : ''}  readonly ${name}: ${className};\n`)
    .join('');
  const table = resources.map(({ name, className }) => `  ${name}: ${className},\n`).join('');
  return `${banner}${imports}
/** All resources of the API. */
export interface AllResources {
${members}}

/** Their classes, by the name of the client's property. */
export const allResources = {
${table}} as const;
`;
}

/** What the package exports of the generated files. */
export function emitIndex(resources: readonly PlannedResource[], folders: readonly string[]): string {
  const types = folders.map((folder) => `export type * from './${folder}/types.ts';\n`).join('');
  const classes = resources.map(({ className, folder }) => `export { ${className} } from './${folder}/resource.ts';\n`).join('');
  const scopes = `export { operationScopes, type ApiScope, type OperationName } from './scopes.ts';\n`;
  return `${banner}${classes}${types}${scopes}`;
}
