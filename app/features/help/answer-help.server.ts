import type { HelpRefusal, HelpState } from "#app/domain/help/help-request.ts";
import { formatPhone, type Phone } from "#app/domain/people/phone.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { helpPurpose } from "./help-code.server.ts";
import { mayHelpIn } from "./help-reach.ts";

export const HELP_STEPS = ["taken", "contacted", "done", "not_reached"] as const;
export type HelpStep = (typeof HELP_STEPS)[number];

type NotPermitted = { readonly code: "not_permitted" };
type StepRefusal = Extract<HelpRefusal, { code: "help_over" | "help_call_first" }> | NotPermitted;

/** One step of somebody of the village's team. Saying it twice changes nothing. */
export function stepHelp(
  caller: Caller,
  helpId: string,
  step: HelpStep,
): Promise<Verdict<null, StepRefusal>> {
  return inRoster(caller, `help.${step}`, async (tx, { communeId, actorId, now, newId }) => {
    const [row] = await tx.$queryRaw<{ villageId: number; state: HelpState; isCalled: boolean }[]>`
      select village_id as "villageId", state, contacted_at is not null as "isCalled" from help_request
       where commune_id = ${communeId} and id = ${helpId}::uuid for update`;
    if (!row || !mayHelpIn(caller, row.villageId)) return refused({ code: "not_permitted" });
    if (row.state === step) return allowed(null);
    if (row.state !== "waiting" && row.state !== "contacted") return refused({ code: "help_over" });
    if (step === "done" && !row.isCalled) return refused({ code: "help_call_first" });
    const isEnd = step === "done" || step === "not_reached";
    await tx.helpRequest.update({
      where: { communeId_id: { communeId, id: helpId } },
      data: {
        takenBy: actorId,
        ...(step === "contacted" && !row.isCalled ? { contactedAt: now } : {}),
        ...(step === "taken" ? {} : { state: step }),
        ...(isEnd ? { endedAt: now } : {}),
      },
      select: { id: true },
    });
    await tx.helpEvent.createMany({
      data: [{ communeId, id: newId(), requestId: helpId, kind: step, byAccount: actorId, at: now }],
    });
    return allowed(null);
  });
}

/** The number, once it is written down who saw it. */
export function revealHelpPhone(
  caller: Caller,
  helpId: string,
): Promise<Verdict<{ readonly phone: Phone; readonly spoken: string }, HelpRefusal | NotPermitted>> {
  return inRoster(caller, "help.reveal", async (tx, { communeId, actorId, now, newId }) => {
    const row = await tx.helpRequest.findUnique({
      where: { communeId_id: { communeId, id: helpId } },
      select: { villageId: true, phoneCipher: true },
    });
    if (!row || !mayHelpIn(caller, row.villageId)) return refused({ code: "not_permitted" });
    if (row.phoneCipher === null) return refused({ code: "help_over" });
    await tx.helpEvent.createMany({
      data: [{ communeId, id: newId(), requestId: helpId, kind: "revealed", byAccount: actorId, at: now }],
    });
    const phone = caller.platform.keys.open(helpPurpose(communeId), row.phoneCipher) as Phone;
    return allowed({ phone, spoken: formatPhone(phone) });
  });
}
