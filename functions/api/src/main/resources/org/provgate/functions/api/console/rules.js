// The rules, in the words of the rulebook.

import { ask } from './api.js';
import { h, only } from './dom.js';
import { ruleAddress } from './words.js';

let loading = null;

/** Every rule by its code, asked for once. */
export function rulebook(signal) {
  loading ??= ask('/rules', signal)
    .then(found => new Map(found.items.map(rule => [rule.code, rule])))
    .catch(fault => { loading = null; throw fault; });
  return loading;
}

export async function show(page) {
  const rules = await rulebook(page.signal);
  const code = page.path[1] ?? '';
  if (code) {
    one(page, code, rules.get(code));
  } else {
    all(page, rules);
  }
}

function one(page, code, rule) {
  page.put(code,
    h('p', { class: 'crumbs' }, h('a', { href: '#/rules' }, 'Rules')),
    h('article', { class: 'card narrow' },
      h('h1', { class: 'mono' }, code),
      only(!rule, () => h('p', {}, 'No rule that ships has this code; a policy may define it.')),
      only(rule, () => [
        h('p', {}, h('span', { class: 'pill is-' + rule.severity }, rule.severity), ' unless the policy says otherwise; since ', rule.since),
        h('h2', {}, 'The fault'), h('p', {}, rule.fault),
        h('h2', {}, 'Why it matters'), h('p', {}, rule.why),
        h('h2', {}, 'The remedy'), h('p', {}, rule.remedy),
        h('p', {}, h('a', { href: '#/?code=' + encodeURIComponent(code) }, 'Submissions with this finding')),
      ])));
}

function all(page, rules) {
  page.put('Rules',
    h('div', { class: 'head' }, h('h1', {}, 'Rules'), h('p', { class: 'faint' }, 'What is checked; the policy in force may change severities.')),
    h('div', { class: 'card flush' }, h('table', { class: 'plain rules' },
      h('thead', {}, h('tr', {}, ['Code', 'Severity', 'Fault'].map(name => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, [...rules.values()].map(rule => h('tr', {},
        h('th', { scope: 'row' }, h('a', { class: 'code', href: ruleAddress(rule.code) }, rule.code)),
        h('td', {}, h('span', { class: 'pill is-' + rule.severity }, rule.severity)),
        h('td', {}, rule.fault)))))));
}
