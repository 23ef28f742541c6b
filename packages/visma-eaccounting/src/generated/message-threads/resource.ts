// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { messageModel, messageStatusModel, messageThreadModel, messageToPostModel } from './schema.ts';
import type {
  Message,
  MessageInput,
  MessageStatusInput,
  MessageThread,
  MessageToPostInput,
} from './types.ts';

/** Message threads of the company. */
export class MessageThreadsResource extends Resource {
  /**
   * Lists the message threads, page by page.
   *
   * Unless `query` says otherwise, `excludeClosed` is false.
   *
   * `GET /messagethreads`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`,
   * `ea:sales` or `ea:sales_readonly`.
   */
  list<K extends keyof MessageThread>(
    params?: ListParams<MessageThread, K, { excludeClosed?: boolean | undefined }>,
    options?: RequestOptions,
  ): PagePromise<Selected<MessageThread, K>> {
    return this.pages('GET /messagethreads', [], messageThreadModel, params, options);
  }

  /**
   * Reads a message thread.
   *
   * `GET /messagethreads/{messageThreadId}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`,
   * `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  get(messageThreadId: string, options?: RequestOptions): ApiPromise<MessageThread> {
    return this.call('GET /messagethreads/{messageThreadId}', [messageThreadId], messageThreadModel, options);
  }

  /**
   * Creates a message thread.
   *
   * `POST /messagethreads`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`,
   * `ea:sales` or `ea:sales_readonly`.
   */
  create(body: MessageToPostInput, options?: RequestOptions): ApiPromise<MessageThread> {
    return this.call('POST /messagethreads', [], messageThreadModel, options, messageToPostModel, body);
  }

  /**
   * Lists the messages of all threads, page by page.
   *
   * `GET /messagethreads/messages`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`,
   * `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  listMessages<K extends keyof Message>(
    params?: ListParams<Message, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Message, K>> {
    return this.pages('GET /messagethreads/messages', [], messageModel, params, options);
  }

  /**
   * Reads the messages of a thread.
   *
   * `GET /messagethreads/{messageThreadId}/messages`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`,
   * `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  messagesOf(messageThreadId: string, options?: RequestOptions): ApiPromise<Message> {
    return this.call('GET /messagethreads/{messageThreadId}/messages', [messageThreadId], messageModel, options);
  }

  /**
   * Adds a message to a thread.
   *
   * `POST /messagethreads/{messageThreadId}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`,
   * `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  reply(messageThreadId: string, body: MessageInput, options?: RequestOptions): ApiPromise<Message> {
    return this.call(
      'POST /messagethreads/{messageThreadId}',
      [messageThreadId],
      messageModel,
      options,
      messageModel,
      body,
    );
  }

  /**
   * Sets the status of a thread.
   *
   * `PUT /messagethreads/{messageThreadId}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`,
   * `ea:purchase_readonly`, `ea:sales` or `ea:sales_readonly`.
   */
  updateStatus(messageThreadId: string, body: MessageStatusInput, options?: RequestOptions): ApiPromise<MessageThread> {
    return this.call(
      'PUT /messagethreads/{messageThreadId}',
      [messageThreadId],
      messageThreadModel,
      options,
      messageStatusModel,
      body,
    );
  }
}
