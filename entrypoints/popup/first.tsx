import './opening.tsx';

// The field can be typed into before the catalogue is read: that comes after the first paint.
requestAnimationFrame(() => setTimeout(() => void import('./main.tsx')));
