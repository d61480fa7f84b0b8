// From which address it leaves and to whom: one line while nothing is to be changed, fields when something is.
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipients } from '../../../main/contract/drafts.ts';
import type { AccountView } from '../../../main/contract/views.ts';
import type { Address } from '../../../main/domain/conversation/message.ts';
import { isSameAddress } from '../../../main/domain/letter/read-recipients.ts';
import { Button } from '../../ui/button.tsx';
import { fullNamesOf, namesOf } from './name-of.ts';
import { RecipientField } from './recipient-field.tsx';

export type RouteChoice = { readonly recipients: Recipients } | { readonly sender: string; readonly account: string };

type RouteProps = {
  readonly accounts: readonly AccountView[];
  readonly sender: string;
  readonly recipients: Recipients;
  /** Who would have it too in an answer to everyone; empty where all do. */
  readonly leftOut: readonly Address[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChoose: (choice: RouteChoice) => void;
  readonly onUnread: (field: keyof Recipients, written: string) => void;
  /** The formatting, at the end of the line. */
  readonly tools: ReactNode;
};

const FIELDS = ['to', 'cc', 'bcc'] as const;

export function Route(props: RouteProps) {
  const { t } = useTranslation();
  const { accounts, sender, recipients, isOpen, onOpen, onChoose, onUnread, tools } = props;
  const id = useId();
  const account = accounts.find(({ addresses }) => addresses.some((own) => isSameAddress(own, sender)));
  const colour = { color: `var(--account-${account?.colour ?? 0})` };
  if (!isOpen) return <RouteLine {...props} colour={colour} />;
  const own = ownAddresses(accounts);
  return (
    <div className="composer-route open">
      <div className="route-from">
        <label className="recipients-label" htmlFor={`${id}-from`}>
          {t('people.from')}
        </label>
        <span className="from-chip" style={colour}>
          {own.length > 1 ? (
            <select
              id={`${id}-from`}
              className="route-sender"
              value={own.find(({ address }) => isSameAddress(address, sender))?.address ?? sender}
              translate="no"
              onChange={(event) => {
                const chosen = own.find(({ address }) => address === event.target.value);
                if (chosen !== undefined) onChoose({ sender: chosen.address, account: chosen.account });
              }}
            >
              {own.map(({ address }) => (
                <option key={address}>{address}</option>
              ))}
            </select>
          ) : (
            <output id={`${id}-from`} translate="no">
              {sender}
            </output>
          )}
        </span>
        {tools}
        <Button look="quiet" size="small" onClick={() => onOpen(false)}>
          {t('people.less')}
        </Button>
      </div>
      {FIELDS.map((field) => (
        <RecipientField
          key={field}
          id={`recipients-${field}`}
          label={t(`people.${field}`)}
          people={recipients[field]}
          account={account?.id ?? null}
          onPeople={(people) => onChoose({ recipients: { ...recipients, [field]: people } })}
          onUnread={(written) => onUnread(field, written)}
        />
      ))}
    </div>
  );
}

function RouteLine({
  sender,
  recipients,
  leftOut,
  onOpen,
  onChoose,
  tools,
  colour,
}: RouteProps & { readonly colour: { readonly color: string } }) {
  const { t } = useTranslation();
  const { to, cc, bcc } = recipients;
  return (
    <div className="composer-route">
      <span className="from-chip" style={colour} translate="no">
        <span className="cut" title={sender}>
          {t('composer.from', { address: sender })}
        </span>
      </span>
      <button
        type="button"
        className="route-line cut"
        title={`${t('people.change')}\n${fullNamesOf([...to, ...cc, ...bcc])}`}
        aria-expanded="false"
        onClick={() => {
          onOpen(true);
          requestAnimationFrame(() => document.getElementById('recipients-to')?.focus());
        }}
      >
        <span className="for-screen-reader">{t('people.change')}: </span>
        <span translate="no">{to.length === 0 ? t('people.nobody') : t('people.line', { names: namesOf(to) })}</span>
        {cc.length > 0 && <span translate="no"> · {t('people.lineCc', { names: namesOf(cc) })}</span>}
        {bcc.length > 0 && <span translate="no"> · {t('people.lineBcc', { names: namesOf(bcc) })}</span>}
      </button>
      {leftOut.length > 0 && (
        <Button
          look="quiet"
          size="small"
          title={t('people.everyoneHint', { count: leftOut.length, names: fullNamesOf(leftOut) })}
          onClick={() => onChoose({ recipients: { ...recipients, cc: [...cc, ...leftOut] } })}
        >
          {t('people.everyone')}
        </Button>
      )}
      {tools}
    </div>
  );
}

/** Each once: two accounts may receive for one address, and the first sends for it. */
function ownAddresses(accounts: readonly AccountView[]) {
  const own = new Map<string, { readonly address: string; readonly account: string }>();
  for (const { id, addresses, state } of accounts) {
    for (const address of state.kind === 'detached' ? [] : addresses) {
      if (!own.has(address.toLowerCase())) own.set(address.toLowerCase(), { address, account: id });
    }
  }
  return [...own.values()];
}
