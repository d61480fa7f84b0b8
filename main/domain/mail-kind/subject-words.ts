// What a subject tells about the kind of mail, where its headers leave it open.
import { anywhere, atStart, oneOf, wholeWords } from '../phrases.ts';

/** About something of the reader's own: an order, a payment, an account. */
export const TRANSACTION = wholeWords('i')`
  # orders and money
  bestelling|order|factuur|invoice|betaling|payment
  pakket|parcel|zending|verzend\w+|shipped|delivered|bezorgd
  bevestig\w*|confirm\w*|reservering|booking
  # accounts
  wachtwoord|password|inlog\w*|sign-?in|login
  verificatie\w*|verification|security|beveiliging\w*|code
  # messages and the rest
  ticket|herinnering|reminder
  (?:new|nieuw) (?:message|bericht)|messaged you|mentioned you
  abonnement|subscription|retour|refund
  # fr, de
  commande|facture|paiement|colis
  bestellung|rechnung|zahlung|lieferung
`;

export const COMPLAINT_SUBJECT = atStart('i')`
  complaint about message from
  e-?mail feedback report
  \[?(?:abuse|spam|feedback[- ]loop) ?(?:report|complaint)
  (?:abuse|spam) (?:report|complaint) for
`;

const AUTO = oneOf`
  # nl
  automatisch antwoord|automatische reactie|afwezigheids?(?:bericht|melding|assistent)
  # en
  automatic reply|auto(?:matic)?[- ]?(?:reply|response)|auto[- ]?response
  out of (?:the )?office|out-of-office|vacation (?:reply|response)
  # de
  automatische antwort|automatische e-?mail-antwort
  abwesenheitsnotiz|abwesenheitsbenachrichtigung|abwesenheitsassistent
  # fr
  réponse automatique|message d['’]absence|absence du bureau|absent du bureau
  # da and no, es, it, pt
  autosvar
  respuesta automática|risposta automatica|resposta automática
`;
/** No person starts a subject with these and a colon. */
export const CERTAIN_AUTO_SUBJECT = anywhere('i')`
  ^\s*(?:${AUTO})\s*(?:[:：]|$)
`;

const REQUEST = oneOf`request|ticket|aanvraag|verzoek|vraag|melding`;
const MESSAGE = oneOf`bericht|vraag|aanvraag|verzoek|ticket|message|request|e-?mail`;
/** These a person may write too ("Afwezig: wie neemt over?"), so a header must agree. */
export const LIKELY_AUTO_SUBJECT = atStart('i')`
  # away
  auto|afwezig|niet aanwezig|absent|absence|abwesend|abwesenheit|away|vacation|vakantie|ooo
  autoreply|\[?auto[- ]?reply\]?
  # it arrived
  ontvangstbevestiging|bevestiging van ontvangst
  we hebben (?:uw|je) (?:bericht|e-?mail|vraag|verzoek) ontvangen
  \[?(?:${REQUEST}) (?:received|created|ontvangen|aangemaakt|geregistreerd)\]?
  (?:uw|je|your) (?:${MESSAGE}) (?:is|was|has been) (?:ontvangen|received)
  # thanks for it
  bedankt voor (?:uw|je) (?:bericht|e-?mail|vraag)
  thank you for (?:contacting|your (?:message|e-?mail|request))
  # it has a number
  ticket|\[[^\]]{0,40}#\d+
`;
