// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, text } from '../../schemas/leaves.ts';
import { Model, nullable } from '../../schemas/model.ts';
import type { Country } from './types.ts';

export const countryModel = /* @__PURE__ */ new Model<Country, never>(() => ({
  Name: [text(), nullable],
  NameEnglish: [text(), nullable],
  Code: [text(), nullable],
  IsEuMember: bool(),
}));
