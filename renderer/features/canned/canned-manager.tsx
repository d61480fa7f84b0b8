// Saved replies in the settings: found by what is typed, by tag, in three orders; written, copied, removed; out and in as a table. Own
// answers that came back are proposed on top.
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedCsvOutlook, CannedReply } from '../../../main/contract/canned.ts';
import { matchReady, readyToFind } from '../../../main/domain/canned/find.ts';
import { background } from '../../client/background.ts';
import { useDesk, useFacts, useLanguage } from '../../state/use-desk.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import './canned.css';
import { CannedForm } from './canned-form.tsx';
import { CannedImport } from './canned-import.tsx';
import { CannedProposals } from './canned-proposals.tsx';
import { CannedRow } from './canned-row.tsx';
import { useKeeping } from './use-keeping.ts';

const ORDERS = ['use', 'recent', 'code'] as const;
type Order = (typeof ORDERS)[number];

const EMPTY: CannedReply = {
  id: 0,
  code: '',
  title: '',
  tags: [],
  texts: {},
  files: [],
  usedCount: 0,
  lastUsedAt: null,
};
/** Of all that there are, the most used: a wall of tags is no choice. */
const TAGS_SHOWN = 16;

type Writing = { readonly reply: CannedReply; readonly proposal: number | null };

export function CannedManager() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { keep, remove, went } = useKeeping();
  const [writing, setWriting] = useState<Writing | null>(null);
  if (writing === null) {
    return <CannedList onWrite={(reply, proposal = null) => setWriting({ reply, proposal })} onRemove={remove} />;
  }
  const { reply, proposal } = writing;
  return (
    <div className="settings-stack">
      <div>
        <Button look="quiet" size="small" icon="back" onClick={() => setWriting(null)}>
          {t('canned.back')}
        </Button>
      </div>
      <CannedForm
        key={reply.id}
        reply={reply}
        onCancel={() => setWriting(null)}
        onSave={async (written) => {
          if ((await keep(written, reply)) === null) return;
          if (proposal !== null) await went(desk.client.call('canned.sayOfProposal', { id: proposal, said: 'saved' }));
          setWriting(null);
        }}
      />
    </div>
  );
}

type CannedListProps = {
  readonly onWrite: (reply: CannedReply, proposal?: number | null) => void;
  readonly onRemove: (reply: CannedReply) => Promise<void>;
};

function CannedList({ onWrite, onRemove }: CannedListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const replies = useFacts((facts) => facts.canned);
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState<string | null>(null);
  const [order, setOrder] = useState<Order>('use');
  const shown = useShown(replies, useDeferredValue(query), tag, order);
  const tags = useMemo(() => tagsOf(replies), [replies]);
  return (
    <div className="settings-stack">
      <p className="soft">
        {t('canned.intro', {
          field: language === 'nl' ? '{{klant.voornaam}}' : '{{contact.first_name}}',
          interpolation: { skipOnVariables: true },
        })}
      </p>
      <CannedProposals
        onKeep={({ id, title, code, language, text }) =>
          onWrite({ ...EMPTY, title, code, texts: { [language]: text } }, id)
        }
      />
      <div className="canned-head">
        <div className="canned-looking">
          <TextField label={t('canned.search')} type="search" value={query} autoComplete="off" onText={setQuery} />
          <SelectField
            label={t('canned.order')}
            value={order}
            options={ORDERS.map((value) => ({ value, label: t(`canned.orders.${value}`) }))}
            onValue={setOrder}
          />
        </div>
        <div className="row-of-buttons">
          <Button look="main" icon="plus" onClick={() => onWrite(EMPTY)}>
            {t('canned.new')}
          </Button>
          <InAndOut />
        </div>
      </div>
      {tags.length > 0 && (
        <div className="canned-tags" role="group" aria-label={t('canned.byTag')}>
          {[null, ...tags].map((one) => (
            <button
              key={one ?? ''}
              type="button"
              className="canned-tag"
              aria-pressed={one === tag}
              onClick={() => setTag(one)}
            >
              {one ?? t('canned.allTags')}
            </button>
          ))}
        </div>
      )}
      <p className="soft small-text" role="status">
        {shown.length === 0 ? t('canned.noneFound') : t('canned.found', { count: shown.length })}
      </p>
      <ul className="settings-list">
        {shown.map((reply) => (
          <CannedRow
            key={reply.id}
            reply={reply}
            onEdit={() => onWrite(reply)}
            onDuplicate={() =>
              onWrite({
                ...reply,
                id: 0,
                code: freeCode(reply.code, replies),
                title: t('canned.copyOf', { title: reply.title }),
                files: [],
                usedCount: 0,
                lastUsedAt: null,
              })
            }
            onRemove={() => background(onRemove(reply))}
          />
        ))}
      </ul>
    </div>
  );
}

function useShown(
  replies: readonly CannedReply[],
  query: string,
  tag: string | null,
  order: Order,
): readonly CannedReply[] {
  const ready = useMemo(() => readyToFind(replies), [replies]);
  return useMemo(() => {
    const found = matchReady(query, ready).map(({ reply }) => reply);
    const tagged = tag === null ? found : found.filter(({ tags }) => tags.includes(tag));
    // What was typed says better what is sought than any order does.
    if (query.trim() !== '' || order === 'use') return tagged;
    return order === 'code'
      ? tagged.toSorted((a, b) => (a.code < b.code ? -1 : 1))
      : tagged.toSorted((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0));
  }, [ready, query, tag, order]);
}

function tagsOf(replies: readonly CannedReply[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of replies.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, times], [b, others]) => others - times || a.localeCompare(b))
    .slice(0, TAGS_SHOWN)
    .map(([tag]) => tag);
}

function freeCode(code: string, replies: readonly CannedReply[]): string {
  const taken = new Set(replies.map((reply) => reply.code));
  let nr = 2;
  while (taken.has(`${code}-${nr}`)) nr += 1;
  return `${code}-${nr}`;
}

/** As a table for a spreadsheet, and back. */
function InAndOut() {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const { tell, went } = useKeeping();
  const chooser = useRef<HTMLInputElement>(null);
  const [coming, setComing] = useState<{
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly outlook: CannedCsvOutlook;
  } | null>(null);
  const out = async (): Promise<void> => {
    const saved = await desk.client.shell('shell.saveCanned', { language });
    if (!saved.ok) desk.tellFailure(saved.error);
    else if (saved.value !== null) tell(t('canned.exported', { path: saved.value }), null);
  };
  const look = async (file: File): Promise<void> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outlook = await desk.client.call('canned.lookAtCsv', { bytes });
    if (outlook.ok) setComing({ bytes, outlook: outlook.value });
    else desk.tellFailure(outlook.error);
  };
  const takeIn = async (bytes: Uint8Array<ArrayBuffer>, { added, changed }: CannedCsvOutlook): Promise<void> => {
    setComing(null);
    if (!(await went(desk.client.call('canned.importCsv', { bytes })))) return;
    tell(t('canned.imported', { count: added.length + changed.length }), async () => {
      await went(desk.client.call('canned.undoCsv', {}));
    });
  };
  return (
    <>
      <Button look="quiet" onClick={() => chooser.current?.click()}>
        {t('canned.import')}
      </Button>
      <Button look="quiet" onClick={() => background(out())}>
        {t('canned.export')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,.txt,text/csv"
        aria-label={t('canned.importTitle')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) background(look(file));
        }}
      />
      {coming !== null && (
        <CannedImport
          outlook={coming.outlook}
          onGo={() => background(takeIn(coming.bytes, coming.outlook))}
          onClose={() => setComing(null)}
        />
      )}
    </>
  );
}
