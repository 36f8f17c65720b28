import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "./in-roster.server.ts";
import { makeAccountForMember } from "./make-account-for-member.server.ts";
import { putInCharge } from "./put-in-charge.server.ts";
import { villagesInChargeSchema } from "./roster.schema.ts";

/** The two acts on a person's own page. Answers the word of what was done; null: no such act or person. */
export async function actOnMember(
  caller: Caller,
  memberId: string,
  fields: FormData,
): Promise<string | null> {
  const asked = fields.get("act");
  if (asked === "account") {
    const verdict = await inRoster(caller, "roster.make-account", (tx, act) =>
      makeAccountForMember(tx, caller.platform.keys, act, memberId),
    );
    return verdict.ok ? "tai-khoan" : null;
  }
  if (asked !== "villages") return null;
  const form = await readForm(fields, villagesInChargeSchema);
  if (!form.ok) return null;
  const verdict = await inRoster(caller, "roster.put-in-charge", (tx, act) =>
    putInCharge(tx, act, { memberId, villageIds: form.value.villageIds ?? [] }),
  );
  return verdict.ok ? "luu" : null;
}
