import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const FIRST = ['131047', '131026', '131049', '131000', '130472'].map(
  (code, id) => ({
    id,
    code,
  }),
);

globalThis.errors = [];
window.addEventListener('error', (event) =>
  globalThis.errors.push(event.message),
);

function Page() {
  const [codes, setCodes] = useState(FIRST);

  return (
    <>
      <button
        type="button"
        id="reverse"
        onClick={() => setCodes([...codes].reverse())}
      >
        Reverse
      </button>
      <button
        type="button"
        id="delete"
        onClick={() => setCodes(codes.slice(1))}
      >
        Delete
      </button>
      <button
        type="button"
        id="rewrite"
        onClick={() =>
          setCodes(codes.map(({ id }) => ({ id, code: '132000' })))
        }
      >
        Rewrite
      </button>
      <button type="button" id="empty" onClick={() => setCodes([])}>
        Empty
      </button>
      <ul>
        {codes.map(({ id, code }) => (
          <li key={id}>
            Message failed, error {code}: see <i>the log</i>
          </li>
        ))}
      </ul>
    </>
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Page />);
