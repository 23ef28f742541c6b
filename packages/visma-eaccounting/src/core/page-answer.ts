import type { AnyModel, Shape } from '../schemas/model.ts';
import type { PageMeta } from './page.ts';

/** A page that a write answers, as it is on the wire: there is no next one to ask for. */
export interface PageAnswer<T> {
  readonly Meta: PageMeta;
  readonly Data: readonly T[];
}

/** A page of records, answered by something else than a list. */
export function pageOf(model: AnyModel): Shape {
  return { schema: (form) => model.pageSchema(form) };
}
