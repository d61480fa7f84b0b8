// The city that a time zone is called after, as one says it. English has the names of the zones themselves.
import type { UiLanguage } from '../../main/domain/conversation/message.ts';

const DUTCH: Readonly<Record<string, string>> = {
  Athens: 'Athene',
  Berlin: 'Berlijn',
  Brussels: 'Brussel',
  Bucharest: 'Boekarest',
  Budapest: 'Boedapest',
  Cairo: 'Caïro',
  Canary: 'de Canarische Eilanden',
  Copenhagen: 'Kopenhagen',
  Curacao: 'Curaçao',
  Kyiv: 'Kiev',
  Lisbon: 'Lissabon',
  London: 'Londen',
  Luxembourg: 'Luxemburg',
  Moscow: 'Moskou',
  Paris: 'Parijs',
  Prague: 'Praag',
  Tokyo: 'Tokio',
  Vienna: 'Wenen',
  Warsaw: 'Warschau',
  Zurich: 'Zürich',
};

export function zoneName(language: UiLanguage, zone: string): string {
  const city = zone.split('/').at(-1) ?? zone;
  return (language === 'nl' ? DUTCH[city] : undefined) ?? city.replaceAll('_', ' ');
}
