// The process that dies in the middle of a migration: the real steps, with a death wish after one of their statements.
// argv: file, number of the step (from 0), statements before the death; or "copy", to die once the copy of the desk was made.
import { shelveBackup } from '../../main/engine/store/backup-desk.ts';
import { openDatabase } from '../../main/engine/store/database.ts';
import { migrate, MIGRATIONS } from '../../main/engine/store/migrate.ts';
import { statementsOf } from './sql-statements.ts';

const [file = '', step = '0', after = 'copy'] = process.argv.slice(2);
const db = openDatabase(file);
db.function('die', () => process.kill(process.pid, 'SIGKILL'));
const steps = MIGRATIONS.map((sql, index) => {
  if (index !== Number(step) || after === 'copy') return sql;
  const statements = statementsOf(sql);
  return [...statements.slice(0, Number(after)), 'SELECT die();', ...statements.slice(Number(after))].join('\n');
});
migrate(
  db,
  () => {
    const copied = shelveBackup(file, 'update', 1_779_000_000_000);
    if (after === 'copy') process.kill(process.pid, 'SIGKILL');
    return copied;
  },
  steps,
);
