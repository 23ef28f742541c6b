// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, nullable, readOnly, required } from '../../schemas/model.ts';
import type { CostCenterItem, CostCenterItemInput } from './types.ts';

export const costCenterItemModel = /* @__PURE__ */ new Model<CostCenterItem, CostCenterItemInput>(() => ({
  CostCenterId: [uuid(), required],
  Id: [uuid(), nullable + readOnly],
  Name: [text(50), required],
  ShortName: [text(9), required],
  IsActive: [bool(), required],
  CreatedUtc: [timestamp(), readOnly],
}));
