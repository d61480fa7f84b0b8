// The fixture desk's trash: what is thrown away leaves its lists, and can be put back.
import type { CommandArgs } from '../../main/contract/commands.ts';
import { ok } from '../../main/contract/errors.ts';
import { TRASH_DAYS } from '../../main/contract/trash.ts';
import type { QueueItem } from '../../main/contract/views.ts';
import { DAY_MS } from '../../main/domain/instant.ts';
import { NO_DECISIONS, type Decisions } from '../../main/domain/queue/decisions.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

/** `gone`: what the lists of the desk leave out. */
export function createFixtureTrash(gone: Set<number>, itemOf: (id: number) => QueueItem | undefined, tell: () => void) {
  const trashed: number[] = [];
  const putBack = (id: number): void => {
    const at = trashed.indexOf(id);
    if (at < 0) return;
    trashed.splice(at, 1);
    gone.delete(id);
    tell();
  };
  return {
    decided: (id: number): Partial<Decisions> =>
      trashed.includes(id) ? { doneAt: FIXTURE_NOW, doneBecause: 'deleted', deletedAt: FIXTURE_NOW } : {},
    putBack,
    handlers: {
      'conversation.delete': ({ id }: CommandArgs<'conversation.delete'>) => {
        trashed.unshift(id);
        gone.add(id);
        tell();
        return ok(NO_DECISIONS);
      },
      'conversation.undelete': ({ id }: CommandArgs<'conversation.undelete'>) => {
        putBack(id);
        return ok(NO_DECISIONS);
      },
      'trash.list': ({ offset, limit }: CommandArgs<'trash.list'>) =>
        ok({
          trashed: trashed.slice(offset, offset + limit).flatMap((id) => {
            const item = itemOf(id);
            return item === undefined
              ? []
              : [{ item, deletedAt: FIXTURE_NOW, goneAt: FIXTURE_NOW + TRASH_DAYS * DAY_MS }];
          }),
          total: trashed.length,
        }),
    },
  };
}
