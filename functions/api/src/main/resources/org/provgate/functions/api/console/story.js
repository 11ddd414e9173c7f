// What happened to a case, the latest first: verdicts with their cause, acts with who and why.

import { h, only, quoted } from './dom.js';
import { codeLink, instant, pill, time } from './words.js';

const CAUSES = {
  data: 'the data',
  manifest: 'the manifest',
  policy: 'the policy',
  terms: 'a provider’s terms',
  waiver: 'a waiver',
  upstream: 'a dataset it comes from',
  engine: 'the gate’s own rules',
};

const ACTS = {
  released: 'Released', rejected: 'Rejected', waived: 'Waiver', rechecked: 'Decided again', appealed: 'Appeal', lapsed: 'Release ended', declined: 'Declined',
};

const PROPOSES = { released: 'Release proposed', rejected: 'Rejection proposed', waived: 'Waiver proposed' };

export function story(events) {
  return h('section', { 'aria-labelledby': 'history' },
    h('h2', { id: 'history' }, 'History'),
    events.length === 0 ? h('p', { class: 'empty' }, 'Nothing has happened yet.')
      : h('ol', { class: 'story card', reversed: true }, [...events].reverse().map(event => event.kind === 'verdict' ? verdict(event) : act(event))));
}

function verdict(one) {
  return h('li', { class: 'is-' + one.outcome },
    h('p', {}, h('strong', {}, 'Verdict ' + one.verdict), ' ', pill(one.outcome)),
    h('p', { class: 'hint' }, (one.verdict === 1 ? 'First look at ' : 'Because of ') + (CAUSES[one.cause] ?? one.cause)),
    when(one.at),
    h('details', { id: 'verdict-' + one.verdict }, h('summary', {}, 'What it rests on'),
      h('dl', { class: 'facts digests' }, ['policy', 'registry', 'engine', 'hash', 'previous'].filter(name => one[name])
        .map(name => h('div', {}, h('dt', {}, name), h('dd', {}, h('code', {}, one[name])))))));
}

function act(one) {
  return h('li', { class: 'is-act' },
    h('p', {}, h('strong', {}, (one.kind === 'proposed' ? PROPOSES[one.proposes] : ACTS[one.kind]) ?? one.kind), ' by ', quoted(one.by),
      only(one.expires, () => one.kind === 'lapsed' ? ' after ' + one.expires : ' until ' + one.expires)),
    only(one.code, () => h('p', { class: 'hint' }, codeLink(one.code), ' of ', quoted(one.subject))),
    only(one.confirms, () => h('p', { class: 'hint' }, 'Confirms what was proposed as act ' + one.confirms)),
    only(one.declines, () => h('p', { class: 'hint' }, 'What was proposed as act ' + one.declines)),
    only(one.kind === 'proposed', () => h('p', { class: 'hint' }, 'Act ' + one.act + '; counts once a second operator confirms it')),
    only(one.finding, () => h('p', { class: 'hint' }, 'About ', quoted(one.finding))),
    only(one.reason ?? one.message, () => h('blockquote', {}, quoted(one.reason ?? one.message))),
    when(one.at));
}

function when(at) {
  return h('p', { class: 'hint' }, time(at), ' · ', instant(at));
}
