// The talk of programs that also write to customers: shops, newsletters, out-of-office notes; used by needs-reply.ts.
// What kind a mail is says mail-kind/classify.ts, from its headers too; these words tell the same of a message that
// has none.
import { anywhere, atStart, oneOf } from '../phrases.ts';

export const MACHINE_SUBJECT = atStart('i')`
  # Automatic answers.
  automatisch antwoord|automatic reply|réponse automatique|automatische antwort
  out of office|afwezig\b
  # Mail that came back.
  onbestelbaar|undeliver|delivery status|mail delivery
  # Newsletters and networks.
  nieuwsbrief|newsletter|nieuwe aanmelding|new (?:subscriber|follower)
  # Shops and their forms.
  bevestiging (?:van )?(?:uw|je|bestelling|betaling)
  (?:uw|je|your) (?:bestelling|order|receipt|invoice|factuur|pakket|parcel|betaling|payment)\b
  (?:uw|je) (?:vraag|bericht|verzoek) is ontvangen
  votre commande|ihre bestellung
  \[?ticket|factuur \S+ van|invoice \S+ from
  gefeliciteerd
`;

const ABSENT = oneOf`
  afwezig|niet aanwezig
  met (?:verlof|vakantie)|op vakantie
  niet bereikbaar
`;

const TALK = oneOf`
  # The way out of a mailing.
  nieuwsbrief|newsletter|unsubscribe
  no longer (?:wish|want|like)\b.{0,30}\breceive
  uitschrijven|afmelden voor|se désinscrire|désabonner|abmelden von
  # What to click on.
  click (?:here|on the link|below)|klik hier|cliquez ici|klicken sie hier
  log ?in om|inloggen op|sign in (?:to|into)
  bekijk (?:wie|alle|onze|het aanbod)|lees meer
  # Advertising.
  shop (?:now|online)|up to \d+ ?%|\d+ ?% (?:off|korting)|(?:offer|sale) ends
  # Nobody reads an answer.
  do not reply|niet (?:op deze mail )?(?:antwoorden|reageren)|deze (?:e-?mail|mail) negeren
  automatisch (?:gegenereerd|verstuurd|verzonden)|automatically generated
  # It arrived, it is on its way.
  (?:in goede orde|correct) ontvangen|we have received your
  hebben (?:uw|je) (?:vraag|bericht|verzoek|bestelling|betaling|aanvraag)\b.{0,30}\bontvangen
  (?:je|uw) pakket|your (?:parcel|package) |track (?:your|&)
  # Away, closed, confirmed, come back.
  out of (?:the )?office|niet op kantoor|automatische? (?:bericht|e-?mail|mail|antwoord)
  (?:uw|je) afspraak is bevestigd|your appointment is confirmed
  ik ben (?:${ABSENT}) (?:tot|van|vanaf|t\.?e\.?m)
  wegens (?:verlof|vakantie)|(?:kantoor|bureel|zaak) gesloten
  kon niet worden bezorgd|could not be delivered
  # Bills and receipts.
  receipt for your|thank you for your (?:order|purchase|payment)
  bedankt voor (?:uw|je) (?:bestelling|aankoop|betaling)
  binnen \d+ dagen (?:over te maken|te betalen|betalen)
  # Networks, lotteries, the tax office.
  nieuw(?:e)? (?:bericht voor u klaar|volgers)|maakt kans op|u bent geselecteerd
  heeft zich (?:aangemeld|ingeschreven)|mijn belastingdienst
  # The small print of subscriptions.
  terms (?:of service|and conditions)|privacy policy
  free (?:trial|shipping)|app store
  your (?:account|subscription|membership)\b
  visit (?:us|our)[ ]
`;

export const MACHINE_TALK = anywhere('i')`
  \b(?:${TALK})
  \$LINK
`;
