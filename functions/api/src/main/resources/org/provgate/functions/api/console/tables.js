// Teachers with their terms, and files with how much of them was looked into.

import { abroad, h, only, quoted } from './dom.js';
import { bytes, count } from './words.js';

const CATEGORY = {
  prohibited: 'training on the output is forbidden',
  'prohibited-competing': 'training what competes with the provider is forbidden',
  conditional: 'allowed under conditions',
  permitted: 'allowed',
  unknown: 'nothing is known',
};

const words = text => text.replaceAll('-', ' ').replaceAll(':', ': ');

export function teachers(one) {
  return h('section', { 'aria-labelledby': 'teachers' },
    h('h2', { id: 'teachers' }, 'Teachers'),
    one.teachers.length === 0
      ? h('p', { class: 'empty' }, one.outcome ? 'The manifest declares none.' : 'Nothing was decided yet.')
      : h('div', { class: 'tiles' }, one.teachers.map(teacher)));
}

function teacher(one) {
  const terms = one.terms;
  return h('article', { class: 'card' },
    h('h3', {}, quoted(one.declared || one.id || 'unnamed')),
    h('p', { class: 'hint' }, one.provider ? [quoted(one.provider), one.family ? [' · ', quoted(one.family)] : ''] : 'The registry knows no such model',
      only(one.candidates?.length, () => [' · may be ', quoted(one.candidates.join(', '))])),
    terms ? [
      h('p', {}, h('span', { class: 'pill is-' + terms.category }, words(terms.category)), ' ', CATEGORY[terms.category] ?? ''),
      only(terms.conditions?.length, () => h('ul', { class: 'conditions' }, terms.conditions.map(condition => h('li', {}, words(condition))))),
      h('dl', { class: 'facts' },
        [['Document', terms.title ?? terms.document], ['Section', terms.section], ['Edition', terms.edition], ['Channel', terms.channel]]
          .filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, quoted(value)))),
        only(terms.source, () => h('div', {}, h('dt', {}, 'Source'), h('dd', {}, abroad(terms.source), terms.verified ? ' (checked)' : ' (not yet checked: warns at most)')))),
    ] : h('p', {}, 'No terms are known for it.'));
}

// A longer list can be narrowed.
const SEARCH_FROM = 15;

export function files(one) {
  const rows = h('tbody', {});
  const show = part => rows.replaceChildren(...one.files.filter(file => file.path.includes(part)).map(row));
  show('');
  return h('section', { 'aria-labelledby': 'files' },
    h('h2', { id: 'files' }, 'Files', h('span', { class: 'counts faint' }, ' ' + one.fileCount.toLocaleString('en'))),
    only(one.files.length >= SEARCH_FROM, () => h('div', { class: 'filters' }, h('div', {}, h('label', { for: 'by-path' }, 'Path holds'),
      h('input', { id: 'by-path', autocomplete: 'off', spellcheck: 'false', on: { input: event => show(event.target.value) } })))),
    one.files.length === 0 ? h('p', { class: 'empty' }, 'None was decided about yet.')
      : h('div', { class: 'card flush', tabindex: '0', role: 'region', 'aria-label': 'Files' }, h('table', { class: 'plain' },
        h('thead', {}, h('tr', {}, ['Path', 'Size', 'Rows', 'Looked into', 'SHA-256'].map(name => h('th', { scope: 'col' }, name)))),
        rows)),
    only(one.fileCount > one.files.length, () => h('p', { class: 'hint' }, 'The first ' + one.files.length + ' are shown; the report has all.')));
}

function row(file) {
  return h('tr', {},
    h('th', { scope: 'row', class: 'path' }, quoted(file.path), h('span', { class: 'hint' }, ' ' + (file.mediaType ?? ''))),
    h('td', { class: 'nowrap' }, bytes(file.bytes)),
    h('td', { class: 'nowrap' }, file.rows === null ? '–' : file.rows.toLocaleString('en')),
    h('td', { class: 'nowrap' }, coverage(file)),
    h('td', {}, h('code', { title: file.sha256 }, (file.sha256 ?? '').slice(0, 12))));
}

function coverage(file) {
  if (!file.coverage) return h('span', { class: 'pill is-warning' }, 'not at all');
  if (file.coverage.complete) return 'all of it';
  const share = file.bytes > 0 ? Math.floor(100 * file.coverage.bytesRead / file.bytes) : 0;
  return [h('span', { class: 'pill is-warning' }, share + ' %'), h('span', { class: 'hint' }, ' ' + count(file.coverage.rowsRead, 'row'))];
}
