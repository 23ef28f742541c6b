// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { int, text } from '../../schemas/leaves.ts';
import { Model, nullable } from '../../schemas/model.ts';
import type { AccountTypes } from './types.ts';

export const accountTypesModel = /* @__PURE__ */ new Model<AccountTypes, never>(() => ({
  Type: int(),
  TypeDescription: [text(), nullable],
}));
