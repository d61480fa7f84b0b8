// Real mail of real people: an owner who is warned of those soon reads no warning any more.
import { describe, expect, it } from 'vitest';
import { hasSharedData, rawOf, sharedCases, type RawCase } from '../../../tests/helpers/shared-data.ts';
import { createAcquaintances } from '../../domain/sender-trust/acquaintances.ts';
import { senderDoubts } from '../../domain/sender-trust/sender-doubts.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';

type LabelledMail = RawCase & { readonly label: string };

describe.skipIf(!hasSharedData)('the letters of people', () => {
  it('are warned of in less than one of fifty, while the owner knows half of them', () => {
    const mails = sharedCases<LabelledMail>('ham-spam')
      .filter(({ label }) => label === 'ham')
      .map((one) => parseMail(rawOf(one)));
    const senders = [...new Map(mails.map(({ from }) => [from[0]?.address.toLowerCase(), from[0]])).values()];
    const known = createAcquaintances(senders.filter((one) => one !== undefined).filter((_, nth) => nth % 2 === 0));
    const owner = { addresses: new Set(['info@zaak.example']), names: ['Tom Claes'] };
    const warned = mails.filter(({ from: [from], replyTo, kind, subject, text }) => {
      if (from === undefined) return false;
      const said = { from, replyTo, kind, subject, text };
      const facts = { ...said, proof: 'silent', results: null, isPassedOn: false, changed: null } as const;
      return senderDoubts(facts, known, owner).length > 0;
    });
    expect(mails.length).toBeGreaterThan(300);
    expect(warned.length).toBeLessThan(mails.length / 50);
  });
});
