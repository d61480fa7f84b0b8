import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../contract/errors.ts';
import { cautionOf } from '../domain/attachment/caution.ts';
import { createAttachmentCommands, type AttachmentCommandsDeps } from './attachment-commands.ts';
import { createForeignFiles } from './foreign-files.ts';

const PROGRAM = Buffer.from('MZ\u0000\u0000');
const FILES: readonly (readonly [string, Buffer])[] = [
  ['offerte.pdf', Buffer.from('%PDF-1.7')],
  ['setup.exe', PROGRAM],
  ['factuur.pdf', PROGRAM],
];

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function openDesk({ hinders = '' } = {}) {
  const place = mkdtempSync(join(tmpdir(), 'balie-files-'));
  folders.push(place);
  const opened: string[] = [];
  const asked: string[] = [];
  const engine = async (_name: string, { id }: { readonly id: number }) => {
    const [fileName, bytes] = FILES[id - 1] ?? ['', Buffer.alloc(0)];
    return ok({ fileName, contentType: 'application/pdf', bytes, caution: cautionOf(fileName, bytes) });
  };
  const commands = createAttachmentCommands({
    engine: engine as unknown as AttachmentCommandsDeps['engine'],
    foreignFiles: createForeignFiles({ folder: join(place, 'opened'), platform: 'linux', now: () => 0 }),
    openFile: async (path) => {
      opened.push(path);
      return hinders;
    },
    askWhere: async (name) => {
      asked.push(name);
      return join(place, name);
    },
    askFolder: async () => place,
  });
  return { commands, opened, asked, place };
}

describe('opening and saving what came with mail', () => {
  it('opens a paper in the owner’s own program', async () => {
    const { commands, opened } = openDesk();
    expect(await commands['shell.openAttachment']({ id: 1 })).toEqual(ok({ kind: 'opened' }));
    expect(opened).toEqual([expect.stringMatching(/opened\/file-\w+\/offerte\.pdf$/)]);
  });

  it.each([2, 3])('never opens a program, under whatever name (%i), not even a copy of it is written', async (id) => {
    const { commands, opened, place } = openDesk();
    expect(await commands['shell.openAttachment']({ id })).toMatchObject({ value: { kind: 'held-back' } });
    expect(opened).toEqual([]);
    expect(readdirSync(place)).toEqual([]);
  });

  it('saves one only after a warning', async () => {
    const { commands, asked } = openDesk();
    expect(await commands['shell.saveAttachment']({ id: 3, isWarned: false })).toEqual(
      ok({ kind: 'held-back', caution: { because: 'other-inside', ending: 'pdf' } }),
    );
    expect(asked).toEqual([]);
    expect(await commands['shell.saveAttachment']({ id: 3, isWarned: true })).toMatchObject({
      value: { kind: 'saved' },
    });
  });

  it('saves all but those, and names them', async () => {
    const { commands, place } = openDesk();
    expect(await commands['shell.saveAttachments']({ ids: [1, 2, 3] })).toEqual(
      ok({ folder: place, saved: 1, heldBack: ['setup.exe', 'factuur.pdf'] }),
    );
    expect(readdirSync(place)).toEqual(['offerte.pdf']);
  });

  it('says when no program takes it', async () => {
    const { commands } = openDesk({ hinders: 'No application registered' });
    expect(await commands['shell.openAttachment']({ id: 1 })).toMatchObject({ error: { code: 'no-program' } });
  });
});
