import type { CompanyState } from '../state/company.ts';
import { ApiRefusal, errorCodes } from '../wire/refusal.ts';

const inactive = 0;
const readOnly = 2;

/** Refuses with 403 where the company itself does not let the API in. */
export function requireAccess(company: CompanyState | undefined, method: string): CompanyState {
  if (!company?.apiModuleActive) {
    throw new ApiRefusal(403, errorCodes.noAccessToModule, 'ForbiddenRequestException - No access to module: api_standard');
  }
  if (!company.startupGuideCompleted) {
    throw new ApiRefusal(403, errorCodes.startupGuideNotCompleted, 'StartupGuideNotCompletedException - The start-up guide is not completed.');
  }
  const status = company.settings['CompanyStatus'];
  if (status === inactive || (status === readOnly && method !== 'GET')) {
    throw new ApiRefusal(403, errorCodes.companyNotActive, 'CompanyNotActiveException - The company is not active.');
  }
  return company;
}
