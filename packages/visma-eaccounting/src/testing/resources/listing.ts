import { complete } from '../models/complete.ts';
import { compareText, matches } from '../odata/evaluate.ts';
import { fieldsOf } from '../models/facts.ts';
import { comparisonsOf } from '../odata/expression.ts';
import { literalFits } from '../odata/literal-fits.ts';
import { parseFilter } from '../odata/parser.ts';
import { type Answer, ok } from '../wire/answer.ts';
import type { WireObject } from '../wire/json.ts';
import { type FieldError, invalid } from '../wire/refusal.ts';
import { utcNow } from '../state/world.ts';
import { filterBehaviour } from './filterable.ts';
import type { Call } from './operation.ts';

/** A page of a list: $page from 1, $pagesize 1 to 1000 (default 50), $filter, $orderby, $select. */
export function listAnswer(call: Call, path: string, model: string, records: readonly WireObject[]): Answer {
  const kept = ordered(call, model, filtered(call, path, model, records));
  const page = wholeNumber(call, '$page', 1, 2_147_483_647, 1);
  const size = wholeNumber(call, '$pagesize', 1, 1000, 50);
  const data = kept.slice((page - 1) * size, page * size).map((record) => selected(call, model, complete(model, record)));
  return ok({
    Meta: {
      CurrentPage: page,
      PageSize: size,
      TotalNumberOfPages: Math.ceil(kept.length / size),
      TotalNumberOfResults: kept.length,
      ServerTimeUtc: utcNow(call.world),
    },
    Data: data,
  });
}

function wholeNumber(call: Call, name: string, least: number, most: number, byDefault: number): number {
  const text = parameter(call, name);
  if (text === null) return byDefault;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw invalid([{ field: name, message: `must be a whole number from ${least} to ${most}` }]);
  }
  return value;
}

/** Query options are read without regard to case, as the service does. */
function parameter(call: Call, name: string): string | null {
  for (const [key, value] of call.query) if (key.toLowerCase() === name) return value;
  return null;
}

function filtered(call: Call, path: string, model: string, records: readonly WireObject[]): readonly WireObject[] {
  const text = parameter(call, '$filter');
  if (text === null || text.trim() === '') return records;
  const expression = parseFilter(text);
  if (!expression) throw unsupported('$filter', `The filter '${text}' is not supported.`);
  const behaviours = comparisonsOf(expression).map((comparison) => {
    const property = comparison.path;
    const behaviour = filterBehaviour(call.world, path, property);
    if (behaviour === 'refused') throw unsupported('$filter', `The property '${property}' cannot be used in $filter.`);
    if (!literalFits(model, comparison)) {
      throw unsupported('$filter', `The value does not fit the type of '${property}'.`);
    }
    return behaviour;
  });
  if (behaviours.includes('ignored')) return records;
  return records.filter((record) => matches(complete(model, record), expression));
}

function ordered(call: Call, model: string, records: readonly WireObject[]): readonly WireObject[] {
  const text = parameter(call, '$orderby');
  if (text === null || text.trim() === '') return records;
  const names = new Set(Object.keys(fieldsOf(model)));
  const keys = text.split(',').map((part) => {
    const [name = '', direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (!names.has(name) || !['asc', 'desc'].includes(direction) || rest.length > 0) {
      throw unsupported('$orderby', `'${part.trim()}' cannot be used in $orderby.`);
    }
    return { name, sign: direction === 'desc' ? -1 : 1 };
  });
  return [...records].sort((left, right) => {
    for (const { name, sign } of keys) {
      const order = compareValues(left[name], right[name]);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null || left === undefined) return -1;
  if (right === null || right === undefined) return 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return compareText(JSON.stringify(left), JSON.stringify(right));
}

function selected(call: Call, model: string, record: WireObject): WireObject {
  const text = parameter(call, '$select');
  if (text === null || text.trim() === '') return record;
  const names = text.split(',').map((name) => name.trim());
  const known = fieldsOf(model);
  const unknown = names.filter((name) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw unsupported('$select', `'${unknown.join(', ')}' cannot be used in $select.`);
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)));
}

function unsupported(field: string, message: string): Error {
  const problem: FieldError = { field, message };
  return invalid([problem]);
}
