// What to do next, said to whoever can do it.

import { h, only } from './dom.js';
import { isOperator } from './session.js';
import { count, instant, isoDay } from './words.js';

/** @param buttons what can be done here and now */
export function next(one, buttons) {
  const steps = isOperator() ? forOperators(one) : forContributors(one);
  return h('section', { class: 'card next', 'aria-labelledby': 'next' },
    h('h2', { id: 'next' }, isOperator() ? 'What waits for you' : 'What to do next'),
    steps.length > 1 ? h('ol', {}, steps.map(step => h('li', {}, step))) : h('p', {}, steps), buttons);
}

const command = text => h('code', { class: 'command' }, text);

function forContributors(one) {
  const errors = one.counts?.error ?? 0;
  switch (one.state) {
    case 'receiving':
      return one.progress.missing.length > 0
        ? [['Upload what is awaited, or correct the manifest if it names too much. Whatever is there is decided at ' + instant(one.deadline) + '.']]
        : [['Upload provenance.yaml, which says what belongs to the submission. Without it, it is kept out at ' + instant(one.deadline) + '.']];
    case 'deciding':
      return [['Nothing; the verdict is a matter of seconds.']];
    case 'accepted':
      return [[errors === 0 ? 'Nothing; readers are let in.' : 'Nothing; the policy only reports at present.']];
    case 'quarantined':
      return [
        ['Mend the ' + count(errors, 'error') + ' below; each says how. ', mendable(one) ? [command('provgate fix FOLDER'), ' makes the changes that can be made by itself, '] : '',
          command('provgate validate FOLDER'), ' says whether it would be let in, before you upload.'],
        [dataIsFine(one) ? 'Upload the manifest alone: the data lies safe and need not be sent again. '
          : 'Upload what you changed; what stays the same need not be sent again. ', command('provgate submit FOLDER --to ' + one.id)],
        only(!one.appealed, () => 'If a finding is wrong, appeal: an operator looks again.') ?? 'Your appeal waits for an operator.',
      ];
    case 'released':
      return [['Nothing now. An operator lets readers in until ' + one.releasedUntil + '; mend the findings before then.']];
    case 'rejected':
      return [[one.appealed ? 'Your appeal waits for an operator.' : 'An operator keeps it out, whatever is uploaded; the history says why. You can appeal.']];
    default:
      return [['You took everything back. Upload again whenever you like.']];
  }
}

const mendable = one => one.findings.some(finding => finding.fix?.length);
const dataIsFine = one => one.findings.filter(finding => finding.severity === 'error').every(finding => finding.file === one.declared?.manifest);

function forOperators(one) {
  if (one.appealed) return [['The contributor appeals: the history has their words. Any ruling, or another verdict, answers it.']];
  switch (one.state) {
    case 'receiving':
      return [['Nothing; it is decided when everything is there, at ' + instant(one.deadline) + ' at the latest.']];
    case 'deciding':
      return [['Nothing; a verdict is on its way.']];
    case 'released':
      return [[one.releasedUntil <= isoDay(7) ? 'The release ends after ' + one.releasedUntil + '; then the rules decide again.' : 'Nothing before the release ends.']];
    case 'quarantined':
      return [['Nothing has to be done: the contributor can mend it. A release or a waiver lets it in against the rules, for a time.']];
    case 'rejected':
      return [['Nothing; it stays out until it is released or decided again.']];
    default:
      return [['Nothing.']];
  }
}
