// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import { bool, int, oneOf, text, timestamp, uuid } from '../../schemas/leaves.ts';
import { Model, key, list, nullable, readOnly, required } from '../../schemas/model.ts';
import type {
  Message,
  MessageInput,
  MessageReceiver,
  MessageReceiverInput,
  MessageStatusInput,
  MessageThread,
  MessageToPostInput,
} from './types.ts';

export const messageModel = /* @__PURE__ */ new Model<Message, MessageInput>(() => ({
  Id: [uuid(), readOnly + key],
  Text: [text(256), nullable],
  ModifiedUtc: [timestamp(), readOnly],
  CreatedUtc: [timestamp(), readOnly],
  CreatedByUserId: [uuid(), readOnly],
  ModifiedByUserId: [uuid(), readOnly],
  MessageThreadId: [uuid(), readOnly],
}));

export const messageReceiverModel = /* @__PURE__ */ new Model<MessageReceiver, MessageReceiverInput>(() => ({
  UserId: [uuid(), required],
  Status: [int(), nullable + readOnly],
  IsCurrentUser: [bool(), nullable + readOnly],
}));

export const messageStatusModel = /* @__PURE__ */ new Model<never, MessageStatusInput>(() => ({
  Status: [oneOf(0, 1, 2, 3, 4), required],
}));

export const messageThreadModel = /* @__PURE__ */ new Model<MessageThread, never>(() => ({
  Id: [uuid(), readOnly + key],
  DocumentType: int(),
  DocumentId: [uuid(), nullable],
  DocumentNumber: [text(), nullable + readOnly],
  Subject: [text(40), nullable],
  ModifiedUtc: [timestamp(), readOnly],
  IsClosed: [bool(), readOnly],
  MessageReceivers: [list(messageReceiverModel), nullable],
  LastMessage: messageModel,
}));

export const messageToPostModel = /* @__PURE__ */ new Model<never, MessageToPostInput>(() => ({
  Message: [text(256), required],
  Subject: [text(40), nullable + required],
  DocumentType: [oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21), required],
  DocumentId: [uuid(), nullable],
  MessageReceivers: [list(messageReceiverModel), nullable],
}));
