import type { Capability } from "#app/domain/access/matrix.ts";
import type { Id } from "#app/domain/ids.ts";
import { judgeWord, type Recognition, type TitleWordKind } from "#app/domain/titles/nomination.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findNominations, nominationOf } from "./find-nominations.server.ts";
import { findTitlePerson } from "./find-title-person.server.ts";
import { grantTitle } from "./grant-title.server.ts";
import { lockTitles } from "./lock-titles.server.ts";
import { speakingAs } from "./speaking-as.ts";

export interface WordWish {
  readonly id: Id;
  readonly nominationId: string;
  readonly kind: TitleWordKind;
  /** Needed where somebody declines. */
  readonly reason: string | null;
  /** The office's, whose word is the last one needed: number and date of the decision. */
  readonly recognition: Recognition | null;
}

export type WordRefusal =
  | Extract<TitleRefusal, { code: `title_${string}` }>
  | { readonly code: "required" }
  | { readonly code: "not_permitted" };

const NEEDS: Readonly<Record<TitleWordKind, Capability>> = {
  approve: "title.approve",
  reject: "title.approve",
  withdraw: "title.nominate",
};

/** One person's word on a nomination, and with it, where it is the last one needed and the office's, the title. */
export function sayWord(caller: Caller, wish: WordWish): Promise<Verdict<null, WordRefusal>> {
  return inRoster(
    caller,
    `titles.${wish.kind}`,
    async (tx, { communeId, actorId, now }): Promise<Verdict<null, WordRefusal>> => {
      await lockTitles(tx, communeId);
      const [found] = await findNominations(tx, communeId, { id: wish.nominationId });
      const saidAs = found && speakingAs(caller, NEEDS[wish.kind], found);
      if (!found || !saidAs) return refused({ code: "not_permitted" });
      const person = await findTitlePerson(tx, communeId, actorId);
      const verdict = judgeWord(nominationOf(found), wish.kind, person);
      if (!verdict.ok) return verdict;
      if (verdict.value === "new") {
        if (wish.kind === "reject" && wish.reason === null) return refused({ code: "required" });
        await tx.titleWord.create({
          data: {
            communeId,
            id: wish.id,
            nominationId: found.id,
            kind: wish.kind,
            reason: wish.reason,
            saidBy: actorId,
            saidAs,
            saidAt: now,
          },
          select: { id: true },
        });
      }
      if (wish.kind !== "approve" || wish.recognition === null || found.award) return allowed(null);
      return grantTitle(tx, caller, found.id, wish.recognition);
    },
  );
}
