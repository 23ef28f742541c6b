// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { Bank } from './types.ts';

export const bankModel = /* @__PURE__ */ new Model<Bank, never>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(), nullable],
}));
