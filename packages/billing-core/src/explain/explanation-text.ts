import { sourceKey } from '../identity/source-key.ts';
import type { Explanation } from '../model/explanation.ts';

/** An explanation as plain text: one line per amount, indented by what it is part of, with the sources at its end. */
export function explanationText(explanation: Explanation, depth = 0): string {
  const { amount, label, reason, sources, parts } = explanation;
  const origin = sources.length > 0 ? ` [${sources.map(sourceKey).join(', ')}]` : '';
  const own = `${'  '.repeat(depth)}${amount}  ${label}: ${reason}${origin}`;
  return [own, ...parts.map((part) => explanationText(part, depth + 1))].join('\n');
}
