// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.

import type { ApiPromise } from '../../core/api-promise.ts';
import type { ListParams, Selected } from '../../core/list-params.ts';
import type { PagePromise } from '../../core/page-promise.ts';
import type { RequestOptions } from '../../core/request-options.ts';
import { Resource } from '../../core/resource.ts';
import { projectModel } from './schema.ts';
import type { Project, ProjectInput } from './types.ts';

/** Projects, to which rows can be booked. */
export class ProjectsResource extends Resource {
  /**
   * Lists the projects, page by page.
   *
   * `GET /projects`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`, `ea:sales`
   * or `ea:sales_readonly`.
   */
  list<K extends keyof Project>(
    params?: ListParams<Project, K>,
    options?: RequestOptions,
  ): PagePromise<Selected<Project, K>> {
    return this.pages('GET /projects', [], projectModel, params, options);
  }

  /**
   * Reads a project.
   *
   * `GET /projects/{id}`. Needs `ea:accounting`, `ea:accounting_readonly`, `ea:purchase`, `ea:purchase_readonly`,
   * `ea:sales` or `ea:sales_readonly`.
   */
  get(id: string, options?: RequestOptions): ApiPromise<Project> {
    return this.call('GET /projects/{id}', [id], projectModel, options);
  }

  /**
   * Creates a project.
   *
   * `POST /projects`. Needs `ea:accounting`.
   */
  create(body: ProjectInput, options?: RequestOptions): ApiPromise<Project> {
    return this.call('POST /projects', [], projectModel, options, projectModel, body);
  }

  /**
   * Replaces a project: fields that are left out are cleared. `patch` keeps them.
   *
   * `PUT /projects/{id}`. Needs `ea:accounting`.
   */
  update(id: string, body: ProjectInput, options?: RequestOptions): ApiPromise<Project> {
    return this.call('PUT /projects/{id}', [id], projectModel, options, projectModel, body);
  }

  /**
   * Changes the named fields of one project and keeps all others: reads it, lays the change over it and replaces it. A
   * field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls
   * are lost.
   *
   * `GET /projects/{id}`, then `PUT /projects/{id}`.
   */
  patch(id: string, change: Partial<ProjectInput>, options?: RequestOptions): ApiPromise<Project> {
    return this.readModifyWrite('GET /projects/{id}', 'PUT /projects/{id}', [id], projectModel, change, options);
  }
}
