// format=flowed (RFC 3676): lines that end in a blank go on in the next one of the same quote depth.
export function unflow(text: string, deletesSpace: boolean): string {
  const out: string[] = [];
  let pending = '';
  let pendingDepth = -1;
  for (const raw of text.split('\n')) {
    let depth = 0;
    while (raw.charCodeAt(depth) === 62) depth += 1;
    let line = raw.slice(depth);
    if (line.startsWith(' ')) line = line.slice(1);
    const isFlowing = line.endsWith(' ') && line !== '-- ';
    if (pendingDepth >= 0 && (pendingDepth !== depth || line === '-- ')) {
      out.push(quoted(pending, pendingDepth));
      pendingDepth = -1;
    }
    const joined: string = pendingDepth >= 0 ? pending + line : line;
    if (isFlowing) {
      pending = deletesSpace ? joined.slice(0, -1) : joined;
      pendingDepth = depth;
    } else {
      out.push(quoted(joined, depth));
      pendingDepth = -1;
    }
  }
  if (pendingDepth >= 0) out.push(quoted(pending, pendingDepth));
  return out.join('\n');
}

const quoted = (line: string, depth: number): string =>
  depth === 0 ? line : `${'>'.repeat(depth)}${line === '' ? '' : ' '}${line}`;
