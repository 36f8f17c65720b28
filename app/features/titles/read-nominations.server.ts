import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { NominationState } from "#app/domain/titles/nomination.ts";
import { judgeGrant, judgeWord } from "#app/domain/titles/nomination.ts";
import type { NominatedTitle } from "#app/domain/titles/title-definition.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { type FoundNomination, findNominations, nominationOf } from "./find-nominations.server.ts";
import { findTitle } from "./find-title.server.ts";
import { findTitleMembers } from "./find-title-member.server.ts";
import { findTitlePerson } from "./find-title-person.server.ts";
import { speakingAs } from "./speaking-as.ts";

export interface NominationLine {
  readonly id: string;
  readonly key: NominatedTitle;
  readonly titleName: string;
  readonly name: string;
  readonly teamName: string;
  readonly state: NominationState;
  readonly approvals: number;
  readonly needed: number;
  readonly nominatedOn: LocalDate;
  readonly number: string | null;
  readonly validUntil: LocalDate | null;
  readonly isRevocationAsked: boolean;
}

/** Within the reader's reach, newest first. */
export function readNominations(caller: Caller): Promise<NominationLine[]> {
  const scope = caller.scope("titles.read-nominations");
  return caller.platform.db.withCommunes(scope, async (tx) =>
    (await findNominations(tx, onlyCommune(scope)))
      .filter((found) => isSeen(caller, found))
      .map((found) => ({
        id: found.id,
        key: found.key,
        titleName: found.title.name,
        name: found.fullName,
        teamName: found.teamName,
        state: found.state,
        approvals: found.approvals,
        needed: found.title.approvals,
        nominatedOn: found.nominatedOn,
        number: found.award?.number ?? null,
        validUntil: found.award?.validUntil ?? null,
        isRevocationAsked: found.award?.revocation !== null && found.award !== null,
      })),
  );
}

function isSeen(caller: Caller, found: FoundNomination): boolean {
  return found.nominatedBy === caller.person.accountId || speakingAs(caller, "title.read", found) !== null;
}

export interface NominationView extends Omit<FoundNomination, "accountId" | "householdId"> {
  readonly may: {
    readonly approve: boolean;
    /** The caller's approval is the last one needed, and theirs is the number. */
    readonly approveWithNumber: boolean;
    readonly reject: boolean;
    readonly withdraw: boolean;
    readonly recognise: boolean;
    readonly askRevocation: boolean;
    readonly answerRevocation: boolean;
  };
}

/** One nomination with what the reader may do; null where there is none for these eyes. */
export function readNomination(caller: Caller, id: string): Promise<NominationView | null> {
  const scope = caller.scope("titles.read-nomination");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [found] = await findNominations(tx, communeId, { id });
    if (!found || !isSeen(caller, found)) return null;
    const person = await findTitlePerson(tx, communeId, caller.person.accountId);
    const rules = nominationOf(found);
    const said = found.words.some(({ accountId }) => accountId === person.accountId);
    const isNew = (kind: "approve" | "reject" | "withdraw") => judgeWord(rules, kind, person).ok && !said;
    const mayApprove = speakingAs(caller, "title.approve", found) !== null;
    const mayGrant = speakingAs(caller, "title.grant", found) !== null;
    const { award, accountId, householdId: _, ...view } = found;
    const isOther = accountId !== person.accountId;
    const stands = award !== null && !award.isRevoked;
    return {
      ...view,
      award,
      may: {
        approve: mayApprove && isNew("approve"),
        approveWithNumber:
          mayGrant && mayApprove && isNew("approve") && found.approvals + 1 >= found.title.approvals,
        reject: mayApprove && isNew("reject"),
        withdraw:
          speakingAs(caller, "title.nominate", found) !== null && judgeWord(rules, "withdraw", person).ok,
        recognise: mayGrant && judgeGrant(rules, person).ok,
        askRevocation:
          isOther && stands && award.revocation === null && mayAfterProof(caller, "title.ask-revocation"),
        answerRevocation:
          stands &&
          award.revocation !== null &&
          award.revocation.askedBy !== person.accountId &&
          isOther &&
          mayAfterProof(caller, "title.answer-revocation"),
      },
    };
  });
}

/** The act itself asks for a proof of the last minutes; a button is shown without. */
function mayAfterProof({ actor, communeId, today }: Caller, capability: Capability): boolean {
  if (communeId === null) return false;
  const verdict = can(actor, capability, { communeId }, today);
  return verdict.ok || verdict.code === "fresh_proof_required";
}

export interface NominateDesk {
  readonly members: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly teamName: string;
  }[];
  readonly titles: readonly {
    readonly key: NominatedTitle;
    readonly name: string;
    readonly description: string;
  }[];
}

/** Whom the reader may put forward, and for what. */
export function readNominateDesk(caller: Caller): Promise<NominateDesk> {
  const scope = caller.scope("titles.read-nominate-desk");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const members = await findTitleMembers(tx, communeId, caller.today);
    const exemplary = await findTitle(tx, communeId, "exemplary-member");
    const ambassador = await findTitle(tx, communeId, "digital-ambassador");
    return {
      members: members.flatMap(({ memberId, fullName, accountId, places }) => {
        const place = places.find((each) => speakingAs(caller, "title.nominate", each) !== null);
        return place && accountId !== caller.person.accountId
          ? [{ memberId, name: fullName, teamName: place.teamName }]
          : [];
      }),
      titles: [
        { key: "exemplary-member" as const, name: exemplary.name, description: exemplary.description },
        { key: "digital-ambassador" as const, name: ambassador.name, description: ambassador.description },
      ],
    };
  });
}
