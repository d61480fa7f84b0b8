// The sources.* commands: the owner says who is really behind a mail. For this one mail, or as a rule for all of its sender: then what
// lies open of him is seen anew, and what comes later is taken so.
import type { CommandArgs } from '../../contract/commands.ts';
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { SaidOfMail, SourceLook } from '../../contract/mail-source.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { addressIn, fieldsIn } from '../../domain/mail-source/form-fields.ts';
import { claimByRule, claimFor, type OwnerRule } from '../../domain/mail-source/owner-rule.ts';
import { domainOf, senderProof, type SenderProof } from '../../domain/mail-source/sender-proof.ts';
import type { SourceClaim } from '../../domain/mail-source/source.ts';
import type { Handlers } from '../host/engine.ts';
import { connectedAccounts } from '../channels/manual/manual-account.ts';
import { answeredMessage } from '../outbox/answering.ts';
import type { Clock } from '../ports/ports.ts';
import type { Settle } from '../queue/settle.ts';
import type { MessageRow } from '../store/message-table.ts';
import type { Store } from '../store/store.ts';
import { createServerHabits } from './server-habits.ts';
import { findSource } from './source-facts.ts';
import { storedMail, takeAs, weighStored } from './take-as.ts';
import { weighByHand } from './weigh-source.ts';

export type OwnerWordDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly settle: Settle;
  readonly emit: (event: EngineEvent) => void;
};

export type OwnerWord = {
  readonly handlers: Pick<
    Handlers,
    'sources.look' | 'sources.servers' | 'sources.preview' | 'sources.say' | 'sources.rules' | 'sources.removeRule'
  >;
};

/** What lies open of one sender; a site with more than these unanswered has another trouble. */
const MOST_OPEN = 500;

export function createOwnerWord({ store, clock, settle, emit }: OwnerWordDeps): OwnerWord {
  const proofOf = (row: MessageRow): { readonly claim: SourceClaim | null; readonly proof: SenderProof } => {
    const account = store.accounts.get(row.account);
    const found = findSource(storedMail(store, row));
    // Its own look at the habit: the owner asks seldom.
    const habit = account === null ? [] : createServerHabits(store).of(account);
    return { claim: found.claim, proof: senderProof({ ...found, from: [row.from] }, habit) };
  };
  const mailAt = (id: MessageRowId): MessageRow | null => {
    const row = store.messages.get(id);
    return row === null || row.direction === 'out' || store.accounts.get(row.account)?.connector === 'manual'
      ? null
      : row;
  };
  const notThere = () => failed('not-found', 'user', 'no mail of a customer');

  /** What it would make of mail that is here: the mails that come out otherwise. */
  const found = (row: MessageRow, said: SaidOfMail, rule: OwnerRule) => {
    const { claim, proof } = proofOf(row);
    // Whom he names himself does not depend on what the mail says.
    const isRefuted = proof === 'failed' && said.personFrom !== 'typed';
    const account = store.accounts.get(row.account);
    const by = claimSaid(said, rule, storedMail(store, row), claim);
    const one = by === null || isRefuted || account === null ? null : weighByHand(account, storedMail(store, row), by);
    if (said.scope === 'message' || said.personFrom === 'typed' || one === null)
      return one === null ? [] : [{ id: row.id, weighed: one }];
    const rules = [{ ...rule, id: 0, madeAt: 0 }];
    const habits = createServerHabits(store);
    return store.sources.openFrom(rule.sender, MOST_OPEN).flatMap((id) => {
      const weighed = weighStored(store, id, { habits, rules });
      return weighed?.standing === 'by-owner' && store.sources.get(id)?.standing !== 'accepted'
        ? [{ id, weighed }]
        : [];
    });
  };

  const say = (said: SaidOfMail): Result<{ readonly messages: number; readonly rule: number | null }> => {
    const row = mailAt(said.message);
    if (row === null) return notThere();
    const rule = ruleFrom(said, row, proofOf(row).proof);
    const mails = found(row, said, rule);
    if (!mails.some(({ id }) => id === row.id)) {
      return failed('not-possible-now', 'user', 'this mail does not name anybody there, or is refuted');
    }
    const done = store.transaction(() => {
      const made =
        said.scope === 'message' || said.personFrom === 'typed' ? null : store.sources.addRule(rule, clock.now());
      const touched: ConversationId[] = mails.flatMap(({ id, weighed }) => takeAs(store, id, weighed));
      settle([...new Set(touched)]);
      return { made, touched: [...new Set(touched)] };
    });
    emit({ kind: 'conversations-changed', conversations: done.touched });
    return ok({ messages: mails.length, rule: done.made });
  };

  return {
    handlers: {
      'sources.look': ({ conversation }) => {
        const row = answeredMessage(store.messages.ofConversation(conversation));
        const mail = row === null ? null : mailAt(row.id);
        return mail === null ? notThere() : ok(lookAt(store, mail, proofOf(mail)));
      },
      'sources.preview': (said: CommandArgs<'sources.preview'>) => {
        const row = mailAt(said.message);
        return row === null
          ? notThere()
          : ok({ messages: found(row, said, ruleFrom(said, row, proofOf(row).proof)).length });
      },
      'sources.say': say,
      'sources.servers': () => {
        const habits = createServerHabits(store);
        return ok(
          connectedAccounts(store)
            // Of one that took in nothing yet there is nothing to say.
            .filter(({ id, connector }) => connector === 'email' && store.sources.newestIncoming(id, 1).length > 0)
            .map((account) => ({ email: account.email, vouches: habits.of(account).length > 0 })),
        );
      },
      'sources.rules': () => ok(store.sources.rules()),
      'sources.removeRule': ({ id }) => {
        store.transaction(() => store.sources.removeRule(id));
        return ok(null);
      },
    },
  };
}

const claimSaid = (
  { personFrom, person, channel }: SaidOfMail,
  rule: OwnerRule,
  mail: ReturnType<typeof storedMail>,
  claim: SourceClaim | null,
): SourceClaim | null => {
  if (personFrom !== 'typed') return claimByRule(rule, mail, claim);
  return person === undefined ? null : claimFor(person, channel, mail.text);
};

const ruleFrom = (
  { channel, personFrom, field, scope, subject }: SaidOfMail,
  row: MessageRow,
  proof: SenderProof,
): OwnerRule => ({
  sender: (scope === 'domain' ? `@${domainOf(row.from.address)}` : row.from.address).toLowerCase(),
  subject: subject.trim(),
  channel,
  personFrom: personFrom === 'typed' ? 'as-read' : personFrom,
  field: field.trim(),
  isProven: proof === 'proven',
});

function lookAt(
  store: Store,
  row: MessageRow,
  { claim, proof }: { readonly claim: SourceClaim | null; readonly proof: SenderProof },
): SourceLook {
  const mail = storedMail(store, row);
  const fields = fieldsIn(mail.text).toSorted((a, b) => Number(hasAddress(b.value)) - Number(hasAddress(a.value)));
  const replyTo = mail.replyTo.find(({ address }) => address.toLowerCase() !== row.from.address.toLowerCase()) ?? null;
  const field = fields.find(({ value }) => hasAddress(value))?.label ?? '';
  const isRead = claim?.shape === 'message';
  return {
    message: row.id,
    sender: row.from.address,
    proof,
    channel: claim?.channel ?? 'webform',
    personFrom: isRead ? 'as-read' : replyTo === null ? 'field' : 'reply-to',
    replyTo,
    fields: fields.slice(0, 20).map(({ label, value }) => ({ label, value: value.slice(0, 200) })),
    field,
    person: claim?.shape === 'message' ? claim.person : replyTo,
  };
}

const hasAddress = (value: string): boolean => addressIn(value) !== '';
