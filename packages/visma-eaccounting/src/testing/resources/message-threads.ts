import { complete } from '../models/complete.ts';
import type { PlainTable } from '../state/company.ts';
import { utcNow } from '../state/world.ts';
import { type Answer, created, ok } from '../wire/answer.ts';
import type { WireObject } from '../wire/json.ts';
import { notFound } from '../wire/refusal.ts';
import { listAnswer } from './listing.ts';
import { needed } from './lookup.ts';
import { type Call, type Operation, bodyOf, param, scopes } from './operation.ts';

const closed = 4;

const threadsOf = ({ company }: Call): PlainTable => company.plain('/messagethreads');
const messagesOf = ({ company }: Call): PlainTable => company.plain('/messagethreads/messages');

/** Adds a message to a thread, which shows it as its last one. */
function say(call: Call, thread: WireObject & { Id: string }, text: unknown): WireObject {
  const now = utcNow(call.world);
  const Id = call.world.ids.guid('message');
  const message = { Id, Text: typeof text === 'string' ? text : null, MessageThreadId: thread.Id, CreatedUtc: now, ModifiedUtc: now };
  messagesOf(call).put(message);
  threadsOf(call).put({ ...thread, LastMessage: message, ModifiedUtc: now });
  return message;
}

function thread(call: Call, id: string): Answer {
  return created(complete('MessageThreadApi', needed(threadsOf(call), id, 'MessageThread')));
}

/** /messagethreads: threads and the messages in them. */
export const messageThreads: readonly Operation[] = [
  {
    method: 'POST',
    path: '/messagethreads',
    scopes: scopes.readAny,
    handle: (call) => {
      const { Message, ...body } = bodyOf(call, 'MessageToPostApi');
      const made = threadsOf(call).put({ ...body, Id: call.world.ids.guid('message-thread'), IsClosed: false });
      say(call, made, Message);
      return thread(call, made.Id);
    },
  },
  {
    method: 'GET',
    path: '/messagethreads/messages',
    scopes: scopes.readAny,
    handle: (call) => listAnswer(call, '/messagethreads/messages', 'MessageApi', messagesOf(call).all()),
  },
  {
    method: 'POST',
    path: '/messagethreads/{messageThreadId}',
    scopes: scopes.readAny,
    handle: (call) => {
      const found = needed(threadsOf(call), param(call, 'messageThreadId'), 'MessageThread');
      return created(complete('MessageApi', say(call, found, bodyOf(call, 'MessageApi')['Text'])));
    },
  },
  {
    method: 'PUT',
    path: '/messagethreads/{messageThreadId}',
    scopes: scopes.readAny,
    handle: (call) => {
      const found = needed(threadsOf(call), param(call, 'messageThreadId'), 'MessageThread');
      threadsOf(call).put({ ...found, IsClosed: bodyOf(call, 'MessageStatusApi')['Status'] === closed });
      return thread(call, found.Id);
    },
  },
  {
    method: 'GET',
    path: '/messagethreads/{messageThreadId}/messages',
    scopes: scopes.readAny,
    handle: (call) => {
      const { Id } = needed(threadsOf(call), param(call, 'messageThreadId'), 'MessageThread');
      const last = messagesOf(call).all().findLast((message) => message['MessageThreadId'] === Id);
      if (!last) throw notFound(`A message of thread ${Id}`);
      return ok(complete('MessageApi', last));
    },
  },
];
