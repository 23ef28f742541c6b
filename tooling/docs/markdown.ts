import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A fenced block of a document. */
export interface Snippet {
  readonly file: string;
  /** 1-based line of the opening fence. */
  readonly line: number;
  readonly language: string;
  /** Words after the language, e.g. `run`. */
  readonly flags: readonly string[];
  readonly code: string;
}

/** Every Markdown file of the repository that git knows or would add. */
export function markdownFiles(): readonly string[] {
  return execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter((file) => !file.endsWith('CHANGELOG.md') && !file.startsWith('.changeset/'));
}

/** The fenced blocks of one file, in order. */
export function snippetsOf(file: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  let open: { line: number; language: string; flags: string[]; code: string[] } | undefined;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, index) => {
      const fence = /^```(.*)$/.exec(text);
      if (!fence) {
        open?.code.push(text);
      } else if (open) {
        snippets.push({ file, line: open.line, language: open.language, flags: open.flags, code: open.code.join('\n') });
        open = undefined;
      } else {
        const [language = '', ...flags] = (fence[1] ?? '').trim().split(/\s+/);
        open = { line: index + 1, language, flags, code: [] };
      }
    });
  if (open) throw new Error(`${file}:${open.line}: this block is never closed.`);
  return snippets;
}

/** The anchor of a heading, as GitHub makes it; the site makes the same. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
