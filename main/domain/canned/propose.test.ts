import { describe, expect, it } from 'vitest';
import { createAlikeIndex, wordPairs } from './alike.ts';
import { ownWords } from './own-words.ts';
import { nameFor, proposeFrom, type Proposal } from './propose.ts';
import type { CannedLanguage } from './template.ts';

type Sent = readonly [name: string, text: string];
const propose = (sent: readonly Sent[], language: CannedLanguage = 'nl'): Proposal | null =>
  proposeFrom(
    sent.map(([name, text]) => ({
      words: ownWords(text, []),
      contact: { name, address: `${name.replaceAll(' ', '.')}@voorbeeld.be` },
    })),
    language,
    'nl',
  );

/** Alike enough to be put beside each other at all. */
function meet(sent: readonly Sent[]): boolean {
  const index = createAlikeIndex();
  const pairs = sent.map(([, text]) => wordPairs(ownWords(text, []).body));
  return pairs.every((one, nr) => {
    if (one === null) return false;
    const isMet = index.alike(one).length >= nr;
    index.add(nr, one);
    return isMet;
  });
}

const READY: readonly Sent[] = [
  [
    'An Willems',
    'Dag An,\n\nUw tafel is klaar en kan vanaf vrijdag 12 juni opgehaald worden in ons atelier in Mechelen. Breng zeker een deken mee, dan blijft het blad mooi.\n\nMet vriendelijke groet\nTom Claes',
  ],
  [
    'Pieter De Backer',
    'Dag Pieter,\n\nUw kast is klaar en kan vanaf maandag 18 mei opgehaald worden in ons atelier in Mechelen. Breng zeker een deken mee, dan blijft het blad mooi.\n\nMet vriendelijke groet\nTom Claes\n\nOp 4 mei schreef Pieter:\n> Is mijn kast al klaar?',
  ],
  [
    'Sofie Vermeulen',
    'Dag Sofie,\n\nUw eettafel is klaar en kan vanaf dinsdag opgehaald worden in ons atelier in Mechelen. Breng zeker een deken mee, dan blijft het blad mooi.\n\nMet vriendelijke groet\nTom Claes',
  ],
];

describe('three own answers that are alike', () => {
  it('become one, with what differs as fields', () => {
    expect(meet(READY)).toBe(true);
    expect(propose(READY)?.text).toBe(
      'Dag {{contact.first_name | ""}},\n\nUw {{?Wat komt na “Uw”}} is klaar en kan vanaf {{?Welke dag}} opgehaald worden in ons atelier in Mechelen. Breng zeker een deken mee, dan blijft het blad mooi.\n\nMet vriendelijke groet\n{{my.name | ""}}',
    );
  });
  it('ask for a moment, an amount and a number as such', () => {
    const sent: readonly Sent[] = [
      [
        'Jan Peeters',
        'Beste Jan,\n\nBedankt voor uw bestelling 20417. Het voorschot bedraagt 150,00 euro en wij leveren op 3 juni om 10 uur. Hebt u vragen, bel ons dan gerust even op.',
      ],
      [
        'Mia Claes',
        'Beste Mia,\n\nBedankt voor uw bestelling 20398. Het voorschot bedraagt 85,50 euro en wij leveren op 28 mei om 14.30 uur. Hebt u vragen, bel ons dan gerust even op.',
      ],
      [
        'Els Maes',
        'Beste Els,\n\nBedankt voor uw bestelling 20350. Het voorschot bedraagt 1.200,00 euro en wij leveren op 12 mei om 9 uur. Hebt u vragen, bel ons dan gerust even op.',
      ],
    ];
    expect(propose(sent)?.text).toBe(
      '{{contact.salutation}},\n\nBedankt voor uw bestelling {{?Welk getal of nummer}}. Het voorschot bedraagt {{?Welk bedrag}} euro en wij leveren op {{?Wanneer}}. Hebt u vragen, bel ons dan gerust even op.',
    );
  });
  it('name the customer within the text by a field', () => {
    const sent: readonly Sent[] = ['Jan Peeters', 'Mia Claes', 'Els Maes'].map((name) => [
      name,
      `Goedemiddag,\n\nBeste ${name.split(' ')[0]}, uw fiets staat klaar in de winkel en u kunt hem ophalen tijdens onze openingsuren. Vergeet uw ophaalbewijs niet mee te brengen.`,
    ]);
    expect(propose(sent)?.text).toContain('{{contact.first_name}}, uw fiets');
  });
  it('are found in French', () => {
    const sent: readonly Sent[] = [
      [
        'Luc Martin',
        'Bonjour Luc,\n\nMerci pour votre demande. Nous pouvons passer prendre les mesures mardi 9 juin à 10 h. Merci de nous confirmer si ce rendez-vous vous convient.\n\nCordialement,\nTom',
      ],
      [
        'Claire Dubois',
        'Bonjour Claire,\n\nMerci pour votre demande. Nous pouvons passer prendre les mesures jeudi 4 juin à 14 h 30. Merci de nous confirmer si ce rendez-vous vous convient.\n\nCordialement,\nTom',
      ],
      [
        'Marc Petit',
        'Bonjour Marc,\n\nMerci pour votre demande. Nous pouvons passer prendre les mesures lundi 18 mai à 9 h. Merci de nous confirmer si ce rendez-vous vous convient.\n\nCordialement,\nTom',
      ],
    ];
    expect(meet(sent)).toBe(true);
    expect(propose(sent, 'fr')?.text).toBe(
      '{{contact.salutation}},\n\nMerci pour votre demande. Nous pouvons passer prendre les mesures {{?Wanneer}}. Merci de nous confirmer si ce rendez-vous vous convient.\n\nCordialement\n{{my.name | ""}}',
    );
  });
  it('are found in English, wrapped otherwise each time', () => {
    const sent: readonly Sent[] = [
      [
        'Ann Smith',
        'Hi Ann,\n\nThank you for asking. The repair takes about two weeks\nand we will call you as soon as your bike is ready to be collected.\n\nKind regards\nTom',
      ],
      [
        'Bob Jones',
        'Hi Bob,\n\nThank you for asking. The repair takes about three days and we will call\nyou as soon as your bike is ready to be collected.\n\nKind regards\nTom',
      ],
      [
        'Carol White',
        'Hi Carol,\n\nThank you for asking. The repair takes about one week and we will call you as soon as your bike is ready to be\ncollected.\n\nKind regards\nTom',
      ],
    ];
    expect(propose(sent, 'en')?.text).toContain(
      'The repair takes about {{?Wat komt na “repair takes about”}}\nand we will call you',
    );
  });
});

describe('no saved reply is proposed', () => {
  const bodies = (texts: readonly string[]): readonly Sent[] =>
    texts.map((text, nr) => [['Jan Peeters', 'Mia Claes', 'Els Maes'][nr] ?? '', text]);
  it.each<readonly [string, readonly Sent[]]>([
    ['of two', READY.slice(0, 2)],
    ['of answers to one and the same customer', READY.map(([, text]) => ['An Willems', text])],
    [
      'of greetings alone',
      bodies([
        'Dag Jan,\n\nGraag gedaan!\n\nMet vriendelijke groet\nTom',
        'Dag Mia,\n\nGraag gedaan!\n\nMet vriendelijke groet\nTom',
        'Dag Els,\n\nGraag gedaan!\n\nMet vriendelijke groet\nTom',
      ]),
    ],
    [
      'of letters that only begin and end alike',
      bodies([
        'Bedankt voor uw bericht. De zadelpen van uw fiets is gebroken, wij bestellen een nieuwe in Duitsland. Laat gerust weten als u vragen hebt.',
        'Bedankt voor uw bericht. Op zaterdag zijn we gesloten wegens de braderie in het centrum van de stad. Laat gerust weten als u vragen hebt.',
        'Bedankt voor uw bericht. Het kinderzitje past niet op een drager van dat merk, helaas. Laat gerust weten als u vragen hebt.',
      ]),
    ],
    [
      'of letters on the same matter in other words',
      bodies([
        'Wij zijn op maandag gesloten, maar vanaf dinsdag om negen uur bent u meer dan welkom in de winkel.',
        'U bent vanaf dinsdag welkom in onze winkel, want op maandag is de deur bij ons dicht zoals altijd.',
        'Maandag is onze vaste sluitingsdag. Kom gerust dinsdag langs, vanaf negen uur staan wij voor u klaar.',
      ]),
    ],
    [
      'that keeps the name of a customer',
      ['Jan Peeters', 'Els Peeters', 'Piet Peeters'].map((name) => [
        name,
        'De rekening voor meneer Peeters ligt klaar in de winkel en kan daar tijdens de openingsuren betaald worden, ook met de kaart.',
      ]),
    ],
    [
      'where one says a whole sentence more in the middle',
      bodies([
        'Uw fiets is klaar en staat in de winkel. U kunt hem ophalen tijdens onze openingsuren, betalen kan met de kaart.',
        'Uw fiets is klaar en staat in de winkel. Let wel, de achterband was zo versleten dat wij die ook vervangen hebben zonder meerprijs. U kunt hem ophalen tijdens onze openingsuren, betalen kan met de kaart.',
        'Uw fiets is klaar en staat in de winkel. U kunt hem ophalen tijdens onze openingsuren, betalen kan met de kaart.',
      ]),
    ],
  ])('%s', (_, sent) => {
    const isMet = sent.length < 3 ? true : meet(sent);
    expect(isMet ? propose(sent) : null).toBeNull();
  });
});

it('has a name and a code until the owner gives it others', () => {
  expect(nameFor('{{contact.salutation}},\n\nUw bestelling is klaar en staat in de winkel.')).toEqual({
    title: 'Uw bestelling is klaar en staat',
    code: 'bestelling',
  });
});
it('hostile lengths take no time to speak of', () => {
  const long = Array.from({ length: 3 }, (_, nr): Sent => [
    `Klant ${nr}`,
    `${'zo lang als het maar kan '.repeat(2_000)}${nr}`,
  ]);
  const before = performance.now();
  expect(propose(long)).toBeNull();
  expect(performance.now() - before).toBeLessThan(1_000);
});
