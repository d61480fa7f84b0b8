// English texts of mail that stands for a message from somewhere else.
import type { Texts } from '../nl/nl.ts';
import type { sources as nl } from '../nl/sources.ts';

export const sources: Texts<typeof nl> = {
  sources: {
    via: 'via {{channel}}',
    public: 'public',
    publicHelp: 'Everybody can read what you answer here.',
    unproven:
      'Says that it comes from {{channel}}, but your mail server does not say whether that is so. That is why it is here as plain mail.',
    refuted:
      'Says that it comes from {{channel}}, but your mail server says that it does not. Do not click anything in it.',
    unknown:
      'Really comes from {{channel}}, but Balie does not know this kind of mail. Look in {{channel}} itself whether something waits.',
    askForm: 'Looks like a form that {{who}} filled in. Does it come from your site?',
    askForwarded: 'Looks like a form by {{who}} that was forwarded. Should the answer go there?',
    askVoicemail: 'Looks like a voicemail from {{who}}. Does it come from your telephone service?',
    byOwner: 'Marked by you as a message from {{who}}.',
    whole: 'Show the whole mail',
    less: 'Show only the message',
    say: 'Who is this from?',
    other: 'This mail is from somebody else…',
    action: 'Say who this mail is really from',
    title: 'This is a message from…',
    nothing: 'There is no mail of a customer here to say anything about.',
    who: 'Who wrote this?',
    whoRead: '{{who}}, as Balie reads it',
    whoReplyTo: '{{who}}, to whom it asks for an answer',
    whoField: 'Whoever stands in a field of the mail',
    whoTyped: 'Somebody whom I name',
    typedName: 'Name',
    typedAddress: 'Mail address',
    field: 'Field',
    channel: 'By which route did it come?',
    scope: 'For which mails does that hold?',
    scopeMessage: 'Only this one',
    scopeSender: 'All mails from {{sender}}',
    scopeDomain: 'All mails from anybody at {{domain}}',
    subject: 'Only with these words in the subject',
    subjectHelp: 'Empty: any subject.',
    proven: 'Your mail server vouches for {{domain}}. The rule holds only while it does.',
    silent:
      'Your mail server does not say whether mails really come from {{domain}}. Somebody else can pretend to; your answer then goes to whomever he filled in. So look at the address before you write anything confidential.',
    failed: 'Your mail server says that this mail is not from {{domain}}. That is why it stays plain mail.',
    changes_one: 'Changes {{count}} open mail.',
    changes_other: 'Changes {{count}} open mails.',
    changesNone: 'This mail names nobody there.',
    save: 'That is it',
    said_one: 'A message from somebody else: {{count}} mail changed',
    said_other: 'Messages from others: {{count}} mails changed',
    intro:
      'Messages of LinkedIn, Marktplaats, 2dehands, Airbnb, Booking.com and Etsy, Google reviews, and forms of Wix, Squarespace and Jotform are recognised by Balie itself, if your mail server vouches for the sender. Of your own site and your telephone service you say it once.',
    vouches: 'The mail server of {{email}} vouches for senders.',
    vouchesNot:
      'The mail server of {{email}} does not vouch for senders: all of its mail stays mail until you say who it is from.',
    rules: 'What you said yourself',
    noRules:
      'Nothing yet. When a form or a voicemail stands in the queue as plain mail, choose “Who is this from?” at that message.',
    rule: '{{sender}}: {{channel}}',
    ruleRead: 'the person as Balie reads it',
    ruleReplyTo: 'the person to whom it asks for an answer',
    ruleField: 'the person in the field “{{field}}”',
    ruleSubject: 'with “{{subject}}” in the subject',
    ruleUnproven: 'your mail server does not vouch for this sender',
    removeRule: 'Remove the rule for {{sender}}',
    ruleRemoved: 'New mails from {{sender}} come as plain mail again',
    publicAnswer: 'Everybody reads this: answer in public',
    bookingHint: 'Booking.com takes answers only from the address that you gave it.',
  },
};
