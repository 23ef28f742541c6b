// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { CustomerLabel, CustomerLabelInput } from './types.ts';

export const customerLabelModel = /* @__PURE__ */ new Model<CustomerLabel, CustomerLabelInput>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(50), required],
  Description: [text(400), nullable],
}));
