import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { POLL_MS } from './patience.ts';

configure({ asyncUtilTimeout: POLL_MS });

afterEach(cleanup);
