// Saved replies taken along: a table of them, their files as files, and which words they were learned to fit.
import type { CannedReply } from '../../contract/canned.ts';
import { writeCannedCsv } from '../../domain/canned/canned-csv.ts';
import type { Store } from '../store/store.ts';

export type CannedPage = { readonly file: string; readonly content: string | Uint8Array };

export function cannedPages({ canned, cannedFiles }: Pick<Store, 'canned' | 'cannedFiles'>): readonly CannedPage[] {
  const replies = canned.list();
  const filesOf = ({ code, files }: CannedReply): readonly CannedPage[] =>
    // Two of a reply's files may have one name.
    files.map(({ id, fileName }, nr) => ({
      file: `canned-files/${code}/${nr + 1} ${fileName}`,
      content: cannedFiles.content(id) ?? new Uint8Array(),
    }));
  return [{ file: 'canned-replies.csv', content: writeCannedCsv(replies) }, ...replies.flatMap(filesOf)];
}

export const cannedWordsLearned = ({ canned, cannedWords }: Pick<Store, 'canned' | 'cannedWords'>) => {
  const words = Map.groupBy(cannedWords.all(), (one) => one.canned);
  return canned.list().flatMap(({ id, code }) => {
    const counts = words.get(id) ?? [];
    const learned = counts.filter(({ word }) => word !== '').map(({ word, times }) => ({ word, times }));
    return counts.length === 0 ? [] : [{ code, words: learned }];
  });
};
