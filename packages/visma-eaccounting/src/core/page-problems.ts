import type { InvalidField } from '../errors/invalid-input-error.ts';
import type { AnyModel, AnswerMode, List } from '../schemas/model.ts';

/** What is wrong with a list answer, at its first wrong entry. */
export function problemsOfList({ items }: List, body: unknown, mode: AnswerMode, at = ''): readonly InvalidField[] {
  if (!Array.isArray(body)) return [{ path: at, message: 'must be a list' }];
  if (mode === 'off') return [];
  for (const [index, item] of body.entries()) {
    const problems = (items as AnyModel).problemsOfAnswer(item, mode);
    if (problems.length > 0) {
      return problems.map(({ path, message }) => ({ path: `${at}[${index}]${path && `.${path}`}`, message }));
    }
  }
  return [];
}

/** What is wrong with a page: its envelope, its number, then its records. */
export function problemsOfPage(
  model: AnyModel,
  body: unknown,
  mode: AnswerMode,
  asked: number,
  select: readonly unknown[] | undefined,
): readonly InvalidField[] {
  const { Meta, Data } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { CurrentPage, TotalNumberOfPages } = (typeof Meta === 'object' && Meta !== null ? Meta : {}) as Record<string, unknown>;
  for (const [name, value] of Object.entries({ CurrentPage, TotalNumberOfPages })) {
    if (!Number.isInteger(value)) return [{ path: `Meta.${name}`, message: 'must be a whole number' }];
  }
  if (CurrentPage !== asked) return [{ path: 'Meta.CurrentPage', message: `must be ${asked}, the page that was asked for` }];
  // Selected records lack fields: only their kind can be checked.
  return problemsOfList({ items: model }, Data, select ? 'off' : mode, 'Data');
}
