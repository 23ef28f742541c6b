import type { Activity, Customer, InvoiceMethod, Project, User } from '../model/master-data.ts';
import type { Rate } from '../model/primitives.ts';
import type { ExclusionReason } from '../model/problem.ts';
import { firstRate, type FoundRate } from './found-rate.ts';

/** The records that an hour belongs to. */
export interface HourFacts {
  readonly customer: Customer;
  readonly project?: Project | undefined;
  readonly activity?: Activity | undefined;
  readonly user?: User | undefined;
  readonly userId?: string | undefined;
}

const COVERED: Readonly<Partial<Record<InvoiceMethod, ExclusionReason>>> = {
  ProjectRate: 'covered-by-fixed-price',
  TaskRate: 'covered-by-fixed-price',
  MilestoneRate: 'covered-by-fixed-price',
  Subscription: 'covered-by-subscription',
};

/** Why hours of a project are not priced at a rate: its terms cover them. `undefined` when they are. */
export function coveredBy(project: Project | undefined): ExclusionReason | undefined {
  return project && COVERED[project.invoicing.method];
}

/** The rates of all records that are given for the same thing: where they differ on a day, nobody can say which one holds. */
function ratesOf(records: readonly { readonly hourlyRate?: Rate | undefined }[]): Rate | undefined {
  const [first, ...others] = records.flatMap(({ hourlyRate }) => (hourlyRate === undefined ? [] : [hourlyRate]));
  if (first === undefined || others.length === 0) return first;
  return [first, ...others].flatMap((rate) => (typeof rate === 'string' ? [{ rate }] : rate));
}

/**
 * The rate of an hour, by the project's invoice method; `undefined` when the method's record has none.
 *
 * - `TaskHourlyRate`: the activity's rate within the project, else the activity's own.
 * - `UserHourlyRate`: the member's rate within the project, else the user's own.
 * - `ProjectHourlyRate`: the project's. `CustomerHourlyRate`, and hours without a project: the customer's.
 */
export function hourlyRate(facts: HourFacts): FoundRate | undefined {
  const { customer, project, activity, user, userId } = facts;
  switch (project?.invoicing.method) {
    case 'TaskHourlyRate': {
      const tasks = project.tasks?.filter(({ activityId, billable }) => activityId === activity?.id && billable !== false) ?? [];
      return firstRate([
        ['project-task', tasks[0]?.id, ratesOf(tasks)],
        ['activity', activity?.id, activity?.hourlyRate],
      ]);
    }
    case 'UserHourlyRate': {
      const members = project.users?.filter((candidate) => candidate.userId === userId) ?? [];
      return firstRate([
        ['project-user', userId, ratesOf(members)],
        ['user', userId, user?.hourlyRate],
      ]);
    }
    case 'ProjectHourlyRate':
      return firstRate([['project', project.id, project.invoicing.hourlyRate]]);
    default:
      return firstRate([['customer', customer.id, customer.hourlyRate]]);
  }
}
