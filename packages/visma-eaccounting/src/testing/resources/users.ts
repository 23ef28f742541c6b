import { guidOf } from '../ids.ts';
import { listAnswer } from './listing.ts';
import { type Operation, scopes } from './operation.ts';

/** /users: the people of the company, with the one behind the token marked. */
export const users: readonly Operation[] = [
  {
    method: 'GET',
    path: '/users',
    scopes: scopes.readAny,
    handle: (call) => {
      const people = call.world.users.filter(({ companies }) => companies.includes(call.company.identifier));
      const records = people.map((user) => ({
        Id: guidOf(`user/${user.email}`),
        Email: user.email,
        FirstName: user.firstName,
        LastName: user.lastName,
        IsActive: true,
        IsCurrentUser: user.email === call.session.email,
        IsConsultant: false,
      }));
      return listAnswer(call, '/users', 'UserApi', records);
    },
  },
];
