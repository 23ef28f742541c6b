import { InvalidInputError } from '../errors/invalid-input-error.ts';
import { date, guid, literal, type FilterValue } from './literal.ts';

/** A filter expression. `Field` names the fields it looks at, so that a misspelt one does not compile. */
export class Filter<Field extends string> {
  /** Only for the compiler. */
  declare readonly fields: Field;
  readonly #render: (prefix: string) => string;

  constructor(render: (prefix: string) => string) {
    this.#render = render;
  }

  /** The expression as text; the prefix is that of a lambda, such as `c/`. */
  render(prefix = ''): string {
    return this.#render(prefix);
  }

  /** The expression as the query string holds it. */
  toString(): string {
    return this.render();
  }
}

function path(field: string): string {
  if (/^[A-Za-z_]\w*(\/[A-Za-z_]\w*)*$/.test(field)) return field;
  throw new InvalidInputError([{ path: 'filter', message: 'must name a field by letters, digits and underscores' }]);
}

function comparison(operator: string) {
  return <F extends string>(field: F, value: FilterValue): Filter<F> => {
    const tail = ` ${operator} ${literal(value)}`;
    path(field);
    return new Filter((prefix) => `${prefix}${field}${tail}`);
  };
}

function textFunction(name: string) {
  return <F extends string>(field: F, value: string): Filter<F> => {
    const text = literal(value);
    path(field);
    return new Filter((prefix) => `${name}(${prefix}${field},${text})`);
  };
}

function datePart(part: string) {
  return <F extends string>(field: F, value: number): Filter<F> => {
    const text = literal(value);
    path(field);
    return new Filter((prefix) => `${part}(${prefix}${field}) eq ${text}`);
  };
}

function join(word: string) {
  return <F extends string>(...filters: readonly [Filter<F>, ...Filter<F>[]]): Filter<F> =>
    new Filter((prefix) => filters.map((one) => (filters.length > 1 ? `(${one.render(prefix)})` : one.render(prefix))).join(` ${word} `));
}

/**
 * Builds `filter` for a list. Values are escaped: text from a person cannot change the expression.
 *
 * `filter.and(filter.eq('CustomerNumber', number), filter.gt('ChangedUtc', since))`
 */
export const filter = {
  eq: /* @__PURE__ */ comparison('eq'),
  ne: /* @__PURE__ */ comparison('ne'),
  gt: /* @__PURE__ */ comparison('gt'),
  ge: /* @__PURE__ */ comparison('ge'),
  lt: /* @__PURE__ */ comparison('lt'),
  le: /* @__PURE__ */ comparison('le'),
  contains: /* @__PURE__ */ textFunction('contains'),
  /** The year of a date equals a number. */
  year: /* @__PURE__ */ datePart('year'),
  month: /* @__PURE__ */ datePart('month'),
  day: /* @__PURE__ */ datePart('day'),
  and: /* @__PURE__ */ join('and'),
  or: /* @__PURE__ */ join('or'),
  /** At least one entry of a list meets the filter: `filter.any('Rows', filter.contains('Text', mark))`. */
  any: <F extends string>(field: F, inner: Filter<string>): Filter<F> => {
    path(field);
    return new Filter((prefix) => `${prefix}${field}/any(c: ${inner.render('c/')})`);
  },
  guid,
  date,
};
