import type { Homes } from './homes.ts';
import { groupBy } from './group-by.ts';
import { lowerFirst, typeName } from './plan.ts';

export const width = 120;
export const banner = '// Generated from facts/ by `pnpm codegen`. Change the facts or the generator, not this file.\n\n';

/** A doc comment, wrapped. Paragraphs are separated by empty lines. */
export function comment(paragraphs: readonly string[], indent = ''): string {
  const [only = ''] = paragraphs;
  if (paragraphs.length === 1 && !only.includes('\n') && only.length + indent.length + 7 <= width) return `${indent}/** ${only} */\n`;
  const lines = paragraphs.flatMap((paragraph, at) => [...(at > 0 ? [''] : []), ...wrap(paragraph, width - indent.length - 3)]);
  return `${indent}/**\n${lines.map((line) => `${indent} *${line ? ` ${line}` : ''}\n`).join('')}${indent} */\n`;
}

function wrap(paragraph: string, limit: number): string[] {
  const lines: string[] = [];
  for (const part of paragraph.split('\n')) {
    let line = '';
    for (const word of part.split(' ')) {
      if (line && line.length + word.length + 1 > limit) {
        lines.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
    }
    lines.push(line);
  }
  return lines;
}

/** `head(a, b): tail` on one line when it fits, else one item per line. */
export function callLine(indent: string, head: string, items: readonly string[], tail: string): string {
  const single = `${indent}${head}(${items.join(', ')})${tail}`;
  if (single.length <= width) return `${single}\n`;
  return `${indent}${head}(\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent})${tail}\n`;
}

/** One import statement, broken when it is too long. */
export function importLine(kind: 'import' | 'import type', names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort();
  if (sorted.length === 0) return '';
  const single = `${kind} { ${sorted.join(', ')} } from '${from}';`;
  if (single.length <= width) return `${single}\n`;
  return `${kind} {\n${sorted.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
}

/** Imports of what other folders' files of the same kind hold, grouped by folder. */
export function importsFrom(folder: string, models: Iterable<string>, homes: Homes, file: string, name: (model: string) => string): string {
  const kind = file === 'types.ts' ? 'import type' : 'import';
  const byFolder = groupBy(new Set(models), (model) => homes.folderOf.get(model) ?? 'shared');
  return Object.keys(byFolder)
    .filter((other) => other !== folder)
    .sort()
    .map((other) => importLine(kind, (byFolder[other] ?? []).map(name), `../${other}/${file}`))
    .join('');
}

export const modelConst = (model: string): string => `${lowerFirst(typeName(model))}Model`;
