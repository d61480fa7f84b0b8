// The mark: a desk with a bell on it.
export function BalieMark() {
  return (
    <svg className="balie-mark" viewBox="0 0 48 48" aria-hidden="true">
      <path d="M5 32h38v5H5z" />
      <path d="M9 37h4v7H9zM35 37h4v7h-4z" />
      <path d="M12 28a12 12 0 0 1 24 0zM22.500 11h3v4h-3z" />
      <path d="M10 28h28v2H10z" />
    </svg>
  );
}
