import type { TryLater } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Platform } from "#app/platform/platform.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

/**
 * Strangers share one budget per account and slow down the more they try: 25 guesses an hour at most, from
 * however many addresses. A browser that came all the way in before has a budget of its own, which strangers
 * cannot spend. Nobody is ever locked out; everybody is at most told to wait.
 */
const STRANGERS_AT_ACCOUNT: readonly ThrottleRule[] = [
  { name: "sign-in-account-short", points: 6, perSeconds: MINUTE_S },
  { name: "sign-in-account-middle", points: 12, perSeconds: 15 * MINUTE_S },
  { name: "sign-in-account-long", points: 25, perSeconds: HOUR_S },
];
const KNOWN_BROWSER: readonly ThrottleRule[] = [
  { name: "sign-in-browser-short", points: 6, perSeconds: MINUTE_S },
  { name: "sign-in-browser-long", points: 20, perSeconds: HOUR_S },
];
/** A village may sit behind one address, so this only stops a flood. */
const NETWORK: ThrottleRule = { name: "sign-in-network", points: 120, perSeconds: 10 * MINUTE_S };
const EVERYBODY: ThrottleRule = { name: "sign-in-everybody", points: 1200, perSeconds: MINUTE_S };

/** Six digits and three steps of the clock leave a guesser 3 in 1,000,000 a try. */
const PROOF_OF_KNOWN: readonly ThrottleRule[] = [
  { name: "proof-browser-short", points: 6, perSeconds: MINUTE_S },
  { name: "proof-browser-long", points: 20, perSeconds: HOUR_S },
];
const PROOF_OF_STRANGER: readonly ThrottleRule[] = [
  { name: "proof-account-short", points: 5, perSeconds: MINUTE_S },
  { name: "proof-account-long", points: 15, perSeconds: HOUR_S },
];

export interface SignInTry {
  /** What was typed, folded: an account that does not exist is slowed down just the same. */
  readonly loginKey: string;
  readonly clientAddress: string;
  /** The device row of this browser and account, when the account once came all the way in here. */
  readonly knownDeviceId: string | null;
}

export async function spendSignInTry(
  platform: Platform,
  attempt: SignInTry,
): Promise<Verdict<null, TryLater>> {
  if (attempt.knownDeviceId !== null) return spendAll(platform, KNOWN_BROWSER, attempt.knownDeviceId);
  const everybody = await spendAll(platform, [EVERYBODY], "all");
  if (!everybody.ok) return everybody;
  const network = await spendAll(platform, [NETWORK], networkOf(attempt.clientAddress));
  if (!network.ok) return network;
  return spendAll(platform, STRANGERS_AT_ACCOUNT, attempt.loginKey);
}

/** Only a known browser gets its tries back: a stranger's success must not refill the strangers' budget. */
export async function forgiveSignIn(platform: Platform, attempt: SignInTry): Promise<void> {
  if (attempt.knownDeviceId === null) return;
  for (const rule of KNOWN_BROWSER) await platform.throttle.forgive(rule, attempt.knownDeviceId);
}

export interface ProofTry {
  readonly accountId: string;
  readonly deviceId: string;
  readonly isKnownDevice: boolean;
}

export async function spendProofTry(platform: Platform, attempt: ProofTry): Promise<Verdict<null, TryLater>> {
  return attempt.isKnownDevice
    ? spendAll(platform, PROOF_OF_KNOWN, attempt.deviceId)
    : spendAll(platform, PROOF_OF_STRANGER, attempt.accountId);
}

async function spendAll(
  platform: Platform,
  rules: readonly ThrottleRule[],
  key: string,
): Promise<Verdict<null, TryLater>> {
  for (const rule of rules) {
    const answer = await platform.throttle.spend(rule, key);
    if (answer.ok) continue;
    return refused({ code: "try_later", seconds: Math.max(1, Math.ceil(answer.retryAfterMs / 1000)) });
  }
  return allowed(null);
}
