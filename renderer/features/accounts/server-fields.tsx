// Host, port and security of one mail server, to fill in or to change.
import { useTranslation } from 'react-i18next';
import type { ServerAddress } from '../../../main/contract/views.ts';
import { Field, SelectField, TextField } from '../../ui/field.tsx';
import { portFor } from './ports.ts';

type ServerFieldsProps = {
  readonly kind: 'imap' | 'smtp';
  readonly label: string;
  readonly server: ServerAddress;
  readonly onChange: (server: ServerAddress) => void;
};

export function ServerFields({ kind, label, server, onChange }: ServerFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="server-fields">
      <legend>{label}</legend>
      <TextField
        label={t('wizard.host')}
        value={server.host}
        spellCheck={false}
        onText={(host) => onChange({ ...server, host: host.trim() })}
      />
      <TextField
        label={t('wizard.port')}
        inputMode="numeric"
        value={server.port === 0 ? '' : String(server.port)}
        // An emptied field waits for its figure: 0 is no port, and the button waits with it.
        onText={(port) => onChange({ ...server, port: Math.min(65_535, Number(port.replaceAll(/\D/g, ''))) })}
      />
      <SelectField
        label={t('wizard.security')}
        value={server.security}
        options={(['tls', 'starttls', 'plain'] as const).map((value) => ({ value, label: t(`wizard.${value}`) }))}
        onValue={(security) => onChange({ ...server, security, port: portFor(kind, server, security) })}
      />
    </fieldset>
  );
}

type OwnCaProps = { readonly ca: string | null; readonly onCa: (ca: string | null) => void };

/** The certificate authority of an owner who runs his own server. */
export function OwnCa({ ca, onCa }: OwnCaProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('wizard.ca')}>
      {(ids) => (
        <textarea
          {...ids}
          className="textarea"
          rows={3}
          spellCheck={false}
          value={ca ?? ''}
          onChange={({ target }) => onCa(target.value.trim() === '' ? null : target.value)}
        />
      )}
    </Field>
  );
}
