// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { DeliveryMethod, DeliveryMethodInput } from './types.ts';

export const deliveryMethodModel = /* @__PURE__ */ new Model<DeliveryMethod, DeliveryMethodInput>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(100), required],
  NameEnglish: [text(200), nullable],
  Code: [text(20), nullable],
}));
