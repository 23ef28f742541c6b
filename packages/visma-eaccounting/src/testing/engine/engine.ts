import { reasonOf } from '../clock.ts';
import type { Fault } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';
import { type Identity, answerIdentity } from '../oauth/identity.ts';
import type { Session } from '../oauth/tokens.ts';
import type { Call } from '../resources/operation.ts';
import type { World } from '../state/world.ts';
import type { Answer } from '../wire/answer.ts';
import type { WireRequest } from '../wire/request.ts';
import { ApiRefusal, errorCodes, notFound } from '../wire/refusal.ts';
import { readBody } from './body.ts';
import { requireAccess } from './company-access.ts';
import { faultAnswer, refusalAnswer } from './fault-answer.ts';
import { type Outcome, sent } from './outcome.ts';
import type { RateWindows } from './rate-windows.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import type { Router } from './router.ts';
import { splitUrl } from './split-url.ts';

/** The parts that the engine plays together. */
export interface EngineParts {
  readonly world: World;
  readonly identity: Identity;
  readonly router: Router;
  readonly rates: RateWindows;
  readonly faults: Faults;
  readonly log: RequestLog;
}

/** Takes requests, lets faults strike, carries them out. Knows nothing of sockets. */
export class Engine {
  readonly #parts: EngineParts;
  #late: { readonly due: number; readonly run: () => void }[] = [];

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  /** Carries out what was committed late and is due by now. Called before anything looks at the books. */
  settle(): void {
    const now = this.#parts.world.clock.now();
    const due = this.#late.filter((each) => each.due <= now).sort((left, right) => left.due - right.due);
    this.#late = this.#late.filter((each) => each.due > now);
    for (const { run } of due) run();
  }

  /** How many requests are still to be carried out late. */
  get pending(): number {
    return this.#late.length;
  }

  /** One request from arrival to outcome. Rejects with the signal's reason when aborted while waiting. */
  async exchange(request: WireRequest, signal?: AbortSignal): Promise<Outcome> {
    this.settle();
    const { area, path } = splitUrl(request.url);
    const operation = this.#operationName(request.method, area, path);
    const entry = this.#parts.log.add({
      at: this.#parts.world.clock.now(),
      method: request.method,
      path,
      operation,
      query: request.url.search,
      company: this.#companyOf(request),
    });
    const fault = this.#parts.faults.take(operation ?? `${request.method} ${path}`);
    // Who calls is decided on arrival, also when the request is carried out later.
    const rule = this.#ruleFor(request, area, path);
    const carryOut = async (): Promise<Answer> => {
      const answer = await this.#answer(rule);
      entry.committed = answer.status < 400;
      return answer;
    };
    const outcome = fault ? await this.#faulty(fault, carryOut, entry, signal) : answered(await carryOut());
    if (outcome.kind === 'answer') entry.status = outcome.answer.status;
    return outcome;
  }

  #operationName(method: string, area: 'api' | 'identity' | 'none', path: string): string | undefined {
    if (area !== 'api') return `${method} ${path}`;
    const route = this.#parts.router.find(method, path);
    return typeof route === 'object' ? `${method} ${route.operation.path}` : undefined;
  }

  #companyOf(request: WireRequest): string | undefined {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    return bearer === undefined ? undefined : this.#parts.identity.tokens.sessionOf(bearer)?.company;
  }

  async #answer(rule: () => Answer | Promise<Answer>): Promise<Answer> {
    try {
      return await rule();
    } catch (error) {
      if (error instanceof ApiRefusal) return refusalAnswer(this.#parts.world, error);
      throw error;
    }
  }

  /** What the request asks for, with the caller already known. */
  #ruleFor(request: WireRequest, area: 'api' | 'identity' | 'none', path: string): () => Answer | Promise<Answer> {
    if (area === 'identity') return () => answerIdentity(this.#parts.identity, request, path) ?? { status: 404 };
    if (area === 'none') return () => ({ status: 404 });
    const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const session = bearer === undefined ? undefined : this.#parts.identity.tokens.sessionOf(bearer);
    return () => this.#api(request, path, session);
  }

  #api(request: WireRequest, path: string, session: Session | undefined): Answer {
    const { world, router, rates } = this.#parts;
    if (!session) throw notAuthorized();
    const company = requireAccess(world.companies.get(session.company), request.method);
    const route = router.find(request.method, path);
    if (route === undefined) throw notFound(`The resource ${path}`);
    if (route === 'method') return { status: 405 };
    const perCompany = world.options.rateLimit !== false && world.options.rateLimit.per === 'client-endpoint-company';
    const key = `${session.clientId} ${perCompany ? `${session.company} ` : ''}${request.method} ${route.operation.path}`;
    rates.count(world, key);
    if (route.operation.scopes.length > 0 && !route.operation.scopes.some((scope) => session.scopes.includes(scope))) {
      throw new ApiRefusal(403, errorCodes.noAccessToScopes, `NoAccessToScopesException - One of these scopes is required: ${route.operation.scopes.join(', ')}`);
    }
    const call: Call = {
      world,
      company,
      session,
      params: route.params,
      query: request.url.searchParams,
      body: readBody(request),
    };
    return route.operation.handle(call);
  }

  async #faulty(
    fault: Fault,
    carryOut: () => Promise<Answer>,
    entry: LoggedRequest,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const { world } = this.#parts;
    entry.fault = fault.kind;
    switch (fault.kind) {
      case 'refuse':
        return { kind: 'failure', failure: fault.as ?? 'refused' };
      case 'connect-timeout':
        await world.clock.sleep(fault.afterMs ?? 10_000, signal);
        return { kind: 'failure', failure: 'connect-timeout' };
      case 'reset':
      case 'hang':
        if (fault.committed) await carryOut();
        return { kind: 'failure', failure: fault.kind === 'hang' ? 'hang' : (fault.as ?? 'reset') };
      case 'late-commit':
        this.#late.push({ due: world.clock.now() + fault.afterMs, run: () => void carryOut() });
        if (fault.seen === 'gateway') return answered(faultAnswer(world, { kind: 'gateway', status: 504 }));
        return { kind: 'failure', failure: fault.seen === 'hang' ? 'hang' : 'reset' };
      case 'slow':
        return this.#slow(fault, carryOut, signal);
      case 'truncated':
      case 'broken-body': {
        const answer = sent(await carryOut());
        const half = Math.floor(answer.body.length / 2);
        if (fault.kind === 'broken-body') return { kind: 'answer', answer: { ...answer, breakAfter: half } };
        return { kind: 'answer', answer: { ...answer, body: answer.body.slice(0, half) } };
      }
      case 'server-error':
      case 'gateway':
        if (fault.committed) await carryOut();
        return answered(faultAnswer(world, fault));
      case 'unauthorized':
      case 'rate-limit':
      case 'refusal':
        return answered(faultAnswer(world, fault));
    }
  }

  async #slow(
    fault: Extract<Fault, { kind: 'slow' }>,
    carryOut: () => Promise<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const first = fault.commit === 'last' ? undefined : await carryOut();
    try {
      await this.#parts.world.clock.sleep(fault.ms, signal);
    } catch (error) {
      // The caller gave up; what arrived at the service is carried out all the same.
      if (!first) await carryOut();
      throw signal?.aborted ? reasonOf(signal) : error;
    }
    return answered(first ?? (await carryOut()));
  }
}

function answered(answer: Answer): Outcome {
  return { kind: 'answer', answer: sent(answer) };
}

function notAuthorized(): ApiRefusal {
  return new ApiRefusal(401, errorCodes.notAuthorized, 'AuthorizationException - Authorization has been denied for this request.', {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
}
