import type { Session } from '../oauth/tokens.ts';
import type { CompanyState } from '../state/company.ts';
import type { World } from '../state/world.ts';
import type { Answer } from '../wire/answer.ts';
import { checkBody } from '../models/check.ts';
import { type FieldError, invalid } from '../wire/refusal.ts';
import { type WireObject, isWireObject } from '../wire/json.ts';

/** One call that passed authentication: what an operation's rule works on. */
export interface Call {
  readonly world: World;
  readonly company: CompanyState;
  readonly session: Session;
  /** Values of the path's {placeholders}, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON body; undefined when there was none. */
  readonly body: unknown;
}

/** An operation of the API: where it lives, who may call it, what it does. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below /v2 with {placeholders}. */
  readonly path: string;
  /** Any one of these is enough; empty for none. */
  readonly scopes: readonly string[];
  readonly handle: (call: Call) => Answer;
}

/** Scopes for reading and for writing, as the document groups them. */
export const scopes = {
  readSales: ['ea:sales', 'ea:sales_readonly'],
  writeSales: ['ea:sales'],
  readAccounting: ['ea:accounting', 'ea:accounting_readonly'],
  writeAccounting: ['ea:accounting'],
  readPurchase: ['ea:purchase', 'ea:purchase_readonly'],
  writePurchase: ['ea:purchase'],
  readSalesOrAccounting: ['ea:sales', 'ea:sales_readonly', 'ea:accounting', 'ea:accounting_readonly'],
  readSalesOrPurchase: ['ea:sales', 'ea:sales_readonly', 'ea:purchase', 'ea:purchase_readonly'],
  readAny: [
    'ea:sales',
    'ea:sales_readonly',
    'ea:accounting',
    'ea:accounting_readonly',
    'ea:purchase',
    'ea:purchase_readonly',
  ],
} as const;

/** The path parameter; operations name only placeholders of their own path. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** A boolean query flag; anything but true or false is refused. */
export function flag(call: Call, name: string, byDefault: boolean): boolean {
  const text = call.query.get(name);
  if (text === null || text === '') return byDefault;
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw invalid([{ field: name, message: `The value '${text}' is not valid.` }]);
}

/** The body as an object that fits the model; throws the refusal that lists what does not fit. */
export function bodyOf(call: Call, model: string, ...more: ((body: WireObject) => FieldError[])[]): WireObject {
  if (!isWireObject(call.body)) throw invalid([{ field: '', message: 'A JSON object is expected as the body.' }]);
  const body = call.body;
  const problems = checkBody(model, body, call.world.leniency);
  for (const check of more) problems.push(...check(body));
  if (problems.length > 0) throw invalid(problems);
  return body;
}
