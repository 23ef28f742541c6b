import type { VismaClientOptions } from './client-options.ts';
import { Api, type ApiOptions } from './core/api.ts';
import type { Resource } from './core/resource.ts';
import { fits } from './schemas/fits.ts';
import { allResources, type AllResources } from './generated/all-resources.ts';

/** A class of this package for one resource, such as `CustomersResource`. */
export type ResourceClass = new (api: Api) => Resource;

/** A client with the resources that were asked for. */
export type ClientOf<Classes extends Readonly<Record<string, ResourceClass>>> = {
  readonly [Name in keyof Classes]: InstanceType<Classes[Name]>;
};

/** A client with all resources of the API. */
export type VismaClient = AllResources;

/**
 * Builds a client of chosen resources only: `createClientOf({ customers: CustomersResource }, { auth })`. A bundler then
 * leaves the others out, and the code with which the whole client checks long lists faster.
 * @throws InvalidInputError when an option is out of its range.
 */
export function createClientOf<Classes extends Readonly<Record<string, ResourceClass>>>(
  classes: Classes,
  options: VismaClientOptions,
): ClientOf<Classes> {
  const api = new Api(options);
  const entries = Object.entries(classes).map(([name, Class]) => [name, new Class(api)]);
  return Object.fromEntries(entries) as ClientOf<Classes>;
}

/**
 * Builds a client with all resources. It opens no connection; each resource builds its schemas at its first use.
 * @throws InvalidInputError when an option is out of its range.
 */
export function createVismaClient(options: VismaClientOptions): VismaClient {
  const withFits: ApiOptions = { ...options, fits };
  return createClientOf(allResources, withFits);
}
