import type { Tx } from "#app/platform/db/database.ts";

export type ChallengePurpose = "register" | "second_factor" | "enrol_unlock" | "unlock" | "device_key";
export type ChallengeHolder = `session:${string}` | `device:${string}` | `slip:${string}`;

const CHALLENGE_MS = 5 * 60 * 1000;

/** One open challenge per holder and purpose: asking again replaces the one before. */
export async function keepChallenge(
  tx: Pick<Tx, "proofChallenge">,
  holder: ChallengeHolder,
  purpose: ChallengePurpose,
  challenge: string,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS);
  await tx.proofChallenge.upsert({
    where: { holder_purpose: { holder, purpose } },
    create: { holder, purpose, challenge, expiresAt },
    update: { challenge, expiresAt },
  });
}

/** Answers the challenge and removes it, so that no answer to it counts twice. */
export async function takeChallenge(
  tx: Pick<Tx, "$queryRaw">,
  holder: ChallengeHolder,
  purpose: ChallengePurpose,
  now: Date,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ challenge: string; expires_at: Date }[]>`
    delete from proof_challenge where holder = ${holder} and purpose = ${purpose} returning challenge, expires_at`;
  const taken = rows[0];
  return taken && taken.expires_at > now ? taken.challenge : null;
}
