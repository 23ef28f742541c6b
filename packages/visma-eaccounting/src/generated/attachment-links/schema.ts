// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { oneOf, uuid } from '../../schemas/leaves.ts';
import { Model, list, required } from '../../schemas/model.ts';
import type { AttachmentLink, AttachmentLinkInput } from './types.ts';

export const attachmentLinkModel = /* @__PURE__ */ new Model<AttachmentLink, AttachmentLinkInput>(() => ({
  DocumentId: uuid(),
  DocumentType: [oneOf(0, 1, 2, 3, 4, 5, 6, 8), required],
  AttachmentIds: [list(uuid()), required],
}));
