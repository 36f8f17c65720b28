import { type ClaimContent, PLAIN_UNIT, type UnitContent } from "#app/domain/activity/claim.ts";
import type { ClaimProblem } from "#app/domain/activity/claim-refusals.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { LogCaller } from "./log-act.ts";
import { submitWhole } from "./submit-claims.server.ts";

/** Work that a register of the house knows of: a story that was published, a stage an initiative reached. */
export interface RegisterWork {
  /** The record's own name, made from the register's: written twice it is one record. */
  readonly id: string;
  readonly memberId: string;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly mode: ClaimContent["mode"];
  readonly note: string;
  readonly link: string | null;
  readonly unit: Partial<UnitContent>;
  readonly helpers: readonly string[];
}

export type RegisterRefusal =
  | { readonly code: "claim_has_problems"; readonly problems: readonly ClaimProblem[] }
  | { readonly code: "not_permitted" };

/**
 * The member's ordinary record, written down by whoever keeps the register. It waits in the ordinary queue, and
 * whoever wrote it down is never its verifier.
 */
export async function writeRegisterClaim(
  caller: LogCaller,
  { id, memberId, unit, helpers, ...work }: RegisterWork,
): Promise<Verdict<null, RegisterRefusal>> {
  const content: ClaimContent = {
    ...work,
    audience: "residents",
    place: null,
    visits: 0,
    minutes: null,
    counters: {},
    movements: [],
    units: [{ ...PLAIN_UNIT, ...unit }],
    helpers: helpers.map((helper) => ({ memberId: helper, part: "helper" as const })),
    photos: [],
  };
  const onBehalfOf = { memberId, signedSheet: null, mayReachBack: true, isFromRegister: true } as const;
  const [answer] = await submitWhole(caller, [{ id, content, onBehalfOf }]);
  if (!answer) throw new Error("a record was sent and none was answered");
  const { outcome } = answer;
  // Written down before, by whoever pressed first.
  if (outcome.ok || outcome.code === "claim_id_reused") return allowed(null);
  return outcome.code === "claim_has_problems" ? outcome : refused({ code: "not_permitted" });
}
