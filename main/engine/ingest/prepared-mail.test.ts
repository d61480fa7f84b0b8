import { expect, it } from 'vitest';
import { createFakeDesk, sampleMail, TUESDAY_TEN, type FakeDesk } from './fake-desk.ts';
import { prepareMail, type ArrivedMail } from './prepared-mail.ts';

const arrive = (desk: FakeDesk, mail: ArrivedMail): number =>
  desk.ingest([
    {
      account: 'mertens',
      channel: 'email',
      direction: 'in',
      at: TUESDAY_TEN,
      size: 1_000,
      mail,
      place: { mailboxId: desk.inbox, uid: 1, flags: [] },
    },
  ]).rows[0] ?? 0;

const everythingOf = (desk: FakeDesk, row: number): unknown => ({
  message: desk.store.messages.get(row),
  body: desk.store.bodies.get(row),
  headers: desk.store.bodies.headers(row),
  found: desk.store.fullText.counts(),
});

it.each([
  ['with a Message-ID', 'm@x'],
  ['without one', null],
])('a mail %s is stored the same whether it was prepared or not', (_, messageId) => {
  const mail = sampleMail({
    messageId,
    html: `<p>${'Is de blauwe fiets nog te koop? '.repeat(100)}</p>`,
    headers: { references: ['<r@x>'], 'x-a': ['1', '2'] },
  });
  const [plain, prepared] = [createFakeDesk(), createFakeDesk()];
  const expected = everythingOf(plain, arrive(plain, mail));
  expect(everythingOf(prepared, arrive(prepared, prepareMail(mail)))).toEqual(expected);
  expect(expected).toMatchObject({ body: { html: mail.html }, headers: mail.headers });
});

it('the stamps of relays are not kept, what an answer needs is', () => {
  const desk = createFakeDesk();
  const kept = { references: ['<r@x>'], 'delivered-to': ['info@x.be'], 'authentication-results': ['spf=pass'] };
  const headers = { ...kept, received: ['from a', 'from b'], 'dkim-signature': ['v=1'], 'arc-seal': ['i=1'] };
  const row = arrive(desk, sampleMail({ headers }));
  expect(desk.store.bodies.headers(row)).toEqual(kept);
});
