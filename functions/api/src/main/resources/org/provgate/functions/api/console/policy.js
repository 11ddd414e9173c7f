// The policy in force, and who would flip under another.

import { ask, query, sendText } from './api.js';
import { h, only, quoted, refill, say } from './dom.js';
import { caseLink, codeLink, count, pill } from './words.js';

// A part looks at up to 500 submissions.
const PARTS = 40;

export async function show(page) {
  const current = await ask('/policy', page.signal);
  const text = h('textarea', { id: 'draft', rows: String(Math.min(28, Math.max(10, current.text.split('\n').length + 2))), spellcheck: 'false', class: 'mono', value: current.text });
  const result = h('div', { id: 'result', 'aria-live': 'polite' });
  const file = h('input', { id: 'draft-file', type: 'file', accept: '.yaml,.yml', on: { change: take } });
  const button = h('button', { class: 'button main', id: 'preview' }, 'Preview');

  async function take() {
    const chosen = file.files[0];
    if (!chosen) return;
    text.value = await chosen.text();
    result.replaceChildren();
    say(chosen.name + ' was read.');
  }

  async function preview(event) {
    event.preventDefault();
    button.disabled = true;
    try {
      await look(page, text.value, result);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      refill(result, h('div', { class: 'card' }, h('p', { class: 'wrong' }, fault.message),
        only(fault.faults?.length, () => h('ul', { class: 'mono' }, fault.faults.map(line => h('li', {}, quoted(line)))))));
    } finally {
      button.disabled = false;
    }
  }

  page.put('Policy',
    h('div', { class: 'head' }, h('h1', {}, 'Policy'),
      h('p', { class: 'faint' }, current.shipped ? 'The policy that ships is in force; the report bucket holds none of your own.' : 'In force is the one in the report bucket.')),
    only(current.faults.length, () => h('div', { class: 'card' },
      h('p', { class: 'wrong' }, 'The policy cannot be used, and nothing is decided until it is mended:'),
      h('ul', { class: 'mono' }, current.faults.map(line => h('li', {}, quoted(line)))))),
    h('div', { class: 'beside even' },
      h('form', { class: 'card', on: { submit: preview } },
        h('dl', { class: 'facts' },
          [['Name', current.name], ['Mode', current.mode], ['Digest', current.digest]].filter(([, value]) => value)
            .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', { class: name === 'Digest' ? 'mono long' : '' }, quoted(value))))),
        h('label', { for: 'draft' }, 'Change it here to see who would flip; nothing is saved'), text,
        h('div', { class: 'field' }, h('label', { for: 'draft-file' }, 'Or take a file'), file),
        h('div', { class: 'buttons' }, button,
          h('button', { class: 'button', type: 'button', on: { click: () => { text.value = current.text; result.replaceChildren(); } } }, 'Back to the one in force'))),
      h('section', { 'aria-labelledby': 'flips' }, h('h2', { id: 'flips' }, 'Who would flip'),
        h('p', { class: 'hint' }, 'Decided by the rules alone, for today. What an operator has ruled on follows no policy.'), result)));
}

async function look(page, text, result) {
  const flips = [];
  let looked = 0;
  let cursor = '';
  for (let part = 0; part < PARTS; part++) {
    const found = await sendText('/policy/preview' + query({ cursor }), text, page.signal);
    flips.push(...found.items);
    looked += found.looked;
    cursor = found.next ?? '';
    draw(result, flips, looked, cursor === '' || part === PARTS - 1, cursor);
    if (!cursor) return;
  }
}

function draw(result, flips, looked, ended, cursor) {
  const out = flips.filter(flip => flip.to === 'quarantined').length;
  refill(result,
    h('p', { class: 'summary' }, h('strong', {}, count(flips.length, 'submission') + ' of ' + looked.toLocaleString('en')),
      flips.length === 1 ? ' would flip' : ' would flip', flips.length ? ': ' + out + ' out, ' + (flips.length - out) + ' in.' : '.',
      ended ? '' : ' Looking further …', only(ended && cursor, () => ' There are more submissions than were looked at.')),
    only(flips.length, () => h('div', { class: 'card flush' }, h('table', { class: 'plain' },
      h('thead', {}, h('tr', {}, ['Submission', 'From', 'To', 'Why'].map(name => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, flips.map(flip => h('tr', {},
        h('th', { scope: 'row' }, caseLink(flip.id)), h('td', {}, pill(flip.from)), h('td', {}, pill(flip.to)),
        h('td', {}, flip.gained.map(code => ['+ ', codeLink(code), ' ']), flip.lost.map(code => ['− ', codeLink(code), ' '])))))))));
}
