// A migration's SQL, one statement at a time. Triggers hold statements of their own, up to their END.
export function statementsOf(sql: string): readonly string[] {
  const statements: string[] = [];
  let open = '';
  for (const line of sql.split('\n')) {
    open += `${line}\n`;
    const bare = line.replace(/--.*$/, '').trimEnd();
    const isInTrigger = /\bCREATE TRIGGER\b/.test(open) && !/\bEND;$/.test(bare);
    if (!bare.endsWith(';') || isInTrigger) continue;
    statements.push(open);
    open = '';
  }
  return open.replaceAll(/--.*$/gm, '').trim() === '' ? statements : [...statements, open];
}
