import type { Scene } from './scene.ts';

/** The reader asks, the page or the text says whose codes these are, or WhatsApp is near. */
export function isPlaced({ reading, start }: Scene): boolean {
  const { asked, provider } = reading.context;
  return Boolean(asked || provider || reading.console) || reading.topicNear('whatsapp', start) !== null;
}
