// Words that say more about whether an answer is wanted than about what is asked; used by needs-reply.ts.
import { anywhere, oneOf, wholeWords } from '../phrases.ts';

export const URGENT = wholeWords('i')`
  # nl
  spoed|dringend|urgent
  zo snel mogelijk|zsm
  vandaag nog|zodra (?:u|je) dit leest
  meteen|onmiddellijk
  # en
  asap|as soon as possible
  right away|immediately
  # fr
  au plus vite|dans les plus brefs délais|le plus vite possible
  # de
  so schnell wie möglich|sofort|schnellstmöglich
`;

export const MEETING_TALK = wholeWords('i')`
  # en
  meet|meeting|meetings
  lunch|dinner|breakfast|drinks|coffee
  conference call|call
  interview|appointment
  get together|getting together|see you
  talk (?:to|with) you|talk|discuss
  visit|stop by|drop by|come (?:by|over)
  # nl
  afspraak|langskomen|afspreken
  bespreken|overleg|koffie|kennismaking
  # fr
  rendez-vous|réunion
  # de
  termin|treffen|besprechung
`;

const TO_MEET = oneOf`
  meet|get together|get with|catch up
  chat|discuss|talk|reschedule
`;

/** Offers or settles a moment, also without naming one. */
export const PROPOSAL = anywhere('i')`
  # en: we are there, or could be
  \b(?:i|we)(?:['’](?:m|re)| am| are)? (?:still )?available\b
  \b(?:i|we)(?:['’]ll| will| can| could| should| may| would)(?: have to| be able to)? (?:${TO_MEET})\b
  \bsee you (?:on|at|there|then|tomorrow|tonight|next|this)\b
  \bif you(?:['’]re| are) (?:free|available)\b
  # en: and it suits
  \blook(?:ing)? forward to (?:seeing|meeting|the)\b
  \bworks? (?:best |well |better )?for me\b
  \b(?:happy|glad) to (?:meet|discuss|reschedule|talk|go|come|join|ride)\b
  # nl
  \b(?:komt|past|schikt) (?:mij|me|ons|dat)\b
  \b(?:ik|wij|we) (?:ben|zijn|kan|kunnen) (?:dan |ook |wel )?(?:beschikbaar|vrij|langskomen)\b
`;

/** First person with a matter of his own: a customer, more than a system. */
export const OWN_STORY = wholeWords('i')`
  # nl
  ik (?:heb|ben|had|kreeg|wil|moet|kan|zou|ontving|bestelde|kocht|zoek)|heb ik
  mijn
  jullie (?:zijn|waren|hebben|hadden|komen|kwamen)|(?:sinds|toen) jullie
  wij (?:hebben|zijn|komen|willen|zoeken)|we (?:hebben|zijn|komen|willen|zoeken)
  onze
  # en
  i (?:have|am|was|got|ordered|bought|need|want|can['’]t|cannot)
  i['’]m|i['’]ve
  my
  # fr
  j['’]ai|je suis|mon|ma|mes
  nous avons|notre
  # de
  ich habe|ich bin|mein|meine
  wir haben|unser
`;

/** Something is not as it should be, said in passing: in Dutch, French and German a customer seldom mentions it for nothing. */
export const AMISS = wholeWords('i')`
  # nl
  niet|helaas|jammer genoeg|probleem(?:pje)?|storing|maar heb
  # fr
  ne .{1,30} (?:pas|plus)|malheureusement|problème
  # de
  nicht|leider
`;

const NOTHING = oneOf`
  (?:u|je) hoeft niets te doen|geen (?:actie|antwoord|reactie) (?:nodig|vereist)
  no (?:action|reply|response) (?:is )?(?:needed|required|necessary)
  aucune (?:action|réponse) (?:n['’]est )?(?:requise|nécessaire)|keine (?:aktion|antwort) (?:nötig|erforderlich)
`;
/** In so many words, small letters. */
export const NOTHING_WANTED = wholeWords('u')`${NOTHING}`;

export const INFORMS = anywhere('im')`
  # Said in so many words.
  \b(?:ter (?:info|informatie|kennisgeving|kennisname)|t\.?k\.?n)\b
  \b(?:fyi|for your (?:info|information|records))\b
  \b(?:pour (?:votre )?information|zur (?:info|information|kenntnis(?:nahme)?))\b
  # Nothing is wanted.
  \b(?:${NOTHING})\b
  # In copy, or with something enclosed.
  \b(?:(?:staat|sta|staan) in (?:de )?cc|op de hoogte (?:is|zijn|te houden))\b
  \b(?:zoals besproken,? (?:de|het|hierbij|in)|hierbij (?:ontvangt|vind(?:t)?|treft) (?:u|je))\b
  ^[ \t]*cc:
`;
