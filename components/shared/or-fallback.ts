/** How long a page waits for the browser before it paints, in milliseconds. */
const MAX_WAIT_MS = 100;

/** Returns the fallback if the promise is still pending after 100 ms, and calls back when it resolves later. */
export async function orFallback<T>(asked: Promise<T>, fallback: T, late: (value: T) => void): Promise<T> {
  let isLate = false;
  void asked.then((value) => isLate && late(value));
  const waited = new Promise<T>((resolve) =>
    setTimeout(() => {
      isLate = true;
      resolve(fallback);
    }, MAX_WAIT_MS),
  );
  return Promise.race([asked, waited]);
}
