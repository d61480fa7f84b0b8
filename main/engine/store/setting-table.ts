// Settings as rows of key and JSON. What the keys mean, and what a bad value becomes, is engine/settings.
import type { Database } from './database.ts';

export type SettingTable = {
  /** The parsed JSON a key; a row that is not JSON is left out. */
  readonly all: () => ReadonlyMap<string, unknown>;
  readonly put: (key: string, value: unknown) => void;
  readonly remove: (key: string) => void;
};

export function createSettingTable(db: Database): SettingTable {
  const selectAll = db.prepare<[], { readonly key: string; readonly value: string }>('SELECT key, value FROM setting');
  const upsert = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const deleteOne = db.prepare<[string]>('DELETE FROM setting WHERE key = ?');
  return {
    all: () => {
      const values = new Map<string, unknown>();
      for (const { key, value } of selectAll.all()) {
        const parsed = parseJson(value);
        if (parsed !== undefined) values.set(key, parsed);
      }
      return values;
    },
    put: (key, value) => void upsert.run(key, JSON.stringify(value)),
    remove: (key) => void deleteOne.run(key),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
