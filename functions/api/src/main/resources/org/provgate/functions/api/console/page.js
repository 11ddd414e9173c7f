// The page: who is here, which view is shown, and when it is looked at again.

import { ask } from './api.js';
import { h, refill, say } from './dom.js';
import { enter, isOperator, known, leave, bearer, takeFromAddress, who } from './session.js';
import * as queue from './queue.js';
import * as oneCase from './case.js';
import * as overview from './overview.js';
import * as policy from './policy.js';
import * as rescan from './rescan.js';
import * as rules from './rules.js';

/** Views by the first word of their address; a further view takes one line here. */
const VIEWS = {
  '': { view: queue },
  submissions: { view: oneCase },
  overview: { view: overview, name: 'Overview' },
  policy: { view: policy, name: 'Policy', operators: true },
  rescans: { view: rescan, name: 'Rescans', operators: true },
  rules: { view: rules, name: 'Rules' },
};

const top = document.getElementById('top');
const main = document.getElementById('main');

let current = null;

/** What a view is handed: where it is, and how it shows itself. */
class Page {
  #stop = new AbortController();

  constructor(path, parameters) {
    this.path = path;
    this.parameters = parameters;
    this.signal = this.#stop.signal;
  }

  /** Shows the view; the focus stays where it was if that is still there. */
  put(title, ...nodes) {
    if (this.signal.aborted) return;
    const focused = document.activeElement?.id ?? '';
    const opened = new Set([...main.querySelectorAll('details[open][id]')].map(one => one.id));
    document.title = title + ' · Provenance Gate';
    refill(main, nodes);
    for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
    if (focused && document.activeElement?.id !== focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  }

  /** Looks again while somebody watches and is not in the middle of something. */
  every(seconds, look) {
    const timer = setInterval(() => {
      const busy = document.hidden || document.querySelector('dialog[open]')
        || main.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
      if (!busy) Promise.resolve(look()).catch(fault => this.failed(fault));
    }, seconds * 1000);
    this.signal.addEventListener('abort', () => clearInterval(timer));
  }

  failed(fault) {
    if (fault.name === 'AbortError' || this.signal.aborted) return;
    if (fault.status === 401) {
      leave();
      signIn('The token is not known here, or has ended.');
    } else if (main.querySelector('h1') && !fault.status) {
      say(fault.message);
    } else {
      this.put(fault.title || 'Fault', h('div', { class: 'card narrow' },
        h('h1', {}, fault.title || 'Something went wrong'), h('p', {}, fault.message),
        h('p', {}, h('a', { href: '#/' }, 'Back to the list'))));
    }
  }

  close() {
    this.#stop.abort();
  }
}

function signIn(why = '') {
  current?.close();
  current = null;
  bar();
  document.title = 'Sign in · Provenance Gate';
  const field = h('input', { id: 'token', type: 'password', autocomplete: 'off', required: true, spellcheck: 'false' });
  refill(main, h('form', {
    class: 'card narrow',
    on: { submit: event => { event.preventDefault(); enter(field.value); show(); } },
  },
  h('h1', {}, 'Provenance Gate'),
  why ? h('p', { class: 'wrong', role: 'alert' }, why) : null,
  h('p', {}, 'What you see and may do is decided by your token. It stays in this tab until the tab is closed.'),
  h('label', { for: 'token' }, 'Token'), field,
  h('p', { class: 'hint' }, 'A gate on one machine prints tokens when it starts. Elsewhere the hub’s sign-in page gives one: the access token that it hands back.'),
  h('button', { class: 'button main' }, 'Sign in')));
  field.focus();
}

function bar() {
  const caller = who();
  const here = location.hash.slice(2).split(/[/?]/)[0];
  const links = caller ? Object.entries(VIEWS)
    .filter(([, entry]) => !entry.operators || isOperator())
    .map(([address, entry]) => [address, address === '' ? (isOperator() ? 'Queue' : 'Your submissions') : entry.name])
    .filter(([, name]) => name)
    .map(([address, name]) => h('a', {
      href: '#/' + address,
      'aria-current': here === address || (address === '' && here === 'submissions') ? 'page' : false,
    }, name)) : [];
  refill(top,
    h('a', { class: 'brand', href: '#/' }, h('span', { class: 'mark', 'aria-hidden': 'true' }), 'Provenance Gate'),
    links.length ? h('nav', { 'aria-label': 'Views' }, links) : null,
    caller ? h('div', { class: 'who' },
      h('span', { title: allowed(caller) }, h('bdi', { class: 'name' }, caller.name), ' ',
        h('span', { class: 'role' }, caller.role, h('span', { class: 'unseen' }, ': ' + allowed(caller)))),
      h('button', { class: 'button plain', id: 'leave', on: { click: () => { leave(); location.hash = '#/'; signIn(); } } }, 'Sign out')) : null);
}

const allowed = caller => (caller.role === 'operator' ? 'sees everything; may ' : 'sees what ' + caller.contributor + ' submits; may ') + caller.may.join(', ');

async function show() {
  if (!bearer()) {
    signIn();
    return;
  }
  current?.close();
  const [path, parameters = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const parts = path.split('/').map(decoded);
  const page = new Page(parts, new URLSearchParams(parameters));
  current = page;
  try {
    if (!who()) known(await ask('/caller', page.signal));
    bar();
    const entry = VIEWS[parts[0]] ?? VIEWS[''];
    main.setAttribute('aria-busy', 'true');
    await entry.view.show(page);
  } catch (fault) {
    page.failed(fault);
  } finally {
    if (current === page) main.removeAttribute('aria-busy');
  }
  if (current === page && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

// The address says which view is shown, so the skip link must leave it alone.
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => {
  takeFromAddress();
  scrollTo(0, 0);
  show();
});
takeFromAddress();
show();
