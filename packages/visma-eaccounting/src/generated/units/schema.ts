// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { Unit } from './types.ts';

export const unitModel = /* @__PURE__ */ new Model<Unit, never>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(), nullable],
  Code: [text(), nullable],
  Abbreviation: [text(), nullable],
  AbbreviationEnglish: [text(), nullable],
}));
