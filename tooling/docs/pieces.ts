import { slug } from './markdown.ts';

/** A part of a generated page that stays together: a symbol, or a heading between them. */
export interface Piece {
  /** The name of the symbol; undefined for what stands between symbols. */
  readonly symbol: string | undefined;
  /** The group that a symbol stands in, such as Interfaces. */
  readonly group: string;
  readonly text: string;
}

/** A generated page in pieces, in order: its head, then headings of groups, each followed by its symbols. */
export function piecesOf(text: string): readonly Piece[] {
  return text.split(/^(?=#{2,3} )/m).reduce<Piece[]>((pieces, part) => {
    const [, level = '', title = ''] = /^(#+) (.+)$/m.exec(part) ?? [];
    const group = level === '##' ? title : (pieces.at(-1)?.group ?? '');
    const symbol = level === '###' ? title.replace(/^abstract /, '').replace(/\(\)$/, '').replaceAll('\\', '') : undefined;
    return [...pieces, { symbol, group, text: `${part.trimEnd()}\n\n` }];
  }, []);
}

/** The anchors of each piece in order, as the site makes them: a heading that occurs again gets a number. */
export function anchorsOf(pieces: readonly Piece[]): readonly (readonly string[])[] {
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    for (let name = wanted, number = 1; ; name = `${wanted}-${String(number)}`, number += 1) {
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  return pieces.map(({ text }) =>
    [...text.matchAll(/^#+ (.+)$|<a id="([^"]+)"><\/a>/gm)].map(([, heading, id = '']) => (heading === undefined ? id : unique(slug(heading)))),
  );
}
