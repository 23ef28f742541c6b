import { type Parameter, type SpecDocument, type SpecOperation, findOperation } from './document.ts';
import { overlay } from './overlay.ts';
import { type Validator, createValidator } from './validator.ts';

/** A request and its answer as they went over the wire. */
export interface WireExchange {
  readonly method: string;
  /** Path below the base of the API. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestType: string | null;
  readonly requestBody: string;
  readonly status: number;
  readonly answerType: string | null;
  readonly answerBody: string;
}

/** The outcome of one check. */
export interface Checked {
  /** The operation as the document names it; undefined when it has none. */
  readonly operation: string | undefined;
  readonly violations: readonly string[];
}

/** Holds every exchange against the document with its overlay. */
export class SpecCheck {
  readonly #document: SpecDocument;
  readonly #requests: Validator;
  readonly #answers: Validator;

  constructor(document: SpecDocument) {
    this.#document = document;
    this.#requests = createValidator(document, 'request');
    this.#answers = createValidator(document, 'answer');
  }

  /** What is wrong with a request and its answer. */
  check(exchange: WireExchange): Checked {
    const operation = findOperation(this.#document, exchange.method, exchange.path);
    if (!operation) return { operation: undefined, violations: [`${exchange.method} ${exchange.path} is not documented`] };
    const violations = [
      ...this.#path(operation, exchange),
      ...this.#query(operation, exchange),
      ...this.#body(operation, exchange),
      ...this.#answer(operation, exchange),
    ];
    return { operation: operation.name, violations: violations.map((text) => `${operation.name}: ${text}`) };
  }

  #path(operation: SpecOperation, { method, path }: WireExchange): string[] {
    const values = operation.pattern.exec(`${method} ${path}`)?.slice(1) ?? [];
    return operation.placeholders.flatMap((name, index) => {
      const parameter = operation.parameters.find((each) => each.in === 'path' && each.name.toLowerCase() === name.toLowerCase());
      if (!parameter) return [];
      return this.#parameter(parameter, decodeURIComponent(values[index] ?? ''));
    });
  }

  #query(operation: SpecOperation, { query }: WireExchange): string[] {
    const isList = isPage(operation);
    const documented = operation.parameters.filter((each) => each.in === 'query');
    const missing = documented.filter(({ name, required }) => required === true && !query.has(name));
    const unknown = [...query.keys()].filter((name) => {
      const isOption = isList && overlay.queryOptions.onLists.includes(name);
      return !isOption && !documented.some((parameter) => parameter.name === name);
    });
    const values = documented.flatMap((parameter) => {
      const value = query.get(parameter.name);
      return value === null ? [] : this.#parameter(parameter, value);
    });
    return [
      ...missing.map(({ name }) => `query ${name} is required`),
      ...unknown.map((name) => `query ${name} is not documented`),
      ...values,
    ];
  }

  #parameter(parameter: Parameter, text: string): string[] {
    const value = typedValue(parameter.schema['type'], text);
    return this.#requests.problems(parameter.schema, value).map((problem) => `${parameter.in} ${parameter.name}: ${problem}`);
  }

  #body(operation: SpecOperation, { requestBody, requestType }: WireExchange): string[] {
    if (requestBody === '') return operation.bodyRequired ? ['the body is required'] : [];
    if (!operation.body) return ['a body is not documented'];
    if (!requestType?.startsWith('application/json')) return [`the body has the type ${requestType ?? 'none'}`];
    return this.#requests.problems(operation.body, JSON.parse(requestBody)).map((problem) => `body ${problem}`);
  }

  #answer(operation: SpecOperation, { status, answerBody, answerType }: WireExchange): string[] {
    const schema = operation.answers.get(String(status));
    if (schema === undefined) {
      const success = [...operation.answers].some(([code, each]) => code.startsWith('2') && each === null);
      const isAllowed = overlay.statuses.allowed.includes(status) || (status === overlay.noContent.status && success);
      return isAllowed ? [] : [`status ${status} is not documented`];
    }
    if (overlay.files.operations.includes(operation.name) && status < 300) {
      return answerType === 'application/pdf' && answerBody !== '' ? [] : [`the answer is no file but ${answerType ?? 'nothing'}`];
    }
    if (schema === null) return answerBody === '' ? [] : ['an answer body is not documented'];
    if (!answerType?.startsWith('application/json')) return [`the answer has the type ${answerType ?? 'none'}`];
    return this.#answers.problems(schema, JSON.parse(answerBody)).map((problem) => `answer ${status} ${problem}`);
  }
}

/** True for an operation whose answer is a page of a list. */
function isPage({ answers }: SpecOperation): boolean {
  const schema = answers.get('200');
  return typeof schema?.['$ref'] === 'string' && schema['$ref'].includes('PaginatedResponseOf');
}

function typedValue(type: unknown, text: string): unknown {
  switch (type) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    default:
      return text;
  }
}
