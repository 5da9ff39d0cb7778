import './first-render.tsx';

// Load the catalogue after the first paint, so that the search field is usable earlier.
requestAnimationFrame(() => setTimeout(() => void import('./main.tsx')));
