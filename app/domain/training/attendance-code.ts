/** What the host's screen shows is new every minute: a photograph of it sent to a friend at home is soon worth nothing. */
export const CODE_STEP_MS = 60_000;
/** Steps a code outlives its minute: time to type it, or to sign in first. */
const STEPS_KEPT = 3;
const DIGITS = 6;

/** A keyed hash of the text, in hexadecimal. */
export type Sign = (text: string) => string;

export function codeAt(sign: Sign, sessionId: string, nowMs: number): string {
  return codeOfStep(sign, sessionId, stepAt(nowMs));
}

export function isCodeGood(sign: Sign, sessionId: string, typed: string, nowMs: number): boolean {
  const code = typed.replace(/\D/g, "");
  if (code.length !== DIGITS) return false;
  const step = stepAt(nowMs);
  return Array.from({ length: STEPS_KEPT + 1 }, (_, back) =>
    codeOfStep(sign, sessionId, step - back),
  ).includes(code);
}

export function codeEndsAt(nowMs: number): number {
  return (stepAt(nowMs) + 1) * CODE_STEP_MS;
}

function stepAt(nowMs: number): number {
  return Math.floor(nowMs / CODE_STEP_MS);
}

function codeOfStep(sign: Sign, sessionId: string, step: number): string {
  const number = Number.parseInt(sign(`${sessionId}:${step}`).slice(0, 12), 16) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}
