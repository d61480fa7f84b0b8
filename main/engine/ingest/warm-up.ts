// Reads a letter that nobody wrote. The patterns by which letters are read are compiled when they are first used, which takes a tenth
// of a second: better while the desk has just opened than when the first mails come in and somebody is clicking.
import { findSignals } from '../../domain/conversation/find-signals.ts';

/** In each language there is, so that each has its patterns ready. */
const LETTERS = [
  'Dag, kunt u mij vrijdag een offerte sturen? Bedankt alvast.',
  'Hello, could you send me a quote by Friday? Thanks in advance.',
  'Bonjour, pourriez-vous m’envoyer un devis vendredi ? Merci d’avance.',
  'Guten Tag, können Sie mir bis Freitag ein Angebot schicken? Vielen Dank.',
];

export function warmUpReading(): void {
  for (const text of LETTERS) findSignals({ subject: '', text });
}
