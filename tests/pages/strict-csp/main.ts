globalThis.violations = [];
document.addEventListener(
  'securitypolicyviolation',
  ({ violatedDirective, blockedURI }) => {
    // Requested by the browser itself, for the tab.
    if (blockedURI.endsWith('/favicon.ico')) return;
    globalThis.violations.push(`${violatedDirective} ${blockedURI}`);
  },
);

export {};
