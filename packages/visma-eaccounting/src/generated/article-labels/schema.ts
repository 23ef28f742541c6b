// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { text, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { ArticleLabel, ArticleLabelInput } from './types.ts';

export const articleLabelModel = /* @__PURE__ */ new Model<ArticleLabel, ArticleLabelInput>(() => ({
  Id: [uuid(), readOnly + key],
  Name: [text(50), required],
  Description: [text(400), nullable],
}));
