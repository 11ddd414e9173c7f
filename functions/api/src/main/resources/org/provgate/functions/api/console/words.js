// How things are said: states, times, sizes.

import { h } from './dom.js';

export const STATES = ['quarantined', 'receiving', 'deciding', 'released', 'rejected', 'accepted', 'withdrawn'];

export const STATE_SAYS = {
  receiving: 'Objects are awaited',
  deciding: 'A verdict is on its way',
  accepted: 'Readers are let in',
  quarantined: 'Kept out by rule',
  released: 'Let in by an operator, for a time',
  rejected: 'Kept out by an operator',
  withdrawn: 'Taken back by its contributor',
};

export const AGES = [['day', 'a day'], ['week', 'a week'], ['month', 'a month'], ['older', 'longer']];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const STEPS = [[60, 'second'], [60, 'minute'], [24, 'hour'], [365, 'day'], [Infinity, 'year']];

const two = number => String(number).padStart(2, '0');

export function day(iso) {
  const at = new Date(iso);
  return at.getUTCDate() + ' ' + MONTHS[at.getUTCMonth()] + ' ' + at.getUTCFullYear();
}

export function instant(iso) {
  const at = new Date(iso);
  return day(iso) + ', ' + two(at.getUTCHours()) + ':' + two(at.getUTCMinutes()) + ' UTC';
}

/** How long ago, or how soon. */
export function ago(iso, now = Date.now()) {
  const seconds = (now - new Date(iso).getTime()) / 1000;
  let amount = Math.abs(seconds);
  for (const [size, unit] of STEPS) {
    if (amount < size || size === Infinity) {
      const whole = Math.floor(amount);
      if (unit === 'second' && whole < 10) return seconds < 0 ? 'in a moment' : 'just now';
      const words = whole + ' ' + unit + (whole === 1 ? '' : 's');
      return seconds < 0 ? 'in ' + words : words + ' ago';
    }
    amount /= size;
  }
  return '';
}

export function time(iso) {
  return h('time', { datetime: iso, title: instant(iso) }, ago(iso));
}

export function count(number, one, more = one + 's') {
  return number.toLocaleString('en') + ' ' + (number === 1 ? one : more);
}

export function bytes(number) {
  if (number < 1000) return count(number, 'byte');
  let amount = number;
  for (const unit of ['kB', 'MB', 'GB', 'TB']) {
    amount /= 1000;
    if (amount < 1000 || unit === 'TB') return amount.toFixed(amount < 10 ? 1 : 0) + ' ' + unit;
  }
  return '';
}

/** How many objects there are of those that the manifest names. */
export function arrivals(arrived, expected) {
  if (expected === 0) return String(arrived);
  return arrived > expected ? arrived + ', of which ' + expected + ' named' : arrived + ' of ' + expected;
}

/** Today and other days as forms write them. */
export function isoDay(offset) {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}

export function pill(word, kind = word) {
  return h('span', { class: 'pill is-' + kind }, word);
}

export function state(one) {
  return [
    h('span', { class: 'pill is-' + one.state, title: STATE_SAYS[one.state] }, one.state),
    one.appealed ? [' ', h('span', { class: 'pill is-appealed' }, 'appealed')] : null,
    one.proposed ? [' ', h('span', { class: 'pill is-proposed', title: 'A ruling waits for a second operator' }, 'second operator')] : null,
  ];
}

export const caseAddress = id => '#/submissions/' + id.split('/').map(encodeURIComponent).join('/');
export const ruleAddress = code => '#/rules/' + encodeURIComponent(code);

/** A submission's name as a link, its parts told apart. */
export function caseLink(id, attributes) {
  const [contributor, dataset, revision] = id.split('/');
  return h('a', { href: caseAddress(id), class: 'case-link', ...attributes },
    h('span', { class: 'faint' }, contributor + '/'), h('span', { class: 'strong' }, dataset),
    h('span', { class: 'faint' }, '/' + revision));
}

export function codeLink(code, kind = '') {
  return code.startsWith('custom:')
    ? h('code', { class: 'code ' + kind }, code)
    : h('a', { href: ruleAddress(code), class: 'code ' + kind }, code);
}
