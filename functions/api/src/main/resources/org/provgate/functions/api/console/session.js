// Who is here. The token is kept until the tab is closed, and nothing else is.

const KEY = 'token';

let token = sessionStorage.getItem(KEY) ?? '';
let caller = null;

/** Takes a token out of the address, so that it is not left there to be copied; sign-in pages call it an access token. */
export function takeFromAddress() {
  const handed = new URLSearchParams(location.hash.slice(1));
  const given = handed.get(KEY) ?? handed.get('access_token');
  if (given) {
    enter(given);
    history.replaceState(null, '', location.pathname + '#/');
  }
}

export function enter(given) {
  token = given.trim();
  caller = null;
  sessionStorage.setItem(KEY, token);
}

export function leave() {
  token = '';
  caller = null;
  sessionStorage.removeItem(KEY);
}

export const bearer = () => token;
export const who = () => caller;
export const isOperator = () => caller?.role === 'operator';
export const may = verb => caller?.may.includes(verb) ?? false;

export function known(found) {
  caller = found;
}
