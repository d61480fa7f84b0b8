// format=flowed (RFC 3676): lines that end in a blank go on in the next one of the same quote depth.
export function unflow(text: string, deletesSpace: boolean): string {
  const out: string[] = [];
  let pending = '';
  let pendingDepth = -1;
  for (const raw of text.split('\n')) {
    let depth = 0;
    while (raw.charCodeAt(depth) === 62) depth += 1;
    const isStuffed = raw.charCodeAt(depth) === 32;
    const line = raw.slice(isStuffed ? depth + 1 : depth);
    const isSignature = line === '-- ';
    if (pendingDepth >= 0 && (pendingDepth !== depth || isSignature)) {
      out.push(pending);
      pendingDepth = -1;
    }
    // The quote marks stay as the sender set them, once for the whole paragraph.
    const mark = depth === 0 ? '' : raw.slice(0, isStuffed ? depth + 1 : depth);
    const joined: string = pendingDepth >= 0 ? pending + line : mark + line;
    if (line.endsWith(' ') && !isSignature) {
      pending = deletesSpace ? joined.slice(0, -1) : joined;
      pendingDepth = depth;
    } else {
      out.push(joined);
      pendingDepth = -1;
    }
  }
  if (pendingDepth >= 0) out.push(pending);
  return out.join('\n');
}
