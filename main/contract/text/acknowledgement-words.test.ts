import { expect, it } from 'vitest';
import { REFUSALS } from '../../domain/acknowledgement/refusal.ts';
import { acknowledgementWords } from './acknowledgement-words.ts';

const words = (outcome: 'sent' | 'dry-run', delivery: 'queued' | 'sent' | 'taken-back' | null) =>
  acknowledgementWords('nl', { outcome, refusal: null, delivery });

it.each(['nl', 'en'] as const)('each reason not to send one is another sentence (%s)', (language) => {
  const said = REFUSALS.map((refusal) =>
    acknowledgementWords(language, { outcome: 'refused', refusal, delivery: null }),
  );
  expect(new Set(said).size).toBe(REFUSALS.length);
  for (const one of said) expect(one).toMatch(/^(?:niet, want|not sent:) .{8,}$/);
});

it('says where one stands', () => {
  expect([words('dry-run', null), words('sent', 'queued'), words('sent', 'sent'), words('sent', 'taken-back')]).toEqual(
    ['zou verstuurd zijn', 'vertrekt', 'verstuurd', 'niet meer verstuurd: je antwoordde eerst'],
  );
});
