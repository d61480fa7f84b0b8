// What the window may ask about files that came with mail. The engine says of each what is against it; here it is obeyed: a file
// that runs is never opened, and saved only after the owner was warned. No Electron here.
import type { CommandArgs, CommandName, CommandValue } from '../contract/commands.ts';
import { failed, ok, type Result } from '../contract/errors.ts';
import type { ShellCommandArgs, ShellCommandName, ShellCommandValue } from '../contract/shell-commands.ts';
import type { ForeignFiles } from './foreign-files.ts';

export type AttachmentCommandsDeps = {
  readonly engine: <Name extends CommandName>(
    name: Name,
    args: CommandArgs<Name>,
  ) => Promise<Result<CommandValue<Name>>>;
  readonly foreignFiles: ForeignFiles;
  /** Answers what hinders it, or ''. */
  readonly openFile: (path: string) => Promise<string>;
  /** null: the owner thought better of it. */
  readonly askWhere: (fileName: string) => Promise<string | null>;
  readonly askFolder: () => Promise<string | null>;
};

type AttachmentCommand = Extract<
  ShellCommandName,
  'shell.saveAttachment' | 'shell.saveAttachments' | 'shell.openAttachment'
>;
export type AttachmentCommands = {
  readonly [Name in AttachmentCommand]: (args: ShellCommandArgs<Name>) => Promise<Result<ShellCommandValue<Name>>>;
};

export function createAttachmentCommands(deps: AttachmentCommandsDeps): AttachmentCommands {
  const { engine, foreignFiles } = deps;
  return {
    'shell.saveAttachment': async ({ id, isWarned }) => {
      const attachment = await engine('attachment.content', { id });
      if (!attachment.ok) return attachment;
      const { fileName, bytes, caution } = attachment.value;
      if (caution !== null && !isWarned) return ok({ kind: 'held-back', caution });
      const path = await deps.askWhere(fileName);
      if (path === null) return ok(null);
      const saved = await foreignFiles.save(path, bytes);
      return saved.ok ? ok({ kind: 'saved', path: saved.value }) : saved;
    },
    'shell.saveAttachments': async ({ ids }) => {
      const folder = await deps.askFolder();
      if (folder === null) return ok(null);
      let count = 0;
      const heldBack: string[] = [];
      for (const id of ids) {
        const attachment = await engine('attachment.content', { id });
        if (!attachment.ok) return attachment;
        const { fileName, bytes, caution } = attachment.value;
        if (caution === null) {
          const saved = await foreignFiles.saveIn(folder, fileName, bytes);
          if (!saved.ok) return saved;
          count += 1;
        } else heldBack.push(fileName);
      }
      return ok({ folder, saved: count, heldBack });
    },
    'shell.openAttachment': async ({ id }) => {
      const attachment = await engine('attachment.content', { id });
      if (!attachment.ok) return attachment;
      const { fileName, bytes, caution } = attachment.value;
      if (caution !== null) return ok({ kind: 'held-back', caution });
      const copy = await foreignFiles.copyToOpen(fileName, bytes);
      if (!copy.ok) return copy;
      const complaint = await deps.openFile(copy.value);
      return complaint === '' ? ok({ kind: 'opened' }) : failed('no-program', 'user', complaint, { name: fileName });
    },
  };
}
