import { emitClient, emitIndex } from './emit-client.ts';
import { emitResource } from './emit-resource.ts';
import { emitScopes } from './emit-scopes.ts';
import { emitSchema } from './emit-schema.ts';
import { emitTypes } from './emit-types.ts';
import type { Corrections, Facts } from './facts.ts';
import { findHomes } from './homes.ts';
import { groupBy } from './group-by.ts';
import { planResources } from './plan.ts';

/** All generated files: path below `src/generated` to content. The same facts give the same files, byte for byte. */
export function generate(facts: Facts, corrections: Corrections): Map<string, string> {
  const files = new Map<string, string>();
  const resources = planResources(facts);
  const homes = findHomes(facts, resources);
  const byFolder = groupBy(Object.keys(facts.models), (model) => homes.folderOf.get(model) ?? 'shared');
  const folders = Object.keys(byFolder).sort();
  for (const folder of folders) {
    const models = byFolder[folder] ?? [];
    files.set(`${folder}/types.ts`, emitTypes(folder, models, facts, homes));
    files.set(`${folder}/schema.ts`, emitSchema(folder, models, facts, homes));
  }
  for (const resource of resources) {
    files.set(`${resource.folder}/resource.ts`, emitResource(resource, facts, corrections, homes));
  }
  files.set('all-resources.ts', emitClient(resources));
  files.set('scopes.ts', emitScopes(facts));
  files.set('index.ts', emitIndex(resources, folders));
  return files;
}
