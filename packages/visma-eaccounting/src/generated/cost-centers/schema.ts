// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, int, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import { costCenterItemModel } from '../cost-center-items/schema.ts';
import type { CostCenter, CostCenterInput } from './types.ts';

export const costCenterModel = /* @__PURE__ */ new Model<CostCenter, CostCenterInput>(() => ({
  Name: [text(20), required],
  Number: [int(), readOnly],
  IsActive: bool(),
  Items: [list(costCenterItemModel), nullable + readOnly],
  Id: [uuid(), readOnly + key],
}));
