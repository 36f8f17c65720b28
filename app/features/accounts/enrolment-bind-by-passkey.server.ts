import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { EnrolmentRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Guest } from "./allow.server.ts";
import { bindPhone } from "./enrolment-bind-phone.server.ts";
import { readSlip } from "./enrolment-read-slip.server.ts";
import { beginPhonePasskey, checkPhonePasskey } from "./phone-passkey.server.ts";

/** First half of the fingerprint: a challenge for this slip. The slip itself is not touched. */
export async function beginBindByPasskey(
  guest: Guest,
  request: Request,
  reference: string,
): Promise<Verdict<PublicKeyCredentialCreationOptionsJSON, EnrolmentRefusal>> {
  const slip = await readSlip(guest, reference);
  if (!slip.ok) return slip;
  if (slip.value.opens !== "phone") return refused({ code: "link_not_valid" });
  return allowed(await beginPhonePasskey(guest.platform, request, `slip:${slip.value.id}`, slip.value));
}

export async function bindPhoneByPasskey(
  guest: Guest,
  request: Request,
  reference: string,
  response: RegistrationResponseJSON,
): Promise<Verdict<{ cookies: readonly string[] }, EnrolmentRefusal>> {
  const slip = await readSlip(guest, reference);
  if (!slip.ok) return slip;
  if (slip.value.opens !== "phone") return refused({ code: "link_not_valid" });
  const lock = await checkPhonePasskey(guest.platform, request, `slip:${slip.value.id}`, response);
  return lock.ok ? bindPhone(guest, request, slip.value, lock.value) : lock;
}
