// Counts of the whole hub. They come in parts, which add up.

import { ask, query } from './api.js';

// A part counts up to 500 submissions; past these many parts the page says how far it has counted.
const PARTS = 20;

function add(into, items, name) {
  for (const item of items) {
    const sum = into.get(item[name]) ?? { accepted: 0, quarantined: 0 };
    sum.accepted += item.accepted;
    sum.quarantined += item.quarantined;
    into.set(item[name], sum);
  }
}

/** Counts until the end, or until it has counted enough. `seen` hears of every part. */
export async function survey(signal, seen = () => {}) {
  const sum = { states: new Map(), codes: new Map(), providers: new Map(), days: new Map(), looked: 0, whole: false };
  let cursor = '';
  for (let part = 0; part < PARTS; part++) {
    const found = await ask('/overview' + query({ cursor }), signal);
    for (const one of found.states) {
      const state = sum.states.get(one.state) ?? { count: 0, appealed: 0, proposed: 0, ages: { day: 0, week: 0, month: 0, older: 0 } };
      state.count += one.count;
      state.appealed += one.appealed;
      state.proposed += one.proposed;
      for (const [age, number] of Object.entries(one.ages)) state.ages[age] += number;
      sum.states.set(one.state, state);
    }
    add(sum.codes, found.codes, 'code');
    add(sum.providers, found.providers, 'provider');
    add(sum.days, found.days, 'day');
    sum.looked += found.looked;
    cursor = found.next ?? '';
    sum.whole = cursor === '';
    seen(sum);
    if (sum.whole) break;
  }
  return sum;
}
