import type { UnlockRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { PIN_TRIES, pinPauseMs } from "#app/domain/accounts/pin.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Guest } from "./allow.server.ts";
import { pepperPin } from "./phone-keep-lock.server.ts";
import { enterUnlocked, findLockedPhone } from "./unlock-enter.server.ts";

interface PinTry {
  readonly pinHash: string;
  readonly failures: number;
}

/**
 * Opens an enrolled phone by its owner's PIN. A try is counted before it is looked at, so that many at once are
 * still ten in all; the right PIN takes the count back.
 */
export async function unlockByPin(
  guest: Guest,
  request: Request,
  form: { readonly deviceId: string; readonly pin: string },
): Promise<Verdict<{ cookies: readonly string[] }, UnlockRefusal>> {
  const { platform } = guest;
  const phone = await findLockedPhone(guest, request, form.deviceId);
  if (phone === null) return refused({ code: "unlock_ended" });
  const attempt = await spendTry(guest, phone.deviceId);
  if (!attempt.ok) return attempt;
  const pin = form.pin.replace(/\s/g, "");
  const answer = await platform.passwords.verify(
    attempt.value.pinHash,
    pepperPin(platform.keys, phone.accountId, pin),
  );
  if (answer === "busy") {
    await giveTryBack(guest, phone.deviceId);
    return refused({ code: "try_later", seconds: 5 });
  }
  if (answer === "mismatch") return refuseTry(guest, phone.deviceId, attempt.value.failures);

  const entered = await enterUnlocked(guest, request, phone, "accounts.unlock-by-pin", async (tx) => {
    // The PIN that was checked must still be the PIN.
    const { pinHash } = attempt.value;
    return (await tx.device.count({ where: { id: phone.deviceId, pinHash } })) === 1;
  });
  return entered ? allowed(entered) : refused({ code: "unlock_ended" });
}

async function spendTry({ platform, now }: Guest, deviceId: string): Promise<Verdict<PinTry, UnlockRefusal>> {
  const { prisma } = platform.db;
  for (;;) {
    const device = await prisma.device.findUnique({
      where: { id: deviceId },
      select: { pinHash: true, pinFailures: true, pinFailedAt: true },
    });
    if (!device?.pinHash) return refused({ code: "unlock_ended" });
    const pauseMs = pinPauseMs(device.pinFailures);
    if (pauseMs === null) return refused({ code: "unlock_ended" });
    const waitMs = (device.pinFailedAt?.getTime() ?? 0) + pauseMs - now.getTime();
    if (waitMs > 0) return refused({ code: "try_later", seconds: Math.ceil(waitMs / 1000) });
    const { count } = await prisma.device.updateMany({
      where: { id: deviceId, pinHash: device.pinHash, pinFailures: device.pinFailures },
      data: { pinFailures: device.pinFailures + 1, pinFailedAt: now },
    });
    // Somebody tries at the same moment: their mistake counts first, and ours is judged after it.
    if (count === 1) return allowed({ pinHash: device.pinHash, failures: device.pinFailures + 1 });
  }
}

/** The tenth mistake ends the PIN itself, so that no later change of rules brings it back. */
async function refuseTry(
  { platform, now }: Guest,
  deviceId: string,
  failures: number,
): Promise<{ ok: false } & UnlockRefusal> {
  if (failures < PIN_TRIES) return refused({ code: "pin_wrong", triesLeft: PIN_TRIES - failures });
  await platform.db.prisma.device.updateMany({
    where: { id: deviceId, pinFailures: { gte: PIN_TRIES } },
    data: { pinHash: null, unlockUntil: now },
  });
  return refused({ code: "unlock_ended" });
}

async function giveTryBack({ platform }: Guest, deviceId: string): Promise<void> {
  await platform.db.prisma.device.updateMany({
    where: { id: deviceId, pinFailures: { gt: 0 } },
    data: { pinFailures: { decrement: 1 } },
  });
}
