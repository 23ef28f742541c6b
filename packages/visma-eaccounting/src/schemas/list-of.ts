import * as z from 'zod';
import type { Shape } from './model.ts';

/** A list that is sent or answered as a whole, without pages. */
export function listOf(items: Shape): Shape {
  return { schema: (form) => z.array(items.schema(form)) };
}
