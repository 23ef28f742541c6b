import { describe, expect, it } from 'vitest';
import type { ProjectTask, ProjectUser } from '../../src/index.ts';
import { project, propose, time } from '../support/builders.ts';

const priced = (method: 'TaskHourlyRate' | 'UserHourlyRate', lists: { tasks?: readonly ProjectTask[]; users?: readonly ProjectUser[] }) => {
  const { proposals, excluded, problems } = propose([time({ minutes: 60 })], {}, { projects: [project({ invoicing: { method }, ...lists })] });
  return { net: proposals.map(({ netAmount }) => netAmount), excluded: excluded.map(({ reason }) => reason), problems: problems.map(({ code }) => code) };
};

describe('D2: the order of input does not matter; a rate is never guessed', () => {
  it('an activity that a project has twice at different rates is priced the same in both orders, or refused', () => {
    const tasks = [{ id: 'pt1', activityId: 'a1', hourlyRate: '95.00' }, { id: 'pt2', activityId: 'a1', hourlyRate: '120.00' }];
    expect(priced('TaskHourlyRate', { tasks: tasks.toReversed() })).toEqual(priced('TaskHourlyRate', { tasks }));
  });

  it('an activity that was taken off a project (not billable) and put back does not lose its hours by order', () => {
    const tasks = [{ id: 'pt1', activityId: 'a1', billable: false }, { id: 'pt2', activityId: 'a1', hourlyRate: '95.00' }];
    expect(priced('TaskHourlyRate', { tasks: tasks.toReversed() })).toEqual(priced('TaskHourlyRate', { tasks }));
  });

  it('nor does a member that a project has twice', () => {
    const users = [{ userId: 'u1', hourlyRate: '95.00' }, { userId: 'u1', hourlyRate: '120.00' }];
    expect(priced('UserHourlyRate', { users: users.toReversed() })).toEqual(priced('UserHourlyRate', { users }));
  });
});
