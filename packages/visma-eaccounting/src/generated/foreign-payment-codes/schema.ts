// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { int, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly } from '../../schemas/model.ts';
import type { ForeignPaymentCodes } from './types.ts';

export const foreignPaymentCodesModel = /* @__PURE__ */ new Model<ForeignPaymentCodes, never>(() => ({
  Id: [uuid(), readOnly + key],
  Code: [int(), readOnly],
  Description: [text(), nullable + readOnly],
  CountryCode: [text(), nullable + readOnly],
}));
