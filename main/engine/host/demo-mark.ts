// Whether a desk is a demo, and how far its clock stands from the machine's; kept as one row in the store, so that a demo desk is
// known for what it is whoever opens it, and a real desk is never filled with made-up customers.
import { z } from 'zod';
import type { SettingTable } from '../store/setting-table.ts';

const KEY = 'desk.demo';
const demoMark = z.object({ clockOffsetMs: z.number().int(), isFilled: z.boolean() });
export type DemoMark = z.infer<typeof demoMark>;

/** null: an ordinary desk. */
export function readDemoMark(settings: SettingTable): DemoMark | null {
  const read = demoMark.safeParse(settings.all().get(KEY));
  return read.success ? read.data : null;
}

export const writeDemoMark = (settings: SettingTable, mark: DemoMark): void => settings.put(KEY, mark);
