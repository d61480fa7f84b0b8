// What happened to this desk that its owner should know: kept in the desk itself until he has read it.
import { z } from 'zod';
import type { DeskNews } from '../../contract/storage.ts';
import type { SettingTable } from './setting-table.ts';

const KEY = 'desk.news';
const instant = z.number().int();
const number = z.number().int().min(0);
const outbox = z.object({ saved: number, doubtful: number, isWhole: z.boolean() });
const news: z.ZodType<DeskNews> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('restored'),
    because: z.enum(['damaged', 'gone', 'owner']),
    at: instant,
    from: instant,
    messages: number,
    kept: z.string().nullable(),
    outbox,
  }),
  z.object({ kind: z.literal('rebuilt'), at: instant, messages: number, kept: z.string(), doubtful: number }),
  z.object({ kind: z.literal('changes-missing'), at: instant, since: instant, doubtful: number }),
  z.object({ kind: z.literal('exchanged'), at: instant, doubtful: number }),
]);

export function readDeskNews(settings: Pick<SettingTable, 'all'>): DeskNews | null {
  const read = news.safeParse(settings.all().get(KEY));
  return read.success ? read.data : null;
}

export const writeDeskNews = (settings: Pick<SettingTable, 'put'>, told: DeskNews): void => settings.put(KEY, told);
export const forgetDeskNews = (settings: Pick<SettingTable, 'remove'>): void => settings.remove(KEY);
