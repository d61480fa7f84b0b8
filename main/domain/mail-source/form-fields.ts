// The label and value lines of a form that a site sent by mail: who filled it in, how he can be reached, and what he wrote.
// Dutch, French, English and German labels; both "Naam: Jan" and the label on a line of its own above its value.

export type FormFields = {
  readonly name: string;
  /** '' where no field holds one. */
  readonly address: string;
  readonly phone: string;
  /** What was asked; the other fields follow it. */
  readonly message: string;
  readonly fields: readonly FormField[];
};
export type FormField = { readonly label: string; readonly value: string };

/** A letter longer than this is no form. */
const LONGEST = 30_000;
const MOST_FIELDS = 60;

const MAIL_ADDRESS = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;
const LABELS = {
  address:
    /^(?:(?:je|uw|your|votre|ihre?) )?(?:e-?mail(?:-?adres(?:se?)?| address)?|adresse (?:e-?mail|électronique)|courriel|mail)$/i,
  name: /^(?:(?:je|uw|your|votre|ihr) )?(?:volledige |full )?(?:naam|name|nom|nom complet|nom et prénom)$|^van$|^from$|^de$/i,
  firstName: /^(?:voornaam|first ?name|prénom|vorname)$/i,
  lastName: /^(?:achternaam|familienaam|last ?name|surname|nom de famille|nachname)$/i,
  phone:
    /^(?:telefoon(?:nummer)?|tel(?:\.|nr)?|gsm(?:-?nummer)?|mobiel(?:e nummer)?|phone(?: number)?|mobile|téléphone|numéro de téléphone|telefonnummer)$/i,
  message:
    /^(?:(?:je|uw|your|votre|ihre) )?(?:bericht|berichttekst|vraag|vraag of opmerking|opmerking(?:en)?|message(?: body)?|comments?|question|your inquiry|inquiry|demande|commentaires?|nachricht)$/i,
} as const;

/** A line that begins with what forms call the question. Spares ordinary letters the reading of every line. */
export const mayHoldForm = (text: string): boolean =>
  QUESTION_LINE.test(text.slice(0, LONGEST)) || /contact-?formulier|contact form|formulaire/i.test(text.slice(-2_000));
const QUESTION_LINE =
  /^[ \t*]{0,4}(?:(?:je|uw|your|votre|ihre) )?(?:bericht|vraag|opmerking|message|comment|question|inquiry|demande|nachricht)[^\n:]{0,24}(?::|$)/im;

/** null: this is no form, or one without anybody in it. */
export function readForm(text: string): FormFields | null {
  const fields = fieldsIn(text.slice(0, LONGEST));
  if (fields.length < 2) return null;
  const value = (label: RegExp): string => fields.find((field) => label.test(field.label))?.value ?? '';
  const address = addressIn(value(LABELS.address)) || addressIn(value(LABELS.name));
  const given = [value(LABELS.firstName), value(LABELS.lastName)].filter((part) => part !== '').join(' ');
  const name = nameIn(given === '' ? value(LABELS.name) : given);
  const message = value(LABELS.message);
  const isForm = [address, name, message, value(LABELS.phone)].filter((part) => part !== '').length >= 2;
  if (!isForm) return null;
  return { name: name.slice(0, 200), address, phone: value(LABELS.phone).slice(0, 60), message, fields };
}

/** The question first, then what else was filled in, without what only says who it is. */
export function formWords({ message, fields }: FormFields): string {
  const isWho = ({ label }: FormField): boolean =>
    [LABELS.address, LABELS.name, LABELS.firstName, LABELS.lastName, LABELS.message].some((known) => known.test(label));
  const rest = fields.filter((field) => !isWho(field)).map(({ label, value }) => `${label}: ${value}`);
  return [message, rest.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** The value of the field that the owner pointed at. */
export const valueOfField = (text: string, label: string): string =>
  fieldsIn(text.slice(0, LONGEST)).find((field) => field.label.toLowerCase() === label.trim().toLowerCase())?.value ??
  '';

/** "Jan Peeters <jan@peeters.be>", as Contact Form 7 writes it after "From:". */
const nameIn = (value: string): string =>
  (value.split('\n')[0] ?? '')
    .replace(MAIL_ADDRESS, '')
    .replaceAll(/[<>"()]/g, '')
    .trim();

export const addressIn = (value: string): string => MAIL_ADDRESS.exec(value)?.[0] ?? '';

export function fieldsIn(text: string): readonly FormField[] {
  const fields: { label: string; value: string }[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const shown = line.trim();
    if (isOpen && END_OF_FORM.test(shown)) break;
    const pair = LABEL_AND_VALUE.exec(shown);
    const alone = pair === null && isKnownLabel(shown.replace(/:$/, ''));
    if (pair !== null || alone) {
      if (fields.length >= MOST_FIELDS) break;
      const label = (pair?.[1] ?? shown.replace(/:$/, '')).replaceAll('*', '').trim();
      fields.push({ label, value: (pair?.[2] ?? '').trim() });
      isOpen = true;
    } else if (isOpen) {
      const last = fields.at(-1);
      // A message of several lines goes on until the next label.
      if (last !== undefined) last.value = last.value === '' ? shown : `${last.value}\n${shown}`;
    }
  }
  return fields.map(({ label, value }) => ({ label, value: value.trim() })).filter(({ value }) => value !== '');
}

/** A label is a few words: "Ik zoek dit: een kast" in somebody's letter has one too, so a form needs several and a known one. */
const LABEL_AND_VALUE = /^([\p{L}*][\p{L}\p{N} .'’()/*_-]{0,39}?)\s?:(?:\s+(.*))?$/u;

const isKnownLabel = (line: string): boolean =>
  line.length <= 40 && Object.values(LABELS).some((label) => label.test(line.replaceAll('*', '').trim()));

/** Under the fields: Contact Form 7's foot, a signature, the site's own words. */
const END_OF_FORM =
  /^(?:--\s*$|-{3,}|_{5,}|this e-?mail was sent from a contact form|dit bericht is verzonden via|deze e-?mail is verzonden vanaf|cet e-?mail a été envoyé|diese e-mail wurde)/i;
