// The invented desk's mail that stands for something else, and the owner's rules about such mail.
import type { RuleView, SourceLook, SourceView } from '../../main/contract/mail-source.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import type { CommandArgs, CommandValue } from '../../main/contract/commands.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';
import type { Story } from './fixture-stories.ts';

const LINKEDIN: SourceView = {
  source: 'linkedin',
  standing: 'accepted',
  channel: 'linkedin',
  shape: 'message',
  person: { name: 'Jeroen Aerts', address: 'linkedin:jeroen-aerts' },
  text: 'Dag Tom, maken jullie ook balies voor winkels?',
  mode: 'open-link',
  link: 'https://www.linkedin.com/messaging/thread/2-abc/',
};
const REVIEW: SourceView = {
  ...LINKEDIN,
  source: 'google-review',
  channel: 'google-review',
  person: { name: 'Nele Claus', address: 'within:google/nele-claus' },
  text: 'Mooie kast, maar de levering kwam twee uur te laat.',
  link: 'https://business.google.com/reviews',
};
const FORM: SourceView = {
  source: 'form',
  standing: 'ask',
  channel: 'webform',
  shape: 'message',
  person: { name: 'Wout Naert', address: 'wout.naert@gmail.com' },
  text: 'Wat kost een tafel voor tien?',
  mode: 'mail-to-sender',
  link: null,
};
const UNPROVEN: SourceView = { ...LINKEDIN, standing: 'unproven' };

export const SOURCE_STORIES: readonly Story[] = [
  {
    section: 'soon',
    who: 'Jeroen Aerts',
    address: 'linkedin:jeroen-aerts',
    subject: 'Jeroen heeft je een bericht gestuurd',
    text: LINKEDIN.text,
    agoMs: 3 * HOUR_MS,
    dueMs: 5 * HOUR_MS,
    channel: 'linkedin',
    source: LINKEDIN,
  },
  {
    section: 'soon',
    who: 'Nele Claus',
    address: 'within:google/nele-claus',
    subject: 'Nele Claus left a review for Schrijnwerkerij Claes',
    text: REVIEW.text,
    agoMs: 30 * MINUTE_MS,
    dueMs: 6 * HOUR_MS,
    channel: 'google-review',
    source: REVIEW,
  },
  {
    section: 'soon',
    who: 'Website',
    address: 'formulier@sitebouwer.example',
    subject: 'Nieuwe inzending',
    text: 'Naam: Wout Naert\nE-mail: wout.naert@gmail.com\nBericht: Wat kost een tafel voor tien?',
    agoMs: 2 * HOUR_MS,
    dueMs: DAY_MS,
    source: FORM,
  },
  {
    section: 'soon',
    who: 'LinkedIn',
    address: 'messaging-digest-noreply@linkedin.com',
    subject: 'You have a new message',
    text: 'Iemand stuurde je een bericht.',
    agoMs: 4 * HOUR_MS,
    dueMs: DAY_MS + HOUR_MS,
    source: UNPROVEN,
  },
];

const LOOK: SourceLook = {
  message: 1,
  sender: 'formulier@sitebouwer.example',
  proof: 'silent',
  channel: 'webform',
  personFrom: 'as-read',
  replyTo: null,
  fields: [
    { label: 'E-mail', value: 'wout.naert@gmail.com' },
    { label: 'Naam', value: 'Wout Naert' },
    { label: 'Bericht', value: 'Wat kost een tafel voor tien?' },
  ],
  field: 'E-mail',
  person: { name: 'Wout Naert', address: 'wout.naert@gmail.com' },
};

type Name =
  | 'sources.servers'
  | 'sources.look'
  | 'sources.preview'
  | 'sources.say'
  | 'sources.rules'
  | 'sources.removeRule';
type Answers = { readonly [One in Name]: (args: CommandArgs<One>) => Result<CommandValue<One>> };

export function createFixtureSources(): Answers {
  let rules: readonly RuleView[] = [
    {
      id: 1,
      sender: 'voicemail@belmij.example',
      subject: '',
      channel: 'voicemail',
      personFrom: 'as-read',
      field: '',
      isProven: true,
      madeAt: FIXTURE_NOW - DAY_MS,
    },
  ];
  return {
    'sources.look': () => ok(LOOK),
    'sources.preview': ({ scope, personFrom, field }) =>
      ok({
        messages:
          personFrom === 'field' && field !== 'E-mail' ? 0 : scope === 'message' || personFrom === 'typed' ? 1 : 3,
      }),
    'sources.say': ({ scope, channel, personFrom: from, field, subject }) => {
      const { sender } = LOOK;
      const personFrom = from === 'typed' ? 'as-read' : from;
      const rule = { id: 2, sender, subject, channel, personFrom, field, isProven: false, madeAt: FIXTURE_NOW };
      if (scope !== 'message') rules = [...rules, rule];
      return ok({ messages: scope === 'message' ? 1 : 3, rule: 2 });
    },
    'sources.servers': () =>
      ok([
        { email: 'tom@schrijnwerkerijclaes.be', vouches: true },
        { email: 'info@schrijnwerkerijclaes.be', vouches: false },
      ]),
    'sources.rules': () => ok(rules),
    'sources.removeRule': ({ id }) => {
      rules = rules.filter((rule) => rule.id !== id);
      return ok(null);
    },
  };
}
