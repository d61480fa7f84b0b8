// Dutch sentences for every failure. The owner is addressed with "je".
import type { ErrorTexts } from './failure-words.ts';

export const errorsNl: ErrorTexts = {
  offline: {
    sentence: 'Er is geen verbinding met het internet.',
    action: 'Werk gerust door: wat je verstuurt, vertrekt zodra er weer verbinding is.',
  },
  'host-unknown': {
    sentence: 'De server {host|die je opgaf} bestaat niet.',
    action: 'Kijk na of de naam van de server goed gespeld is.',
  },
  'connection-refused': {
    sentence: '{host|De mailserver} laat op deze poort niemand binnen.',
    action: 'Kijk het poortnummer na, of probeer het later opnieuw.',
  },
  timeout: {
    sentence: '{host|De mailserver} antwoordt niet.',
    action: 'Kijk je internetverbinding na. Balie blijft het intussen zelf proberen.',
  },
  'connection-lost': {
    sentence: 'De verbinding met {host|de mailserver} viel weg.',
    action: 'Je hoeft niets te doen: Balie verbindt vanzelf opnieuw.',
  },
  'tls-certificate': {
    sentence: 'Het certificaat van {host|de mailserver} klopt niet, dus is je wachtwoord niet verstuurd.',
    action: 'Kijk de servernaam na. Is het je eigen server, voeg dan het certificaat toe bij het account.',
  },
  'tls-expired': {
    sentence:
      'Het certificaat van {host|de mailserver} is verlopen of nog niet geldig, dus is je wachtwoord niet verstuurd.',
    action:
      'Kijk na of datum en uur van deze computer kloppen. Kloppen ze, dan moet je aanbieder het certificaat vernieuwen.',
  },
  'tls-other-host': {
    sentence: 'Er antwoordt iemand anders dan {host|de mailserver}, dus is je wachtwoord niet verstuurd.',
    action:
      'Zit je op het wifi van een hotel of café, meld je daar dan eerst aan in de browser. Kijk anders de servernaam na.',
  },
  'tls-not-offered': {
    sentence: '{host|De mailserver} biedt geen beveiligde verbinding aan, dus is je wachtwoord niet verstuurd.',
    action: 'Kies TLS in plaats van STARTTLS, of vraag je aanbieder naar de juiste instelling.',
  },
  'tls-failed': {
    sentence: 'Er kwam geen beveiligde verbinding met {host|de mailserver} tot stand.',
    action: 'Kijk na of de poort en de beveiliging bij elkaar passen.',
  },
  'tls-tampered': {
    sentence:
      'Iemand op het netwerk knoeit met de verbinding met {host|de mailserver}, dus is je wachtwoord niet verstuurd.',
    action: 'Gebruik een ander netwerk. Kies TLS in plaats van STARTTLS als je aanbieder dat heeft.',
  },
  'plain-refused': {
    sentence: 'Zonder beveiliging zou je wachtwoord leesbaar over het netwerk gaan, dus doet Balie dat niet.',
    action: 'Kies TLS of STARTTLS.',
  },
  'not-a-mail-server': {
    sentence: 'Wat op {host|dit adres} antwoordt, is geen mailserver.',
    action:
      'Zit je op het wifi van een hotel of café, meld je daar dan eerst aan in de browser. Kijk anders servernaam en poort na.',
  },
  'wrong-password': {
    sentence: '{host|De mailserver} aanvaardt deze gebruikersnaam met dit wachtwoord niet.',
    action: 'Geef het wachtwoord opnieuw in. Sommige aanbieders vragen hier een app-wachtwoord.',
  },
  'app-password-needed': {
    sentence: '{host|De mailserver} aanvaardt hier je gewone wachtwoord niet, wel een app-wachtwoord.',
    action: 'Maak een app-wachtwoord bij de beveiliging van je account, en geef dat hier in.',
  },
  'password-expired': {
    sentence: 'Je wachtwoord bij {host|de mailserver} is verlopen.',
    action: 'Kies bij je aanbieder een nieuw wachtwoord en geef het hier in.',
  },
  'web-sign-in-first': {
    sentence: '{host|De mailserver} wil dat je je eerst één keer in de browser aanmeldt.',
    action: 'Open je webmail, meld je aan en bevestig dat jij het bent. Probeer het daarna hier opnieuw.',
  },
  'account-blocked': {
    sentence: '{host|De mailserver} laat dit account niet binnen.',
    action: 'Meld je aan in de webmail om te zien waarom, of vraag het je aanbieder.',
  },
  'sign-in-by-browser-needed': {
    sentence: '{provider|Deze aanbieder} neemt geen wachtwoord meer aan: je meldt je aan in de browser.',
    action: 'Kies “Aanmelden in de browser”.',
  },
  'sign-in-missing': {
    sentence:
      'Balie heeft je aanmelding bij {provider|de aanbieder} niet meer: ze werd alleen bewaard zolang Balie open was.',
    action: 'Meld je opnieuw aan in de browser.',
  },
  'sign-in-expired': {
    sentence: 'Je aanmelding bij {provider|de aanbieder} is verlopen: Balie werd daar te lang niet gebruikt.',
    action: 'Meld je opnieuw aan in de browser.',
  },
  'sign-in-revoked': {
    sentence:
      '{provider|De aanbieder} laat Balie niet meer toe: de toegang is ingetrokken, of je wachtwoord is gewijzigd.',
    action: 'Meld je opnieuw aan in de browser.',
  },
  'sign-in-refused': {
    sentence: '{host|De mailserver} laat je met deze aanmelding niet binnen.',
    action: 'Meld je aan met het account van dit adres, en kijk bij je aanbieder na of IMAP aanstaat.',
  },
  'sign-in-stopped': {
    sentence: 'Het aanmelden in de browser is niet afgemaakt.',
    action: 'Probeer het opnieuw, en geef Balie in de browser toegang tot je mail.',
  },
  'sign-in-not-set-up': {
    sentence: 'Aanmelden in de browser bij {provider|deze aanbieder} is op deze computer nog niet ingesteld.',
    action:
      'Daar is een client-id voor nodig. Hoe je die instelt, staat in de handleiding bij “Aanmelden in de browser”.',
  },
  'password-missing': {
    sentence: 'Balie heeft het wachtwoord van {email|dit account} niet.',
    action: 'Geef het wachtwoord opnieuw in.',
  },
  'keychain-unavailable': {
    sentence: 'De sleutelbos van deze computer antwoordt niet.',
    action: 'Ontgrendel de sleutelbos, of laat Balie het wachtwoord alleen voor deze keer onthouden.',
  },
  'server-busy': {
    sentence: '{host|De mailserver} heeft het nu te druk.',
    action: 'Je hoeft niets te doen: Balie probeert het straks vanzelf opnieuw.',
  },
  'too-many-connections': {
    sentence: 'Er zijn te veel verbindingen met {host|de mailserver} tegelijk.',
    action: 'Sluit een ander mailprogramma, of wacht even: Balie probeert het straks opnieuw.',
  },
  'cannot-archive': {
    sentence: 'De mailserver kan wat afgehandeld is niet naar een archief verplaatsen.',
    action: 'Zet “afgehandeld ook op de server archiveren” uit bij dit account, of maak daar zelf een map “Archief”.',
  },
  'over-quota': {
    sentence: 'De mailbox op {host|de server} is vol.',
    action: 'Maak plaats in de mailbox of vraag je aanbieder om meer ruimte.',
  },
  'cannot-trash': {
    sentence: 'De mailserver van {email|dit account} heeft geen prullenbak waar Balie bij kan.',
    action: 'Verwijderde gesprekken blijven op de server staan; in Balie zijn ze weg.',
  },
  'server-refused': {
    sentence: '{host|De mailserver} weigert dit.',
    action: 'Lees bij “details” wat de server erover zegt.',
  },
  'server-nonsense': {
    sentence: '{host|De mailserver} gaf een antwoord waar Balie geen wijs uit wordt.',
    action: 'Blijft dit komen, meld het dan met de tekst onder “details”.',
  },
  'recipient-missing': {
    sentence: 'Er staat nog niemand bij Aan.',
    action: 'Vul in naar wie dit bericht gaat.',
  },
  'recipient-refused': {
    sentence: 'De server neemt geen mail aan voor {address|dit adres}.',
    action: 'Kijk het adres van de klant na.',
  },
  'recipient-mailbox-full': {
    sentence: 'De mailbox van {address|de klant} is vol.',
    action: 'Bel of app de klant, of probeer het later opnieuw.',
  },
  'refused-as-spam': {
    sentence: 'De server houdt je bericht voor {address|de klant} voor spam.',
    action:
      'Haal het terug, laat links of bijlagen weg en verstuur het opnieuw. Blijft het gebeuren, vraag het je aanbieder.',
  },
  'refused-by-policy': {
    sentence: 'De regels van de server laten dit bericht aan {address|de klant} niet door.',
    action: 'Vraag je aanbieder of je adres goed is ingesteld om te versturen (SPF, DKIM).',
  },
  'sender-refused': {
    sentence: 'De server laat je niet versturen als {address|dit adres}.',
    action: 'Kijk bij het account na met welk adres je mag versturen.',
  },
  'message-too-large': {
    sentence: 'Met {size|deze grootte} is het bericht te groot: de server neemt hoogstens {limit|iets kleiners} aan.',
    action: 'Maak het bericht kleiner.',
  },
  'send-outcome-unknown': {
    sentence: 'De verbinding viel weg tijdens het versturen. Misschien is het bericht aangekomen, misschien niet.',
    action: 'Kijk in je verzonden berichten en kies: het is verstuurd, of verstuur het opnieuw.',
  },
  'acknowledgements-stopped': {
    sentence: 'Balie is gestopt met ontvangstberichten: er waren er {count|te veel} binnen een uur.',
    action: 'Kijk in Instellingen, Ontvangstberichten, wat er gebeurde, en zet ze dan weer aan.',
  },
  'disk-full': {
    sentence: 'De schijf is vol, dus kan Balie niets meer bewaren.',
    action: 'Maak ruimte vrij. Daarna gaat Balie vanzelf verder.',
  },
  'store-damaged': {
    sentence: 'Het gegevensbestand van Balie is beschadigd.',
    action: 'Zet een reservekopie terug. Het beschadigde bestand blijft bewaard.',
  },
  'store-too-new': {
    sentence: 'Deze gegevens zijn gemaakt met een nieuwere versie van Balie. Er is niets veranderd.',
    action: 'Installeer de nieuwste versie van Balie.',
  },
  'store-busy': {
    sentence: 'Balie staat al open met deze gegevens, of een ander programma houdt ze bezet.',
    action: 'Doe het in het venster van Balie, of sluit Balie en probeer het opnieuw.',
  },
  'network-folder': {
    sentence:
      'De gegevensmap van Balie staat op een netwerkschijf ({kind|van een andere computer}). Daar kan Balie je gegevens niet veilig bewaren.',
    action: 'Kies een map op deze computer zelf. Balie heeft niets veranderd.',
  },
  'not-found': {
    sentence: '{what|Dit} is er niet meer.',
    action: 'Ga terug naar de wachtrij.',
  },
  'invalid-argument': {
    sentence: 'Er klopt iets niet aan wat je hebt ingevuld.',
    action: 'Kijk het na en probeer het opnieuw.',
  },
  'already-exists': {
    sentence: '{what/email|Dit} bestaat al.',
    action: 'Kies een andere naam, of wijzig wat er al is.',
  },
  'not-possible-now': {
    sentence: 'Dat kan nu niet.',
    action: 'Probeer het straks nog eens.',
  },
  'sender-not-proven': {
    sentence: 'Je mailserver staat niet in voor deze afzender.',
    action: 'Toon de afbeeldingen één keer, als je de mail vertrouwt.',
  },
  'answered-on-network': {
    sentence: 'Op dit bericht kan niet per mail geantwoord worden.',
    action: 'Antwoord op de site waar het vandaan komt, en leg het hier vast als beantwoord.',
  },
  'account-detached': {
    sentence: 'Het account {email|van dit gesprek} is niet meer verbonden.',
    action: 'Verbind het opnieuw om te antwoorden.',
  },
  'outbox-waiting': {
    sentence: 'Er staan nog antwoorden van dit account in het postvak uit: {count|een of meer}.',
    action: 'Verstuur ze eerst, of kies dat ze niet meer weg hoeven.',
  },
  'answer-waiting': {
    sentence: 'In dit gesprek staat nog een antwoord in het postvak uit.',
    action: 'Laat het vertrekken of haal het terug, en verwijder dan.',
  },
  'field-without-value': {
    sentence: 'In het antwoord is nog een invulveld leeg: {field|kijk naar wat gemarkeerd is}.',
    action: 'Vul het in of haal het weg, en verstuur dan.',
  },
  'contact-taken': {
    sentence: '{what|Iemand anders} heeft dit adres of nummer al.',
    action: 'Is het dezelfde persoon? Voeg ze dan samen op de klantkaart.',
  },
  'no-cards-in-file': {
    sentence: 'In dit bestand staan geen contacten die Balie kan lezen.',
    action: 'Kies een vCard-bestand (.vcf), zoals Google, Outlook en iCloud dat exporteren.',
  },
  'contact-not-understood': {
    sentence: 'Balie leest “{what|dit}” niet als telefoonnummer, mailadres of link.',
    action: 'Kijk na of er een cijfer of teken ontbreekt.',
  },
  'when-not-understood': {
    sentence: 'Dit moment begrijpt Balie niet.',
    action: 'Schrijf bijvoorbeeld “morgen 10:00”, “vrijdag 16u” of “over 2 uur”.',
  },
  'moment-past': {
    sentence: 'Dat moment is al voorbij.',
    action: 'Kies een moment dat nog komt.',
  },
  'past-reply-by': {
    sentence: 'Dan is het antwoordmoment van deze klant al voorbij.',
    action: 'Kies er meteen een nieuw antwoordmoment bij.',
  },
  'not-all-decided': {
    sentence: 'Er zijn nog gesprekken waarover je niets besliste: {count|een paar}.',
    action: 'Beslis ze eerst; dan kan de dag dicht.',
  },
  'provider-unknown': {
    sentence: 'Voor {domain|dit adres} kent Balie de mailservers niet.',
    action: 'Vul ze zelf in; je aanbieder vermeldt ze bij “IMAP en SMTP instellen”.',
  },
  'demo-only': {
    sentence: 'In de oefenbalie wordt niets verstuurd en verandert er niets op een server.',
    action: 'Verlaat de oefenbalie en verbind je eigen e-mail.',
  },
  'no-program': {
    sentence: 'Geen programma op deze computer opent {name|dit bestand}.',
    action: 'Sla het op, en kies zelf waarmee je het opent.',
  },
  internal: {
    sentence: 'Er ging iets mis in Balie zelf. Je gegevens zijn bewaard.',
    action: 'Start Balie opnieuw. Blijft het misgaan, meld het dan met de tekst onder “details”.',
  },
};
