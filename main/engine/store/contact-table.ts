// What the owner marked about a customer's address. Who a customer is otherwise comes from the conversations themselves.
import type { Database } from './database.ts';

export type ContactTable = {
  readonly isVip: (address: string) => boolean;
  readonly setVip: (address: string, isVip: boolean) => void;
};

export function createContactTable(db: Database): ContactTable {
  const select = db.prepare<[string], number>('SELECT is_vip FROM contact_mark WHERE address = ?').pluck();
  const upsert = db.prepare<[string, number]>(
    `INSERT INTO contact_mark (address, is_vip) VALUES (?, ?)
     ON CONFLICT (address) DO UPDATE SET is_vip = excluded.is_vip`,
  );
  return {
    isVip: (address) => select.get(address.toLowerCase()) === 1,
    setVip: (address, isVip) => void upsert.run(address.toLowerCase(), Number(isVip)),
  };
}
