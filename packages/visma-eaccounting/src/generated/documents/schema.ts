// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { int, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { Document } from './types.ts';

export const documentModel = /* @__PURE__ */ new Model<Document, never>(() => ({
  Id: [uuid(), readOnly + key],
  ContentType: [text(), nullable],
  CreatedUtc: [timestamp(), readOnly],
  Name: [text(), nullable],
  NameWithoutExtension: [text(), nullable],
  Size: int(),
  Type: oneOf(0, 1, 2, 10, 11, 12, 13, 14, 15, 16, 20, 21, 30, 40, 41),
  TemporaryUrl: [text(), nullable],
  Title: [text(), nullable],
}));
