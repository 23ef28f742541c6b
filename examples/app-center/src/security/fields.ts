import type { Context } from 'hono';
import type { Env } from './session.ts';

/** What a form sent. A field may occur often; one that is missing is an empty text. */
export interface Fields {
  readonly names: readonly string[];
  readonly one: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

/** Reads the form of a request. Files are ignored: no form of ours sends any. */
export async function fieldsOf(c: Context<Env>): Promise<Fields> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string): readonly string[] => [body[name] ?? []].flat().flatMap((each) => (typeof each === 'string' ? [each.trim()] : []));
  return { names: Object.keys(body), all, one: (name) => all(name)[0] ?? '' };
}
