import type { Problem } from './problem.ts';
import { checkSourceReferences, sourceReferences, type SourceReference } from '../settings/source-references.ts';
import type { Settings } from '../settings/settings.ts';
import { allProjects } from './account-terms.ts';
import { chunks } from './chunks.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** Settings that name records which the time-tracking side does not have. Reads only what the settings name. */
export async function checkReferences(
  context: ConnectorContext,
  session: Session,
  settings: Settings,
  activityIds: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Problem[]> {
  const references = sourceReferences(settings);
  const ids = (kind: SourceReference['kind']): string[] => [...new Set(references.flatMap((each) => (each.kind === kind ? [each.id] : [])))];
  const customers = new Set<string>();
  for (const some of chunks(ids('customer'), 1000)) {
    const found = await context.parts.source.customers.get(session.scope.sourceAccountId, some, signal);
    found.forEach(({ id }) => customers.add(id));
  }
  const projects = ids('project').length === 0 ? [] : await allProjects(context, session);
  return checkSourceReferences(references, {
    customer: customers,
    activity: new Set(activityIds),
    project: new Set(projects.map(({ id }) => id)),
  });
}
