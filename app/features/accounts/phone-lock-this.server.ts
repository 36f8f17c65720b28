import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { EnrolmentRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { choosePin, type PinChoice } from "./enrolment-bind-by-pin.server.ts";
import { keepPhoneLock, type PhoneLock } from "./phone-keep-lock.server.ts";
import { beginPhonePasskey, checkPhonePasskey } from "./phone-passkey.server.ts";

/** Enrols the phone in one's hand, or gives it another PIN: for whoever is signed in and has just proved it. */
export async function lockThisPhoneByPin(
  caller: Caller,
  choice: PinChoice,
): Promise<Verdict<null, EnrolmentRefusal>> {
  const hashed = await choosePin(caller.platform, caller.person.accountId, choice);
  if (!hashed.ok) return hashed;
  return keepLock(caller, { kind: "pin", pinHash: hashed.value });
}

export async function beginLockThisPhone(
  caller: Caller,
  request: Request,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const holder = `device:${caller.session.deviceId}` as const;
  return beginPhonePasskey(caller.platform, request, holder, caller.person);
}

export async function lockThisPhoneByPasskey(
  caller: Caller,
  request: Request,
  response: RegistrationResponseJSON,
): Promise<Verdict<null, EnrolmentRefusal>> {
  const holder = `device:${caller.session.deviceId}` as const;
  const lock = await checkPhonePasskey(caller.platform, request, holder, response);
  return lock.ok ? keepLock(caller, lock.value) : lock;
}

async function keepLock(caller: Caller, lock: PhoneLock): Promise<Verdict<null, never>> {
  const { platform, person, session } = caller;
  await platform.db.withGlobals(caller.stamp("accounts.lock-this-phone"), (tx) =>
    keepPhoneLock(platform, tx, { id: session.deviceId, accountId: person.accountId }, lock),
  );
  return allowed(null);
}
