// Words that say more about whether an answer is wanted than about what is asked; used by needs-reply.ts.

export const URGENT =
  /\b(?:spoed|dringend|urgent|zo snel mogelijk|zsm|asap|as soon as possible|vandaag nog|zodra (?:u|je) dit leest|meteen|onmiddellijk|right away|immediately|au plus vite|dans les plus brefs délais|le plus vite possible|so schnell wie möglich|sofort|schnellstmöglich)\b/i;

export const MEETING_TALK =
  /\b(?:meet|meeting|meetings|lunch|dinner|breakfast|drinks|coffee|conference call|call|interview|appointment|get together|getting together|see you|talk (?:to|with) you|talk|discuss|visit|stop by|drop by|come (?:by|over)|afspraak|langskomen|afspreken|bespreken|overleg|koffie|kennismaking|rendez-vous|réunion|termin|treffen|besprechung)\b/i;

/** Offers or settles a moment, also without naming one. */
export const PROPOSAL =
  /\b(?:i|we)(?:['’](?:m|re)| am| are)? (?:still )?available\b|\b(?:i|we)(?:['’]ll| will| can| could| should| may| would)(?: have to| be able to)? (?:meet|get together|get with|catch up|chat|discuss|talk|reschedule)\b|\bsee you (?:on|at|there|then|tomorrow|tonight|next|this)\b|\bif you(?:['’]re| are) (?:free|available)\b|\blook(?:ing)? forward to (?:seeing|meeting|the)\b|\bworks? (?:best |well |better )?for me\b|\b(?:happy|glad) to (?:meet|discuss|reschedule|talk|go|come|join|ride)\b|\b(?:komt|past|schikt) (?:mij|me|ons|dat)\b|\b(?:ik|wij|we) (?:ben|zijn|kan|kunnen) (?:dan |ook |wel )?(?:beschikbaar|vrij|langskomen)\b/i;

/** First person with a matter of his own: a customer, more than a system. */
export const OWN_STORY =
  /\b(?:ik (?:heb|ben|had|kreeg|wil|moet|kan|zou|ontving|bestelde|kocht|zoek)|heb ik|mijn|jullie (?:zijn|waren|hebben|hadden|komen|kwamen)|(?:sinds|toen) jullie|wij (?:hebben|zijn|komen|willen|zoeken)|we (?:hebben|zijn|komen|willen|zoeken)|onze|i (?:have|am|was|got|ordered|bought|need|want|can['’]t|cannot)|i['’]m|i['’]ve|my|j['’]ai|je suis|mon|ma|mes|nous avons|notre|ich habe|ich bin|mein|meine|wir haben|unser)\b/i;

/** Something is not as it should be, said in passing: in Dutch, French and German a customer seldom mentions it for nothing. */
export const AMISS =
  /\b(?:niet|helaas|jammer genoeg|probleem(?:pje)?|storing|maar heb|ne .{1,30} (?:pas|plus)|malheureusement|problème|nicht|leider)\b/i;

export const INFORMS =
  /\b(?:ter (?:info|informatie|kennisgeving|kennisname)|t\.?k\.?n|fyi|for your (?:info|information|records)|pour (?:votre )?information|zur (?:info|information|kenntnis(?:nahme)?)|(?:u|je) hoeft niets te doen|geen (?:actie|antwoord|reactie) (?:nodig|vereist|nodig)|no (?:action|reply|response) (?:is )?(?:needed|required|necessary)|(?:staat|sta|staan) in (?:de )?cc|op de hoogte (?:is|zijn|te houden)|zoals besproken,? (?:de|het|hierbij|in)|hierbij (?:ontvangt|vind(?:t)?|treft) (?:u|je))\b|^[ \t]*cc:/im;

export const MACHINE_SUBJECT =
  /^\s*(?:automatisch antwoord|automatic reply|réponse automatique|automatische antwort|out of office|afwezig\b|onbestelbaar|undeliver|delivery status|mail delivery|nieuwsbrief|newsletter|nieuwe aanmelding|new (?:subscriber|follower)|bevestiging (?:van )?(?:uw|je|bestelling|betaling)|(?:uw|je|your) (?:bestelling|order|receipt|invoice|factuur|pakket|parcel|betaling|payment)\b|(?:uw|je) (?:vraag|bericht|verzoek) is ontvangen|votre commande|ihre bestellung|\[?ticket|factuur \S+ van|invoice \S+ from|gefeliciteerd)/i;

export const MACHINE_TALK =
  /\b(?:nieuwsbrief|newsletter|unsubscribe|no longer (?:wish|want|like)\b.{0,30}\breceive|uitschrijven|afmelden voor|se désinscrire|désabonner|abmelden von|click (?:here|on the link|below)|klik hier|cliquez ici|klicken sie hier|log ?in om|inloggen op|sign in (?:to|into)|bekijk (?:wie|alle|onze|het aanbod)|lees meer|shop (?:now|online)|up to \d+ ?%|\d+ ?% (?:off|korting)|(?:offer|sale) ends|do not reply|niet (?:op deze mail )?(?:antwoorden|reageren)|deze (?:e-?mail|mail) negeren|automatisch (?:gegenereerd|verstuurd|verzonden)|automatically generated|(?:in goede orde|correct) ontvangen|we have received your|hebben (?:uw|je) (?:vraag|bericht|verzoek|bestelling|betaling|aanvraag)\b.{0,30}\bontvangen|(?:je|uw) pakket|your (?:parcel|package) |track (?:your|&)|out of (?:the )?office|niet op kantoor|automatische? (?:bericht|e-?mail|mail|antwoord)|(?:uw|je) afspraak is bevestigd|your appointment is confirmed|ik ben (?:afwezig|niet aanwezig|met (?:verlof|vakantie)|op vakantie|niet bereikbaar) (?:tot|van|vanaf|t\.?e\.?m)|wegens (?:verlof|vakantie)|(?:kantoor|bureel|zaak) gesloten|kon niet worden bezorgd|could not be delivered|receipt for your|thank you for your (?:order|purchase|payment)|bedankt voor (?:uw|je) (?:bestelling|aankoop|betaling)|binnen \d+ dagen (?:over te maken|te betalen|betalen)|nieuw(?:e)? (?:bericht voor u klaar|volgers)|maakt kans op|u bent geselecteerd|heeft zich (?:aangemeld|ingeschreven)|mijn belastingdienst|terms (?:of service|and conditions)|privacy policy|free (?:trial|shipping)|app store|your (?:account|subscription|membership)\b|visit (?:us|our) )|\$LINK/i;
