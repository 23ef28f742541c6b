import { version } from '../version.ts';

interface Named {
  readonly name: string;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
}

const token = (text: string): string => text.replaceAll(/[^\w.~:/+-]/g, '-');

/** `visma-eaccounting/1.2.3 my-app/4.5 (https://example.org)`; characters that a header cannot hold become dashes. */
export function userAgent(app: Named | undefined): string {
  const own = `visma-eaccounting/${version}`;
  if (!app) return own;
  const url = app.url === undefined ? '' : ` (${token(app.url)})`;
  return `${own} ${token(app.name)}${app.version === undefined ? '' : `/${token(app.version)}`}${url}`;
}
