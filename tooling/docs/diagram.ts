import { renderMermaidSVG } from 'beautiful-mermaid';

/**
 * A Mermaid diagram as a figure, drawn while the site is built. Colours and fonts come from the site's style sheet, so that
 * it fits a light and a dark page; nothing is loaded from elsewhere. A first line `%% Words` names it for screen readers.
 */
export function diagram(source: string): string {
  const title = /^%% (.+)$/m.exec(source)?.[1] ?? 'Diagram';
  const svg = renderMermaidSVG(source.replaceAll(/^%%.*\n/gm, ''), { transparent: true })
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/^<svg /, `<svg role="img" aria-label="${title}" `)
    .replace(/ style="--bg:[^"]*"/, '')
    // Names of states hold no hyphen in Mermaid's language.
    .replaceAll(/>[a-z]+(_[a-z]+)+</g, (name) => name.replaceAll('_', '-'));
  // The SVG is text to Vue: nothing in it is a template.
  const text = JSON.stringify(svg).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<figure class="diagram" v-html="${text}"></figure>\n`;
}
