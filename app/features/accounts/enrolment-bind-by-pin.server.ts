import type { EnrolmentRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { judgePin } from "#app/domain/accounts/pin.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Guest } from "./allow.server.ts";
import { bindPhone } from "./enrolment-bind-phone.server.ts";
import { readSlip } from "./enrolment-read-slip.server.ts";
import { openPhone } from "./keep-phone.server.ts";
import { pepperPin } from "./phone-keep-lock.server.ts";

export interface PinChoice {
  readonly pin: string;
  readonly repeated: string;
}

/** Second tap: a PIN of one's own, and the phone is enrolled. */
export async function bindPhoneByPin(
  guest: Guest,
  request: Request,
  reference: string,
  choice: PinChoice,
): Promise<Verdict<{ cookies: readonly string[] }, EnrolmentRefusal>> {
  const { platform } = guest;
  const slip = await readSlip(guest, reference);
  if (!slip.ok) return slip;
  if (slip.value.opens !== "phone") return refused({ code: "link_not_valid" });
  const hashed = await choosePin(platform, slip.value.accountId, choice);
  if (!hashed.ok) return hashed;
  return bindPhone(guest, request, slip.value, { kind: "pin", pinHash: hashed.value });
}

/** A PIN, judged and hashed. Judged before the slip is spent: a poor choice costs nothing. */
export async function choosePin(
  platform: Platform,
  accountId: string,
  { pin, repeated }: PinChoice,
): Promise<Verdict<string, EnrolmentRefusal>> {
  const { phoneCipher } = await platform.db.prisma.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { phoneCipher: true },
  });
  const judged = judgePin(pin, phoneCipher && openPhone(platform.keys, phoneCipher));
  if (!judged.ok) return judged;
  if (repeated.replace(/\s/g, "") !== judged.value) return refused({ code: "pins_differ" });
  const pinHash = await platform.passwords.hash(pepperPin(platform.keys, accountId, judged.value));
  return { ok: true, value: pinHash };
}
