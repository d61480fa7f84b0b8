// The calm, well-lit desk: a lamp, what was read, and a steaming cup.
export function DeskPicture() {
  return (
    <svg className="desk-picture" viewBox="0 0 220 124" aria-hidden="true">
      <path className="glow" d="M88 42 46 100h128l-42-58z" />
      <path className="pen" d="M110 2v18M86 42a24 22 0 0 1 48 0z" />
      <path className="pen" d="M14 100h192M28 100v20M192 100v20" />
      <path className="pen" d="M54 80h38v20H54zM54 81l19 11 19-11" />
      <path className="pen" d="M132 82h24v10a8 8 0 0 1-8 8h-8a8 8 0 0 1-8-8zM156 85h4a4.500 4.500 0 0 1 0 9h-4" />
      <path className="pen steam" d="M140 75c-3-4 3-6 0-10M149 75c-3-4 3-6 0-10" />
    </svg>
  );
}
