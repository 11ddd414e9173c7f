// Verbs, each with the reason and the end that it asks for.

import { freshKey, ofCase, tell } from './api.js';
import { h, only, quoted, say } from './dom.js';
import { may, who } from './session.js';
import { codeLink, isoDay } from './words.js';

const REASON = { name: 'reason', label: 'Reason', hint: 'It is kept in the history with your name; the contributor reads it.', long: true };
const EXPIRES = { name: 'expires', label: 'Last day', hint: 'The day still counts.', day: true };

const VERBS = {
  release: {
    path: '/release', title: 'Release', button: 'Release', fields: [REASON, EXPIRES],
    says: 'Readers are let in against the verdict. On the day after the last one it counts as nothing, and the rules decide again.',
    fits: one => ['quarantined', 'released'].includes(one.state) || one.state === 'rejected' && one.verdict > 0,
  },
  reject: {
    path: '/reject', title: 'Reject', button: 'Reject', grave: true, fields: [REASON],
    says: 'Everything is kept out, whatever is uploaded later, until it is released or decided again.',
    fits: one => one.state !== 'rejected',
  },
  waive: {
    path: '/waivers', title: 'Waive a finding', button: 'Waive', fields: [
      { name: 'code', label: 'Code' }, { name: 'subject', label: 'Subject', hint: 'kind:name, as the finding has them.' }, REASON, EXPIRES],
    says: 'This code does not count for this subject until the last day. The case is decided again at once, and again when the waiver ends.',
    fits: one => one.findings.length > 0,
  },
  recheck: {
    path: '/recheck', title: 'Decide again', button: 'Decide again', fields: [],
    says: 'The rules decide now, on what is known of the files. A release or rejection counts as nothing from then on.',
    fits: () => true,
  },
  confirm: {
    path: '/confirm', title: 'Confirm', button: 'Confirm', fields: [{ name: 'act', label: 'Act', fixed: true }],
    says: 'What the other operator proposed counts from now on.', fits: () => false,
  },
  decline: {
    path: '/decline', title: 'Decline', button: 'Decline', fields: [{ name: 'act', label: 'Act', fixed: true }, { ...REASON, hint: 'It is kept in the history with your name; operators alone see it.' }],
    says: 'What was proposed is not carried out. It may be proposed again.', fits: () => false,
  },
  appeal: {
    path: '/appeal', title: 'Appeal', button: 'Send the appeal', fields: [
      { name: 'message', label: 'What should be looked at again, and why', long: true },
      { name: 'finding', label: 'About', hint: 'Empty for the whole case.', optional: true }],
    says: 'An operator is asked to look again. One appeal at a time; a ruling or another verdict answers it.',
    fits: one => !one.appealed && (one.state === 'quarantined' || one.state === 'rejected'),
  },
};

export function actions(one, again) {
  const possible = Object.entries(VERBS).filter(([verb, { fits }]) => may(verb) && fits(one) && !(verb === 'appeal' && may('release')));
  return possible.length === 0 ? null : h('div', { class: 'buttons', role: 'group', 'aria-label': 'Actions' }, possible.map(([verb, { title, grave }]) => h('button', {
    class: 'button' + (grave ? ' grave' : ''), id: 'do-' + verb, 'aria-haspopup': 'dialog', on: { click: () => ask(verb, one, again) },
  }, title)));
}

/** What waits for a second operator, and who may answer it. */
export function proposal(one, events, again) {
  const act = one.proposed ? events.findLast(event => event.kind === 'proposed') : null;
  if (!act) return null;
  const own = act.by === who().name;
  const button = (verb, says, kind) => h('button', {
    class: 'button ' + kind, id: 'do-' + verb, 'aria-haspopup': 'dialog',
    on: { click: () => ask(verb, one, again, { act: String(act.act) }, says) },
  }, says);
  return h('section', { class: 'card next waits', 'aria-labelledby': 'proposal' },
    h('h2', { id: 'proposal' }, own ? 'Your ruling waits for a second operator' : 'A ruling waits for a second operator'),
    h('p', {}, own ? 'You propose ' : [quoted(act.by), ' proposes '], h('strong', {}, PROPOSED[act.proposes] ?? act.proposes),
      only(act.code, () => [' of ', codeLink(act.code), ' for ', quoted(act.subject)]), only(act.expires, () => ' until ' + act.expires), '. It counts once another operator has confirmed it.'),
    h('blockquote', {}, quoted(act.reason)),
    h('div', { class: 'buttons', role: 'group', 'aria-label': 'Answers' },
      only(!own, () => button('confirm', 'Confirm', 'main')), button('decline', own ? 'Take it back' : 'Decline', '')));
}

const PROPOSED = { released: 'a release', rejected: 'a rejection', waived: 'a waiver' };

/** Asks for what a verb needs, and carries it out. */
export function ask(verb, one, again, given = {}, title = VERBS[verb].title) {
  const { path, says, fields, grave } = VERBS[verb];
  const button = title === VERBS[verb].title ? VERBS[verb].button : title;
  const opener = document.activeElement?.id ?? '';
  const key = freshKey();
  const wrong = h('p', { class: 'wrong', role: 'alert' });
  const inputs = fields.map(field => [field, input(field, given[field.name] ?? '')]);
  const done = h('button', { class: 'button ' + (grave ? 'grave' : 'main') }, button);
  const dialog = h('dialog', { 'aria-labelledby': 'verb-title', on: { close: () => { dialog.remove(); document.getElementById(opener)?.focus(); } } },
    h('form', { method: 'dialog', on: { submit: carryOut } },
      h('h2', { id: 'verb-title' }, title), h('p', { class: 'mono' }, one.id), h('p', {}, says),
      inputs.filter(([field]) => !field.fixed).map(([field, element]) => h('div', { class: 'field' },
        h('label', { for: element.id }, field.label, field.optional ? ' (optional)' : ''), element,
        only(field.hint, () => h('p', { class: 'hint', id: element.id + '-hint' }, field.hint)))),
      wrong,
      h('div', { class: 'buttons end' }, h('button', { class: 'button', type: 'button', on: { click: () => dialog.close() } }, 'Cancel'), done)));

  async function carryOut(event) {
    event.preventDefault();
    const body = {};
    for (const [field, element] of inputs) {
      const value = element.value.trim();
      if (value || !field.optional) body[field.name] = value;
    }
    done.disabled = true;
    try {
      const act = await tell(ofCase(one.id, path), body, key);
      dialog.close();
      say(title + (act.kind === 'proposed' ? ': waits for a second operator.' : ': done.'));
      await again();
    } catch (fault) {
      wrong.textContent = fault.message;
      done.disabled = false;
    }
  }

  document.body.append(dialog);
  dialog.showModal();
  (inputs.find(([, element]) => element.value === '')?.[1] ?? done).focus();
}

function input(field, value) {
  const attributes = { id: 'field-' + field.name, required: !field.optional, autocomplete: 'off', 'aria-describedby': field.hint ? 'field-' + field.name + '-hint' : false };
  if (field.long) return h('textarea', { ...attributes, rows: '4', maxlength: '4000' }, value);
  if (field.day) return h('input', { ...attributes, type: 'date', min: isoDay(0), value: isoDay(30) });
  return h('input', { ...attributes, value, maxlength: '4000', spellcheck: 'false' });
}
