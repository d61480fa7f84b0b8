// The window's own content policy, in one place for the page (meta) and for whoever serves it (header).
// A mail's frame is a srcdoc document and inherits this policy beside its own, so what a mail may use must be allowed here
// as well: inline styles, and images that we hand over as data: or blob:. Nothing may reach a network from either.
export const WINDOW_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
