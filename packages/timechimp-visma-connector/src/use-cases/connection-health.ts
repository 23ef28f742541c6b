import { loadMasterData } from '../visma/load-master-data.ts';
import { checkBookingDate } from '../visma/check-date.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { error, hasErrors, warning, type Problem } from './problem.ts';
import { openSession, type Session } from './session.ts';
import { connectionProblem } from './visma-problem.ts';

/** How a connection is. Each problem names its remedy. */
export interface ConnectionHealth {
  readonly status: 'good' | 'attention' | 'broken' | 'not-connected';
  readonly companyName: string;
  readonly problems: readonly Problem[];
}

const neededScopes = ['ea:sales', 'ea:accounting'];

/**
 * Looks whether the connection works and the company can be booked in: consent, company, API extension, rights, fiscal
 * year, closed periods. Throws only what passes by itself, such as a network that is down.
 */
export async function connectionHealth(
  context: ConnectorContext,
  request: { readonly tenantId: string; readonly signal?: AbortSignal },
): Promise<ConnectionHealth> {
  let session: Session;
  try {
    session = await openSession(context, request.tenantId);
  } catch (failure) {
    if (failure instanceof ConnectorError) {
      return {
        status: 'not-connected',
        companyName: '',
        problems: [error(failure.code, 'connection', failure.message, failure.remedy)],
      };
    }
    throw failure;
  }
  const problems = await findProblems(context, session, request.signal);
  return {
    status: hasErrors(problems) ? 'broken' : problems.length > 0 ? 'attention' : 'good',
    companyName: session.facts.companyName,
    problems,
  };
}

async function findProblems(context: ConnectorContext, session: Session, signal: AbortSignal | undefined): Promise<Problem[]> {
  const granted = session.facts.scope.split(' ');
  const missing = session.facts.scope === '' ? [] : neededScopes.filter((scope) => !granted.includes(scope));
  const rights = missing.map((scope) =>
    error('scope-missing', 'connection', `The connection was made without the right ${scope}.`, 'Connect again and grant all rights that are asked for.'),
  );
  try {
    const masterData = await loadMasterData(session.client, { lists: ['fiscalYears'], pageSize: context.pageSize, signal });
    const { company } = masterData;
    if (company.companyIdentifier !== session.scope.companyIdentifier) {
      return [...rights, error('company-switched', 'connection', `The connection leads to ${company.name}, not to ${session.facts.companyName}.`, 'Connect again and choose the right company.')];
    }
    if (!rights.some((problem) => problem.message.includes('ea:accounting'))) {
      await session.client.vatCodes.list({ pageSize: 1 }, { signal });
    }
    const dates = checkBookingDate(session.today, masterData, 'company').map((problem) =>
      warning(problem.code, problem.at, problem.message, problem.remedy),
    );
    const status =
      company.status === 1
        ? []
        : [error('company-inactive', 'company', `${company.name} is ${company.status === 2 ? 'read-only' : 'not active'} in Visma.`, 'Activate the company in Visma.')];
    return [...rights, ...status, ...dates];
  } catch (failure) {
    const problem = connectionProblem(failure);
    if (problem) {
      return [...rights, problem];
    }
    throw failure;
  }
}
