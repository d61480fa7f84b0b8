// Every command of the command line, in the order in which the help shows them.
import type { CliCommand } from '../command.ts';
import { accountAdd, accountList, accountRemove, accountSignIn } from './account.ts';
import { acknowledgements } from './acknowledgements.ts';
import { outbox, reply } from './answer.ts';
import { availability } from './availability.ts';
import { canned } from './canned.ts';
import { commitmentAdd, commitmentConfirm, commitmentDrop, commitmentKeep, commitments } from './commitments.ts';
import {
  contactDuplicates,
  contactExport,
  contactImport,
  contacts,
  contactShow,
  contactMerge,
  contactSplit,
} from './contacts.ts';
import { done, followUp, phoned, remove, reopen, replyBy, snooze, toFyi, toQueue, undelete } from './decide.ts';
import { dayPlan } from './day-plan.ts';
import { evening, eveningClose, eveningDecide, eveningUndo } from './evening.ts';
import { invitation } from './invitation.ts';
import { inspect } from './inspect.ts';
import { learned } from './learned.ts';
import { noteAdd, noteAnswer, noteRemark } from './note.ts';
import { erase, exportDesk, importMail } from './own-data.ts';
import { queue, search, show } from './read-desk.ts';
import { render } from './render.ts';
import { report } from './report.ts';
import { source } from './source.ts';
import { from, fromRules } from './sources.ts';
import { sync } from './sync.ts';
import { pictures, trust } from './trust.ts';
import { trash } from './trash.ts';
import { backup, check, demo, restore } from './upkeep.ts';
import { compose, drafts, forward } from './write.ts';

export const COMMANDS: readonly CliCommand[] = [
  accountAdd,
  accountList,
  accountSignIn,
  accountRemove,
  sync,
  queue,
  show,
  reply,
  compose,
  forward,
  drafts,
  noteAdd,
  noteAnswer,
  noteRemark,
  outbox,
  from,
  fromRules,
  done,
  reopen,
  snooze,
  replyBy,
  followUp,
  phoned,
  toFyi,
  toQueue,
  remove,
  undelete,
  trash,
  learned,
  canned,
  commitments,
  commitmentAdd,
  commitmentConfirm,
  commitmentKeep,
  commitmentDrop,
  contacts,
  contactShow,
  contactDuplicates,
  contactImport,
  contactExport,
  contactMerge,
  contactSplit,
  availability,
  acknowledgements,
  evening,
  eveningDecide,
  eveningUndo,
  eveningClose,
  dayPlan,
  search,
  report,
  render,
  trust,
  pictures,
  source,
  invitation,
  demo,
  check,
  backup,
  restore,
  importMail,
  exportDesk,
  erase,
  inspect,
];
