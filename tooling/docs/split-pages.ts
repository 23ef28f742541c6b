import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { ReflectionKind, RendererEvent, type Application, type ProjectReflection } from 'typedoc';
import { anchorsOf, type Piece, piecesOf } from './pieces.ts';

/** Characters of Markdown; on the site a page is about two and a half times as large. */
const largest = 50_000;

/** A page to be written: the file that typedoc made it from, its pieces, and their anchors there and here. */
interface Page {
  readonly file: string;
  readonly origin: string;
  readonly pieces: readonly Piece[];
}

/**
 * A typedoc plugin: an entry that is too large for one page gets a page for each folder of its sources (for the client:
 * for each resource), and one that lists them. Every link follows; one that leads nowhere ends the run.
 */
export function load(app: Application): void {
  app.renderer.on(RendererEvent.END, ({ project, outputDirectory }) => {
    const topics = topicsOf(project);
    const made = globSync('**/*.md', { cwd: outputDirectory }).map((file): Page => ({ file, origin: file, pieces: piecesOf(readFileSync(join(outputDirectory, file), 'utf8')) }));
    const pages = made.flatMap((page) => (size(page.pieces) > largest ? divide(page, topics) : [page]));
    const twice = pages.find(({ file }, index) => pages.findIndex((each) => each.file === file) !== index);
    if (twice) throw new Error(`Two pages of the reference would be ${twice.file}.`);
    const places = placesOf(made, pages);
    const broken: string[] = [];
    for (const { file, origin, pieces } of pages) {
      const text = pieces.map((piece) => piece.text).join('');
      const target = join(outputDirectory, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, relink(text, { file, origin, places, broken }));
    }
    if (broken.length > 0) throw new Error(`Links of the reference that lead nowhere:\n${broken.join('\n')}`);
  });
}

/** The topic of each symbol, by entry and name: the folder of its source. */
function topicsOf(project: ProjectReflection): ReadonlyMap<string, string> {
  const symbols = project.getReflectionsByKind(ReflectionKind.Module).flatMap((entry) => (entry.isDeclaration() ? (entry.children ?? []) : []));
  return new Map(symbols.map((symbol) => [`${symbol.parent?.name ?? ''}.md#${symbol.name}`, topicOf(project.getSymbolIdFromReflection(symbol)?.fileName ?? '')]));
}

/** `src/generated/customers/customer.ts`: customers. `src/client.ts`: basics. */
function topicOf(file: string): string {
  const folders = (file.split('/src/')[1] ?? '').split('/').slice(0, -1);
  return (folders[0] === 'generated' ? folders[1] : folders[0]) ?? 'basics';
}

/** The pages of a page that is too large, the one that lists the others first. Pieces are the same objects as before. */
function divide({ file, pieces }: Page, topics: ReadonlyMap<string, string>): Page[] {
  const title = (pieces[0]?.text ?? '').replace(/^# /, '').trim();
  const symbols = pieces.filter(({ symbol }) => symbol !== undefined);
  const byTopic = [...groupBy(symbols, ({ symbol = '' }) => topics.get(`${file}#${symbol}`) ?? 'basics')].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = byTopic.flatMap(([topic, some]) => chunks(some).map((chunk, index, all) => ({ name: all.length === 1 ? topic : `${topic}-${String(index + 1)}`, chunk })));
  const anchors = new Map(anchorsOf(pieces).map(([first = ''], index) => [pieces[index], first]));
  const list = parts.map(({ name, chunk }) => {
    const names = chunk.map((piece) => `[\`${piece.symbol ?? ''}\`](#${anchors.get(piece) ?? ''})`);
    return `| [${name}](${posix.basename(file, '.md')}/${name}.md) | ${names.join(', ')} |`;
  });
  return [
    { file, origin: file, pieces: [between(`# ${title}\n\nWhat this entry exports, by topic.\n\n| page | names |\n| --- | --- |\n${list.join('\n')}\n`)] },
    ...parts.map(({ name, chunk }): Page => {
      const groups = [...groupBy(chunk, ({ group }) => group)];
      return {
        file: file.replace(/\.md$/, `/${name}.md`),
        origin: file,
        pieces: [between(`# ${title}: ${name}\n\n`), ...groups.flatMap(([group, some]) => [between(`## ${group}\n\n`), ...some])],
      };
    }),
  ];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function between(text: string): Piece {
  return { symbol: undefined, group: '', text };
}

function size(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}

/** In rows that fit on a page, in the order in which they stand. */
function chunks(pieces: readonly Piece[]): Piece[][] {
  return pieces.reduce<Piece[][]>((rows, piece) => {
    const last = rows.at(-1);
    return last && size(last) + piece.text.length <= largest ? [...rows.slice(0, -1), [...last, piece]] : [...rows, [piece]];
  }, []);
}

/** Where each anchor of the pages that typedoc made is now: `page#anchor` by `page#anchor`. */
function placesOf(made: readonly Page[], pages: readonly Page[]): ReadonlyMap<string, string> {
  const now = new Map<Piece, readonly string[]>();
  for (const { file, pieces } of pages) {
    const anchors = anchorsOf(pieces);
    for (const [index, piece] of pieces.entries()) now.set(piece, (anchors[index] ?? []).map((anchor) => `${file}#${anchor}`));
  }
  const places = new Map(pages.map(({ file }) => [file, file]));
  for (const { file, pieces } of made) {
    const anchors = anchorsOf(pieces);
    for (const [index, piece] of pieces.entries()) {
      for (const [which, anchor] of (anchors[index] ?? []).entries()) {
        const place = now.get(piece)?.[which];
        if (place !== undefined) places.set(`${file}#${anchor}`, place);
      }
    }
  }
  return places;
}

/** The text of a page with every link leading to where its target is now. */
function relink(text: string, { file, origin, places, broken }: { readonly file: string; readonly origin: string; readonly places: ReadonlyMap<string, string>; readonly broken: string[] }): string {
  return text.replaceAll(/\]\(([^\s()#:]*)(#[^\s()]+)?\)/g, (whole: string, path: string, hash: string | undefined = '') => {
    if (path + hash === '') return whole;
    const target = path === '' ? origin : posix.normalize(posix.join(posix.dirname(origin), path));
    // typedoc counts some headings that it never writes, so its number may be too high.
    const place = places.get(target + hash) ?? places.get(target + hash.replace(/-\d+$/, ''));
    if (place === undefined) {
      broken.push(`${file}: ${path}${hash}`);
      return whole;
    }
    const [page = '', anchor] = place.split('#');
    const there = page === file ? '' : posix.relative(posix.dirname(file), page);
    return `](${there}${anchor === undefined ? '' : `#${anchor}`})`;
  });
}
