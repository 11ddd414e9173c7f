// The interface, asked with the token of this tab.

import { bearer } from './session.js';

/** What went wrong, in the words of the gate. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? 'the gate answered ' + status);
    this.status = status;
    this.title = body.title ?? '';
    this.faults = body.faults ?? [];
  }
}

// More may ask at once than the installation lets in: then it is asked again a little later.
const ATTEMPTS = 3;
const TOO_MANY = 429;

async function send(path, options) {
  for (let attempt = 1; ; attempt++) {
    const answer = await sendOnce(path, options);
    if (answer.ok) return answer;
    if (answer.status !== TOO_MANY || attempt === ATTEMPTS) {
      throw new Problem(answer.status, await answer.json().catch(() => ({})));
    }
    await new Promise(done => { setTimeout(done, attempt * 1000); });
  }
}

async function sendOnce(path, options) {
  try {
    return await fetch('/api' + path, {
      ...options,
      credentials: 'omit',
      headers: { Authorization: 'Bearer ' + bearer(), ...options.headers },
    });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Problem(0, { title: 'No answer', detail: 'the gate cannot be reached from here' });
  }
}

export async function ask(path, signal) {
  return (await send(path, { signal })).json();
}

/** The text of an answer in another form than JSON. */
export async function askFor(path, accept, signal) {
  return (await send(path, { signal, headers: { Accept: accept } })).text();
}

/** A verb. The key makes a second press of the same button the same request. */
export async function tell(path, body, key) {
  return (await send(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
  })).json();
}

export async function sendText(path, text, signal) {
  return (await send(path, { method: 'POST', body: text, signal, headers: { 'Content-Type': 'application/yaml' } })).json();
}

export function freshKey() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, byte => byte.toString(16).padStart(2, '0')).join('');
}

export function query(parameters) {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== '' && value !== undefined && value !== null);
  return pairs.length ? '?' + new URLSearchParams(pairs) : '';
}

/** Path of a submission below /submissions. */
export const ofCase = (id, tail = '') => '/submissions/' + id.split('/').map(encodeURIComponent).join('/') + tail;
