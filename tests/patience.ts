/** Only what hangs takes that long, on any machine. */
export const PATIENCE_MS = 900_000;

/** Only a test that fails waits that long for a result. */
export const POLL_MS = 120_000;

/** A step of a browser that is tried again after this time: rarely, Chromium answers one never. */
export const STEP_MS = 60_000;

/** For `vi.waitFor`, which waits for a second by default. */
export const PATIENT = { timeout: POLL_MS };
