import { verifySync } from "otplib";

/** Phones are often half a minute off. */
const TOLERANCE_S = 30;

/** The 30-second step whose code this is, or null. Whether the step was used before is for the caller to settle. */
export function checkTotp(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const answer = verifySync({ strategy: "totp", secret, token, epoch, epochTolerance: TOLERANCE_S });
  return answer.valid && "timeStep" in answer ? answer.timeStep : null;
}
