// The page that lies on top of an export, in the owner's language: what is in it, and what it honestly is.
import type { UiLanguage } from '../../domain/conversation/message.ts';

export type ExportFacts = {
  /** null: everything. */
  readonly contact: string | null;
  readonly made: string;
  readonly messages: number;
  readonly conversations: number;
  readonly attachments: number;
  readonly missing: number;
};

export function exportPage(language: UiLanguage, facts: ExportFacts): string {
  return (language === 'nl' ? inDutch(facts) : inEnglish(facts)).replaceAll('\n', '\r\n');
}

const inDutch = ({
  contact,
  made,
  messages,
  conversations,
  attachments,
  missing,
}: ExportFacts): string => `Uit Balie gehaald
=================

Wat:          ${contact === null ? 'alles' : `alle berichten van en aan ${contact}`}
Wanneer:      ${made}
Berichten:    ${messages}
Gesprekken:   ${conversations}
Bijlagen:     ${attachments}${missing === 0 ? '' : `, en ${missing} die nu niet te krijgen waren (zie hieronder)`}

mail/               elk bericht als .eml, dat elk mailprogramma opent
notes/              wat je zelf noteerde: telefoon, toonbank, apps; om te lezen, niet om weer in te lezen
${contact === null ? '' : 'attachments/        de bijlagen nog eens los, per bericht een map\n'}conversations.json  de gesprekken: wat je besloot, antwoord voor, uitgesteld, klad
drafts.json         wat je aan het schrijven bent, als er iets is; de bestanden ervan in drafts/
contacts.vcf        wat je van mensen bewaart: kaarten, als je die maakte
${contact === null ? 'canned-replies.csv  je standaardantwoorden, en in canned-files hun bijlagen\nsettings.json       je instellingen, accounts zonder wachtwoorden, en wat Balie leerde\n' : ''}balie-export.json   dit blad, voor programma's, met de bijlagen die ontbreken

De berichten zijn opnieuw opgebouwd uit wat Balie ervan bewaart. Wie schreef, aan wie, wanneer, de woorden en de bijlagen zijn zoals ze
waren. De weg langs de mailservers, digitale handtekeningen en de precieze volgorde van de delen zitten er niet in; die heeft alleen
het origineel op de mailserver. Met "balie import" op deze map komen de berichten weer in Balie.
${missing === 0 ? '' : '\nEen bijlage ontbreekt wanneer ze alleen op de mailserver ligt en die niet te bereiken was, of ze daar niet meer heeft.\n'}`;

const inEnglish = ({
  contact,
  made,
  messages,
  conversations,
  attachments,
  missing,
}: ExportFacts): string => `Taken out of Balie
==================

What:           ${contact === null ? 'everything' : `all messages from and to ${contact}`}
When:           ${made}
Messages:       ${messages}
Conversations:  ${conversations}
Attachments:    ${attachments}${missing === 0 ? '' : `, and ${missing} that could not be had now (see below)`}

mail/               every message as .eml, which every mail program opens
notes/              what you wrote down yourself: phone, counter, apps; to be read, not to be imported again
${contact === null ? '' : 'attachments/        the attachments once more by themselves, a folder for each message\n'}conversations.json  the conversations: what you decided, reply-by, snoozed, drafts
drafts.json         what you are writing, if anything; its files are in drafts/
contacts.vcf        what you keep of people: cards, if you made any
${contact === null ? 'canned-replies.csv  your saved replies, and in canned-files their files\nsettings.json       your settings, accounts without passwords, and what Balie learned\n' : ''}balie-export.json   this page, for programs, with the attachments that are missing

The messages are rebuilt from what Balie keeps of them. Who wrote, to whom, when, the words and the attachments are as they were. The
way along the mail servers, digital signatures and the exact order of the parts are not in them; only the original on the mail server
has those. "balie import" on this folder brings the messages into Balie again.
${missing === 0 ? '' : '\nAn attachment is missing when it lies on the mail server only and that could not be reached, or has it no longer.\n'}`;
