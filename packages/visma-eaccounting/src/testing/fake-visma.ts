import { type BooksReader, booksOf } from './books.ts';
import type { FakeClock } from './clock.ts';
import { Engine } from './engine/engine.ts';
import type { Outcome } from './engine/outcome.ts';
import { RateWindows } from './engine/rate-windows.ts';
import { RequestLog } from './engine/request-log.ts';
import { Router } from './engine/router.ts';
import { Faults } from './faults/faults.ts';
import { incomingOf, toResponse } from './fetch.ts';
import { idSource } from './ids.ts';
import { leniencyOf } from './measured.ts';
import type { Identity } from './oauth/identity.ts';
import { TokenRegistry } from './oauth/tokens.ts';
import { type FakeClient, type FakeUser, type FakeVismaOptions, resolveOptions } from './options.ts';
import { type Person, personIn } from './person.ts';
import { allOperations } from './resources/all.ts';
import { exampleCompany } from './seed/example-company.ts';
import { CompanyState, type FakeCompany } from './state/company.ts';
import type { World } from './state/world.ts';
import type { WireRequest } from './wire/request.ts';

/** An eAccounting in memory with its identity server. */
export interface FakeVisma {
  /** A drop-in fetch that answers as the service would; it never reaches a network. */
  readonly fetch: typeof globalThis.fetch;
  /** The same for a server or a proxy: what becomes of a request, network failures as values. */
  exchange(request: WireRequest, signal?: AbortSignal): Promise<Outcome>;
  readonly apiUrl: string;
  readonly identityUrl: string;
  /** The first registered application. */
  readonly client: FakeClient;
  readonly books: BooksReader;
  readonly person: Person;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly clock: FakeClock;
  /** Carries out what was committed late and is due; returns how many requests are still to come. */
  settle(): number;
  /** Tokens without the browser: as if this application had been authorised with these scopes. */
  authorize(options?: { readonly company?: string; readonly scopes?: readonly string[] }): {
    readonly accessToken: string;
    readonly refreshToken: string;
  };
}

const allScopes = ['ea:api', 'offline_access', 'ea:sales', 'ea:accounting', 'ea:purchase'];

/** Makes a fake eAccounting. The same options and the same calls give the same answers, ids included. */
export function createFakeVisma(options: FakeVismaOptions = {}): FakeVisma {
  const resolved = resolveOptions(options);
  const companies = new Map((options.companies ?? [defaultCompany()]).map((seed) => [seed.settings.CompanyIdentifier, new CompanyState(seed)]));
  const users = options.users ?? [defaultUser([...companies.keys()])];
  const world: World = {
    options: resolved,
    leniency: leniencyOf(resolved.strict),
    clock: resolved.clock,
    ids: idSource(resolved.seed),
    companies,
    users,
  };
  const identity = identityOf(world, users);
  const faults = new Faults();
  const requests = new RequestLog();
  const router = sharedRouter();
  const engine = new Engine({ world, identity, router, rates: new RateWindows(), faults, log: requests });
  const settle = (): void => {
    engine.settle();
  };
  const client = resolved.clients[0];
  if (!client) throw new Error('The fake needs at least one client');
  return {
    fetch: async (input, init) => {
      const { request, signal, redirect } = await incomingOf(input, init);
      signal?.throwIfAborted();
      return toResponse(await engine.exchange(request, signal), { request, signal, redirect });
    },
    exchange: (request, signal) => engine.exchange(request, signal),
    apiUrl: resolved.apiUrl,
    identityUrl: resolved.identityUrl,
    client,
    books: booksOf(companies, settle),
    person: personIn(world, identity, settle),
    faults,
    requests,
    clock: world.clock,
    settle: () => {
      engine.settle();
      return engine.pending;
    },
    authorize: (choice = {}) => {
      const { user } = identity.signIn;
      const session = {
        grantId: world.ids.guid('grant'),
        clientId: client.clientId,
        email: user.email,
        company: choice.company ?? identity.signIn.company,
        scopes: choice.scopes ?? allScopes,
      };
      const { accessToken, refreshToken = '' } = identity.tokens.issue(session);
      return { accessToken, refreshToken };
    },
  };
}

function identityOf(world: World, users: readonly FakeUser[]): Identity {
  const user = users[0];
  const company = user?.companies[0];
  if (!user || company === undefined) throw new Error('The fake needs at least one user with a company');
  return {
    world,
    tokens: new TokenRegistry(world.clock, world.ids, world.options.accessTokenSeconds),
    users: new Map(users.map((each) => [each.email.toLowerCase(), each])),
    signIn: { user, company, denies: false },
  };
}

function defaultUser(companies: readonly string[]): FakeUser {
  return { email: 'annelies@kadewijk.example', password: 'geheim', firstName: 'Annelies', lastName: 'Vermeer', companies };
}

let company: FakeCompany | undefined;

/** The example company, computed once: every fake starts from a copy. */
function defaultCompany(): FakeCompany {
  company ??= exampleCompany();
  return company;
}

let router: Router | undefined;

/** The routes are the same for every fake, so they are compiled once. */
function sharedRouter(): Router {
  router ??= new Router(allOperations());
  return router;
}
