// Those who do not stop while a desk is killed: customers who write, and the owner's phone, which answers and throws away.
import type { Dovecot } from '../helpers/dovecot.ts';
import { customerMail } from '../helpers/sync-desk.ts';

export type Customers = {
  /** Message-IDs that the mailbox got. */
  readonly delivered: () => readonly string[];
  /** Those that the phone removed again. */
  readonly removed: () => ReadonlySet<string>;
  /** How many copies of each Message-ID lie in Sent now. */
  readonly copiesInSent: () => Promise<ReadonlyMap<string, number>>;
  readonly stop: () => Promise<void>;
};

/** Some four letters a round; one in forty is removed, one in ten flagged, at a moment of its own. */
const EVERY_MS = 150;
const REMOVE_SHARE = 1 / 40;
const FLAG_SHARE = 1 / 10;

export async function startCustomers(dovecot: Dovecot, draw: () => number): Promise<Customers> {
  const delivered: string[] = [];
  const removed = new Set<string>();
  const phone = await dovecot.otherProgram();
  let isBusy = false;

  const pick = async (act: (uid: number) => Promise<unknown>): Promise<void> => {
    const wanted = delivered[Math.floor(draw() * delivered.length)];
    if (wanted === undefined) return;
    const lock = await phone.getMailboxLock('INBOX');
    try {
      const [uid] = (await phone.search({ header: { 'Message-ID': wanted } }, { uid: true })) || [];
      if (uid === undefined) return;
      if (act === remove) removed.add(wanted);
      await act(uid);
    } finally {
      lock.release();
    }
  };
  const remove = (uid: number): Promise<unknown> => phone.messageDelete(String(uid), { uid: true });
  const flag = (uid: number): Promise<unknown> => phone.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });

  const turn = async (): Promise<void> => {
    const messageId = `vraag-${delivered.length}@klant.example`;
    const from = `Klant ${delivered.length} <klant-${delivered.length}@klant.example>`;
    dovecot.deliver(customerMail(`Vraag ${delivered.length}`, { messageId, from }));
    delivered.push(messageId);
    const choice = draw();
    if (isBusy || choice > REMOVE_SHARE + FLAG_SHARE) return;
    isBusy = true;
    await pick(choice < REMOVE_SHARE ? remove : flag).finally(() => (isBusy = false));
  };
  let working = Promise.resolve();
  const timer = setInterval(() => {
    working = working.then(turn);
  }, EVERY_MS);

  return {
    delivered: () => delivered,
    removed: () => removed,
    copiesInSent: async () => {
      const reader = await dovecot.otherProgram();
      const copies = new Map<string, number>();
      try {
        await reader.mailboxOpen('Sent');
        for await (const { envelope } of reader.fetch('1:*', { envelope: true })) {
          const id = (envelope?.messageId ?? '').replace(/[<>]/g, '');
          copies.set(id, (copies.get(id) ?? 0) + 1);
        }
      } finally {
        reader.close();
      }
      return copies;
    },
    stop: async () => {
      clearInterval(timer);
      await working;
      phone.close();
    },
  };
}
