/** The comparison operators of the subset. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** A value in a filter: text, number, boolean, null, or a bare GUID or date (as text, marked). */
export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'bare'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

/** What stands on the left of a comparison. */
export type Operand =
  | { readonly kind: 'property'; readonly path: string }
  | { readonly kind: 'part'; readonly part: 'year' | 'month' | 'day'; readonly path: string };

/** A parsed filter. `any` holds its inner expression with paths already relative to the element. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compare'; readonly operand: Operand; readonly operator: Comparison; readonly literal: Literal }
  | { readonly kind: 'contains'; readonly path: string; readonly text: string }
  | { readonly kind: 'any'; readonly path: string; readonly inner: Expression };

/** A comparison in a filter, with its property's path from the record. */
export interface ComparisonIn {
  readonly path: string;
  /** A part of a date is compared as a number. */
  readonly isPart: boolean;
  readonly literal: Literal;
}

/** Every comparison of a filter. */
export function comparisonsOf(expression: Expression, prefix = ''): ComparisonIn[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return [...comparisonsOf(expression.left, prefix), ...comparisonsOf(expression.right, prefix)];
    case 'compare': {
      const { operand, literal } = expression;
      return [{ path: prefix + operand.path, isPart: operand.kind === 'part', literal }];
    }
    case 'contains':
      return [{ path: prefix + expression.path, isPart: false, literal: { kind: 'text', value: expression.text } }];
    case 'any':
      return comparisonsOf(expression.inner, `${prefix}${expression.path}/`);
  }
}
