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

/** Every property that a filter touches, `Rows/Text` for a lambda's. */
export function propertiesOf(expression: Expression, prefix = ''): string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return [...propertiesOf(expression.left, prefix), ...propertiesOf(expression.right, prefix)];
    case 'compare':
      return [prefix + expression.operand.path];
    case 'contains':
      return [prefix + expression.path];
    case 'any':
      return propertiesOf(expression.inner, `${prefix}${expression.path}/`);
  }
}
