// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { oneOf, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, readOnly, required } from '../../schemas/model.ts';
import type { AppStoreActivationStatus, AppStoreActivationStatusInput } from './types.ts';

export const appStoreActivationStatusModel = /* @__PURE__ */ new Model<AppStoreActivationStatus, AppStoreActivationStatusInput>(() => ({
  Id: [uuid(), readOnly + key],
  ActivationStatus: [oneOf(0, 1), required],
  ModifiedUtc: [timestamp(), readOnly],
}));
