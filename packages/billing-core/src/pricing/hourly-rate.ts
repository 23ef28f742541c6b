import type { Activity, Customer, InvoiceMethod, Project, User } from '../model/master-data.ts';
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
      const task = project.tasks?.find(({ activityId }) => activityId === activity?.id);
      return firstRate([
        ['project-task', task?.id, task?.hourlyRate],
        ['activity', activity?.id, activity?.hourlyRate],
      ]);
    }
    case 'UserHourlyRate': {
      const member = project.users?.find((candidate) => candidate.userId === userId);
      return firstRate([
        ['project-user', userId, member?.hourlyRate],
        ['user', userId, user?.hourlyRate],
      ]);
    }
    case 'ProjectHourlyRate':
      return firstRate([['project', project.id, project.invoicing.hourlyRate]]);
    default:
      return firstRate([['customer', customer.id, customer.hourlyRate]]);
  }
}
