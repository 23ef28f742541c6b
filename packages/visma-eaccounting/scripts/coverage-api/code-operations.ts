import { operationScopes } from '../../src/index.ts';
import type { CodeOperation } from './compare.ts';
import { declaredMethods } from './declared-methods.ts';
import { exportedMethods } from './exported-methods.ts';

/** The operations that the package exports, by `METHOD /path`. Throws when two methods do the same. */
export function codeOperations(): Map<string, CodeOperation> {
  const declared = declaredMethods();
  const scopes: Readonly<Record<string, readonly string[]>> = operationScopes;
  const operations = new Map<string, CodeOperation>();
  for (const method of exportedMethods()) {
    const types = declared.get(method.name);
    if (!types) throw new Error(`${method.name} is not declared.`);
    if (operations.has(method.operation)) throw new Error(`${method.operation} has two methods.`);
    operations.set(method.operation, { method, declared: types, scopes: scopes[method.operation] ?? [] });
  }
  return operations;
}
