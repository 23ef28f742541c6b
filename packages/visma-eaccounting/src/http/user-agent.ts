import type { AppInfo } from '../client-options.ts';
import { version } from '../version.ts';

/** `visma-eaccounting/1.2.3 my-app/4.5`; characters that a header cannot hold become dashes. */
export function userAgent(app: AppInfo | undefined): string {
  const theirs = app ? ` ${app.name}/${app.version}` : '';
  return `visma-eaccounting/${version}${theirs}`.replaceAll(/[^ -~]/g, '-');
}
