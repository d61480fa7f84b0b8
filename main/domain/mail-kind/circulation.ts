// Newsletters that carry no list header: known by the words of their foot. Each phrase is one that senders to many must or do
// write and customers do not ("ik wil me uitschrijven voor de les" is a customer).
export function looksLikeCirculation(mail: { readonly text: string }, otherSigns = 0): boolean {
  const { text } = mail;
  // The foot, and the "read online" line on top; the middle may quote anything.
  const edges = text.length <= 8_000 ? text : `${text.slice(0, 1_500)}\n${text.slice(-6_500)}`;
  if (CERTAIN.some((phrase) => phrase.test(edges))) return true;
  return otherSigns + LIKELY.filter((phrase) => phrase.test(edges)).length >= 2;
}

/** One of these is enough. */
const CERTAIN: readonly RegExp[] = [
  /(?:click|klik|cliquez|klicken)[^.\n]{0,40}(?:unsubscribe|uit ?te ?schrijven|uitschrijven|af ?te ?melden|désinscrire|désabonner|abmelden|be removed)/im,
  /(?:^|[.!?:;*_–-]\s*|you (?:want|wish|would like|prefer) )(?:to|om)\s+(?:unsubscribe|be removed|cancel your subscription|opt[- ]?out|remove your(?:self| name))[^.\n]{0,80}(?:click|visit|go to|send|reply|e-?mail|https?:|follow|please)/im,
  /unsubscribe (?:at|by|here|instructions|link)\b/im,
  /(?:you are|you're|u ontvangt|je ontvangt|vous recevez|sie erhalten) (?:currently )?(?:receiving |getting )?(?:this|deze|ce|cette|diese)\s+(?:e-?mail|message|newsletter|mailing|nieuwsbrief|mail|courriel|lettre)[^.\n]{0,60}(?:because|since|as a|omdat|car|parce|weil)/im,
  /(?:afmelden|uitschrijven) (?:voor|van|uit) (?:deze|onze) (?:nieuwsbrief|mailing|e-?mails)/im,
  /(?:manage|change|update|edit) your (?:(?:e-?mail|subscription|newsletter|account) )+(?:preferences|settings|options|profile)/im,
  /view (?:this|it) (?:e-?mail|newsletter|message) (?:in|online)/im,
  /(?:change|update|edit|modify) (?:your|the) (?:mailing list|communication|e-?mail|account|subscription|notification)s? (?:options|preferences?|settings|link)/im,
  /(?:if you|you (?:can|may))[^.\n]{0,80}\b(?:removed?|unsubscribed?|uncheck\w*)(?: yourself)? from/im,
  /\byou(?:['’]d| would| do)? (?:no longer |not )?(?:rather|prefer|wish|want|like)(?: to)?(?: not| no longer| stop)?(?: to)? receiv\w+(?: any)? (?:future|further|these|such|our|more)/im,
  /(?:you(?:['’]re| are) subscribed|you subscribed|your subscription) to\b/im,
  /(?:this|our) (?:e-?mail )?newsletter (?:is|has|in)\b/im,
  /(?:version|issue|edition) of (?:our|this|the) newsletter/im,
  /e-?mailvoorkeuren/im,
  /(?:wil|wenst|wilt) (?:u|je) (?:deze|onze|geen) (?:e-?mails?|mails?|berichten|nieuwsbrief|nieuwsbrieven) (?:niet )?(?:meer|langer) (?:te )?(?:ontvangen|krijgen)/im,
  /(?:u|je) (?:bent|hebt (?:u|je)|hebt je|heeft zich) (?:ingeschreven|geabonneerd|aangemeld) (?:op|voor)/im,
  /(?:modifi|gér)\w+ (?:vos|mes) préférences/im,
  /newsletter (?:abbestellen|abmelden)/im,
  /vom newsletter/im,
  /bekijk (?:deze|de) (?:e-?mail|nieuwsbrief|online)[^\n]{0,30}(?:browser|online|versie)/im,
];

/** Two of these, or one beside another sign. */
const LIKELY: readonly RegExp[] = [
  /\bunsubscribe\b/i,
  /\bsubscri(?:be|ption|ber)s?\b/i,
  /\bnewsletter\b|\bnieuwsbrief\b/i,
  /^[ \t]*(?:uitschrijven|afmelden|se désinscrire|abmelden|se désabonner)\.?[ \t]*$|se désinscrire\.|uitschrijven\.\s*$|\buitschrijflink\b/im,
  /\b(?:privacy (?:policy|statement)|privacyverklaring|privacybeleid)\b/i,
  /(?:©|\(c\)|copyright)\s*(?:by )?(?:19|20)\d\d|all rights reserved|alle rechten voorbehouden/i,
  /\bview (?:online|in (?:your )?browser)\b|\bonline versie\b|\bversion en ligne\b|\bdans votre navigateur\b/i,
  /\b(?:this|the) (?:mailing|message|e-?mail) (?:was|is|has been) sent (?:to|by)\b|deze (?:e-?mail|mail) (?:is|werd) (?:verzonden|verstuurd) (?:naar|aan)/i,
  /\bsponsor(?:ed|s)? by\b|\badvertis(?:e|ing|ement)\b/i,
];
