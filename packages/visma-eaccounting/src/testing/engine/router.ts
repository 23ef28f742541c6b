import type { Operation } from '../resources/operation.ts';

/** The operation that a request means, and the values in its path. */
export interface Route {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

interface Compiled {
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly placeholders: number;
}

/** Finds operations by method and path; fixed segments win over placeholders. */
export class Router {
  readonly #compiled: readonly Compiled[];

  constructor(operations: readonly Operation[]) {
    this.#compiled = operations.map(compile).sort((left, right) => left.placeholders - right.placeholders);
  }

  /** Undefined when no operation has this path; `'method'` when one has it with another method. */
  find(method: string, path: string): Route | 'method' | undefined {
    let otherMethod = false;
    for (const { operation, pattern, names } of this.#compiled) {
      const match = pattern.exec(path);
      if (!match) continue;
      if (operation.method !== method) {
        otherMethod = true;
        continue;
      }
      const params = Object.fromEntries(names.map((name, index) => [name, decode(match[index + 1] ?? '')]));
      return { operation, params };
    }
    return otherMethod ? 'method' : undefined;
  }
}

function compile(operation: Operation): Compiled {
  const names: string[] = [];
  const source = operation.path
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(name);
      return '([^/]+?)';
    })
    .join('');
  return { operation, pattern: new RegExp(`^${source}$`, 'i'), names, placeholders: names.length };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
