/** What the built page may load: its own files, and nothing from elsewhere. Development needs inline scripts, so not there. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // in a frame of no origin workers come from an address of the page's own making
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "style-src 'self'",
  // a picture that is saved is an image that the page itself made
  "img-src 'self' blob:",
  // the preview of a frame
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
