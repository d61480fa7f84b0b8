// The list of people as the engine has it: pages are asked for as they come into sight, and again when something moves.
import { useEffect, useRef, useState } from 'react';
import type { ContactRow } from '../../../main/contract/contacts.ts';
import { background } from '../../client/background.ts';
import { later } from '../../client/machine-clock.ts';
import { useDesk } from '../../state/use-desk.tsx';

const PAGE = 200;
const REFRESH_PACE_MS = 400;
/** Everybody is gone through for it: what a stream of mail changes in the list can wait. */
const AFTER_MAIL_MS = 3_000;

export type ContactListed = {
  readonly rows: readonly ContactRow[];
  /** null until the first answer. */
  readonly total: number | null;
  /** The end is in sight. */
  readonly more: () => void;
};

type Page = { readonly rows: readonly ContactRow[]; readonly total: number | null };

export function useContactList(text: string, tag: string): ContactListed {
  const desk = useDesk();
  const [page, setPage] = useState<Page>({ rows: [], total: null });
  const limit = useRef(PAGE);
  const again = useRef<() => void>(() => {});
  useEffect(() => {
    let isHere = true;
    limit.current = PAGE;
    const ask = async (): Promise<void> => {
      const answer = await desk.client.call('contact.list', { text, tag, offset: 0, limit: limit.current });
      if (!isHere) return;
      if (answer.ok) setPage(answer.value);
      else desk.tellFailure(answer.error);
    };
    again.current = () => background(ask());
    background(ask());
    const soon = later(REFRESH_PACE_MS, () => background(ask()), 'steady');
    const afterMail = later(AFTER_MAIL_MS, () => background(ask()), 'steady');
    const stop = desk.client.onEvent(({ kind }) => {
      if (kind === 'contacts-changed' || kind === 'events-missed') soon.soon();
      if (kind === 'conversations-changed') afterMail.soon();
    });
    return () => {
      isHere = false;
      stop();
      soon.cancel();
      afterMail.cancel();
    };
  }, [desk, text, tag]);
  return {
    ...page,
    more: () => {
      if (page.total === null || page.rows.length >= page.total || limit.current > page.rows.length) return;
      limit.current = page.rows.length + PAGE;
      again.current();
    },
  };
}
