// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { DeliveryTerm, DeliveryTermInput } from './types.ts';

export const deliveryTermModel = /* @__PURE__ */ new Model<DeliveryTerm, DeliveryTermInput>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(100), required],
  NameEnglish: [text(200), nullable],
  Code: [text(20), nullable],
  Editable: bool(),
}));
