// What happened to the desk's file, in one line for the command line. The window says more (renderer/i18n/*/storage.ts).
import type { UiLanguage } from '../../domain/conversation/message.ts';
import type { DeskNews } from '../storage.ts';

export function deskNewsWords(language: UiLanguage, news: DeskNews): string {
  const day = (at: number): string =>
    new Intl.DateTimeFormat(language === 'nl' ? 'nl-BE' : 'en-GB', { dateStyle: 'long', timeStyle: 'short' }).format(
      at,
    );
  const isDutch = language === 'nl';
  switch (news.kind) {
    case 'restored':
      return isDutch
        ? `De kopie van ${day(news.from)} is teruggezet (${news.messages} berichten). Post die daarna kwam, wordt opnieuw opgehaald.`
        : `The backup of ${day(news.from)} has been restored (${news.messages} messages). Mail that came after it is fetched again.`;
    case 'rebuilt':
      return isDutch
        ? `Het gegevensbestand was beschadigd en er was geen kopie; wat nog te lezen was, is bewaard (${news.messages} berichten).`
        : `The data file was damaged and there was no backup; what could still be read is kept (${news.messages} messages).`;
    case 'changes-missing':
      return isDutch
        ? `De laatste wijzigingen, van na ${day(news.since)}, kunnen ontbreken.`
        : `The last changes, made after ${day(news.since)}, may be missing.`;
    case 'exchanged':
      return isDutch
        ? 'Op de plaats van je gegevens staat een ander bestand van Balie dan bij het sluiten.'
        : 'Where your data was, there is another file of Balie than when it was closed.';
  }
}
