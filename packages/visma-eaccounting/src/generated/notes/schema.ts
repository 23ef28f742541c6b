// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, int, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, nullable, readOnly, required } from '../../schemas/model.ts';
import type { Note, NoteInput } from './types.ts';

export const noteModel = /* @__PURE__ */ new Model<Note, NoteInput>(() => ({
  Id: [uuid(), readOnly + key],
  UserId: [uuid(), readOnly],
  AttachedTo: [uuid(), nullable],
  Text: [text(256), required],
  Subject: [text(40), nullable],
  DocumentType: int(0, 21),
  CreatedUtc: [timestamp(), readOnly],
  ModifiedUtc: [timestamp(), readOnly],
  IsDone: bool(),
}));
