// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { noteModel } from './schema.ts';
import type { Note, NoteInput } from './types.ts';

/** Notes of the company. */
export class NotesResource extends Resource {
  /**
   * Lists the notes, page by page.
   *
   * `GET /notes`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`, `ea:sales` or
   * `ea:sales_readonly`.
   */
  list<K extends keyof Note>(params?: ListParams<Note, K>, options?: RequestOptions): PagePromise<Selected<Note, K>> {
    return this.pages('GET /notes', [], noteModel, params, options);
  }

  /**
   * Reads a note.
   *
   * `GET /notes/{noteId}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`,
   * `ea:sales` or `ea:sales_readonly`.
   */
  get(noteId: string, options?: RequestOptions): ApiPromise<Note> {
    return this.call('GET /notes/{noteId}', [noteId], noteModel, options);
  }

  /**
   * Creates a note.
   *
   * `POST /notes`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`, `ea:sales`
   * or `ea:sales_readonly`.
   */
  create(body: NoteInput, options?: RequestOptions): ApiPromise<Note> {
    return this.call('POST /notes', [], noteModel, options, noteModel, body);
  }

  /**
   * Replaces a note: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /notes/{noteId}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`,
   * `ea:sales` or `ea:sales_readonly`.
   */
  update(noteId: string, body: NoteInput, options?: RequestOptions): ApiPromise<Note> {
    return this.call('PUT /notes/{noteId}', [noteId], noteModel, options, noteModel, body);
  }

  /**
   * Changes the named fields of one note and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /notes/{noteId}`, then `PUT /notes/{noteId}`.
   */
  patch(noteId: string, change: Partial<NoteInput>, options?: RequestOptions): ApiPromise<Note> {
    return this.readModifyWrite('GET /notes/{noteId}', 'PUT /notes/{noteId}', [noteId], noteModel, change, options);
  }
}
