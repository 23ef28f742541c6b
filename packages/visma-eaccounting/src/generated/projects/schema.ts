// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { date, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { Project, ProjectInput } from './types.ts';

export const projectModel = /* @__PURE__ */ new Model<Project, ProjectInput>(() => ({
  Id: [uuid(), readOnly + key],
  Number: [text(9), required],
  Name: [text(200), required],
  StartDate: [date(), required],
  EndDate: [date(), nullable],
  CustomerId: [uuid(), nullable],
  CustomerName: [text(), nullable + readOnly],
  Notes: [text(500), nullable],
  Status: [oneOf(1, 2), required],
  ModifiedUtc: [timestamp(), readOnly],
}));
