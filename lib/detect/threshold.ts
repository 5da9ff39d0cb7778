/** Minimum confidence for underlining, by the user's sensitivity setting; see docs/detection.md. */
export const MIN_CONFIDENCE = { surer: 0.8, normal: 0.6, more: 0.3 } as const;
export type Sensitivity = keyof typeof MIN_CONFIDENCE;
