import { type Html, html } from './markup.ts';

/** A column and whether it holds figures. */
export interface Column {
  readonly title: string;
  readonly figures?: boolean;
}

/** A table; the first cell of a row names the row. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (Html | string)[])[];
  /** The column that names the row, from 0. Default: the first. */
  readonly head?: number;
}

/**
 * A table that becomes a list of cards on a narrow screen. The roles are written out, because a table that is laid out
 * otherwise loses its meaning to screen readers in some browsers.
 */
export function table({ caption, columns, rows, head = 0 }: Table): Html {
  const cell = (content: Html | string, index: number): Html => {
    const { title = '', figures = false } = columns[index] ?? {};
    const kind = figures ? 'figures' : '';
    return index === head
      ? html`<th role="rowheader" scope="row" data-label="${title}" class="${kind}">${content}</th>`
      : html`<td role="cell" data-label="${title}" class="${kind}">${content}</td>`;
  };
  return html`<table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(({ title, figures }) => html`<th role="columnheader" scope="col" class="${figures === true ? 'figures' : ''}">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => html`<tr role="row">${row.map(cell)}</tr>
`)}</tbody>
</table>`;
}
