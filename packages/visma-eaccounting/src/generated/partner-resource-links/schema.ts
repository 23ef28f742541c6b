// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { oneOf, text, uuid } from '../../schemas/leaves.ts';
import { Model, key, readOnly, required } from '../../schemas/model.ts';
import type { PartnerResourceLink, PartnerResourceLinkInput } from './types.ts';

export const partnerResourceLinkModel = /* @__PURE__ */ new Model<PartnerResourceLink, PartnerResourceLinkInput>(() => ({
  Id: [uuid(), readOnly + key],
  ResourceId: [uuid(), required],
  ResourceType: [oneOf(0, 1, 2, 3, 4, 5, 6), required],
  Href: [text(256), required],
  PartnerCompanyName: [text(100), required],
  PartnerSystemName: [text(100), required],
}));
