// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

/** A message, as the API answers it. */
export interface Message {
  Id: string;
  /** At most 256 characters. */
  Text?: string | null;
  /** A moment in UTC. */
  ModifiedUtc: string;
  /** A moment in UTC. */
  CreatedUtc: string;
  CreatedByUserId: string;
  ModifiedByUserId: string;
  MessageThreadId: string;
}

/** A message, as it is sent. */
export interface MessageInput {
  /** At most 256 characters. */
  readonly Text?: string | null | undefined;
}

/** A message receiver, as the API answers it. */
export interface MessageReceiver {
  UserId: string;
  Status?: number | null;
  IsCurrentUser?: boolean | null;
}

/** A message receiver, as it is sent. */
export interface MessageReceiverInput {
  readonly UserId: string;
}

/** A message status, as it is sent. */
export interface MessageStatusInput {
  /** 0 None, 1 New, 2 Read, 3 Open, 4 Close. */
  readonly Status: 0 | 1 | 2 | 3 | 4;
}

/** A message thread, as the API answers it. */
export interface MessageThread {
  Id: string;
  DocumentType: number;
  DocumentId?: string | null;
  DocumentNumber?: string | null;
  /** At most 40 characters. */
  Subject?: string | null;
  /** A moment in UTC. */
  ModifiedUtc: string;
  IsClosed: boolean;
  MessageReceivers?: MessageReceiver[] | null;
  LastMessage?: Message | null;
}

/** A message to post, as it is sent. */
export interface MessageToPostInput {
  /** At most 256 characters. */
  readonly Message: string;
  /** At most 40 characters. */
  readonly Subject: string | null;
  readonly DocumentType: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 17 | 18 | 19 | 20 | 21;
  readonly DocumentId?: string | null | undefined;
  readonly MessageReceivers?: readonly MessageReceiverInput[] | null | undefined;
}
