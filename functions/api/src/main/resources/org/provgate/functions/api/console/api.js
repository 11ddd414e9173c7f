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

async function send(path, options) {
  let answer;
  try {
    answer = await fetch('/api' + path, {
      ...options,
      credentials: 'omit',
      headers: { Authorization: 'Bearer ' + bearer(), ...options.headers },
    });
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Problem(0, { title: 'No answer', detail: 'the gate cannot be reached from here' });
  }
  if (!answer.ok) {
    throw new Problem(answer.status, await answer.json().catch(() => ({})));
  }
  return answer;
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
