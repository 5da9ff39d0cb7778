import type { Scene } from './scene.ts';

/** Something around the number speaks of WhatsApp or of a provider. */
export function tellsOfUs({ reading, start }: Pick<Scene, 'reading' | 'start'>): boolean {
  return reading.topicNear('whatsapp', start) !== null || reading.isNamed(null, start);
}
