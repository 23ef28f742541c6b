import type { Corrections } from '../codegen/facts.ts';
import type { Aspect, Difference } from './difference.ts';

/** Where the whole client departs from the document, whatever the operation. */
const rules: Partial<Record<Aspect, string>> = {
  date: 'Business dates travel as YYYY-MM-DD both ways (sandbox, 2026-07-19): so they are sent, and either form is read.',
  presence: '`required` of the document is about bodies: even Id lacks it. Answers carry every property; one that may be null may be absent.',
  'nested null': 'A $ref cannot say that a nested record may be null, and records without one are answered so.',
  format: 'What the service takes for base64 or an e-mail address is not documented: it is answered as text and not judged.',
};

/** Why a difference is meant, or undefined when nobody meant it. */
export function reasonOf({ where, aspect }: Difference, corrections: Corrections): string | undefined {
  const { why } = corrections;
  const [place = ''] = where.split(' (');
  const [model = '', field = ''] = place.split('.');
  switch (aspect) {
    case 'answer':
      return corrections.answers[where] === undefined ? undefined : why?.answers;
    case 'body':
      return corrections.optionalBodies.includes(where) ? why?.optionalBodies : undefined;
    case 'required':
      return corrections.required[model]?.includes(field) ? why?.required : undefined;
    case 'missing':
    case 'extra':
    case 'scopes':
    case 'parameter':
      return undefined;
    default:
      return corrections.fields[place] === undefined ? rules[aspect] : why?.fields[place];
  }
}
