import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import type { FamilyState } from "#app/domain/titles/family.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { openLabel } from "#app/features/households/seal-label.server.ts";
import { findTitlePerson } from "#app/features/titles/find-title-person.server.ts";
import { type FoundFamily, findFamilies } from "./find-families.server.ts";
import { countStates } from "./read-village-families.server.ts";
import { mayRecognise } from "./recognise-families.server.ts";

export interface DeskFamily {
  readonly householdId: string;
  readonly declarationId: string;
  readonly head: string;
  readonly code: string;
  readonly villageName: string;
  readonly met: number;
  readonly checkedBy: string | null;
  readonly checkedOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly mayRecognise: boolean;
}

export interface RecognitionDesk {
  readonly waiting: readonly DeskFamily[];
  readonly due: readonly DeskFamily[];
  readonly revocations: readonly DeskFamily[];
  readonly villages: readonly {
    readonly id: number;
    readonly name: string;
    readonly households: number;
    readonly recognised: number;
    readonly counts: Readonly<Record<FamilyState, number>>;
  }[];
}

/** One paper names no more; the rest follows with the next one. */
const SHOWN_AT_ONCE = 200;

/** D02: what waits for the office, what is to be looked at again within thirty days, and how each village stands. */
export function readRecognitionDesk(caller: Caller): Promise<RecognitionDesk> {
  const scope = caller.scope("digital-family.read-desk");
  const communeId = onlyCommune(scope);
  const { platform, today, person } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const villages = await findVillages(tx, communeId);
    const nameOf = new Map(villages.map(({ id, name }) => [id, name]));
    const families = await findFamilies(tx, communeId, today);
    const { householdId: own } = await findTitlePerson(tx, communeId, person.accountId);
    const isAsked = ({ state, award }: FoundFamily) =>
      state === "confirmed" || state === "due" || state === "expired" || Boolean(award?.revocation);
    const shown = families.filter(isAsked);
    const labels = await tx.household.findMany({
      where: { communeId, id: { in: shown.map(({ householdId }) => householdId) } },
      select: { id: true, code: true, headLabel: true },
    });
    const labelOf = new Map(labels.map((each) => [each.id, each]));
    const faces = shown
      .map((family) => {
        const { householdId, villageId, declaration, check, award } = family;
        const label = labelOf.get(householdId);
        return {
          family,
          face: {
            householdId,
            declarationId: declaration?.id ?? "",
            head: label ? openLabel(platform.keys, communeId, label.headLabel) : "",
            code: label?.code ?? "",
            villageName: nameOf.get(villageId) ?? "",
            met: check?.items.length ?? 0,
            checkedBy: check?.checkedByName ?? null,
            checkedOn: check?.checkedOn ?? null,
            validUntil: award && !award.isRevoked ? award.validUntil : null,
            mayRecognise: mayRecognise(family, person.accountId, own),
          },
        };
      })
      .sort((left, right) => (keyOf(left.face) < keyOf(right.face) ? -1 : 1));
    const of = (holds: (family: FoundFamily) => boolean) =>
      faces.filter(({ family }) => holds(family)).map(({ face }) => face);
    return {
      waiting: of(({ state }) => state === "confirmed").slice(0, SHOWN_AT_ONCE),
      due: of(({ state }) => state === "due" || state === "expired"),
      revocations: of(({ award }) => Boolean(award?.revocation)),
      villages: villages.map(({ id, name }) => {
        const here = families.filter(({ villageId }) => villageId === id);
        return {
          id,
          name,
          households: here.length,
          recognised: here.filter(({ isRecognised }) => isRecognised).length,
          counts: countStates(here.map(({ state }) => state)),
        };
      }),
    };
  });
}

function keyOf({ villageName, code }: Pick<DeskFamily, "villageName" | "code">): string {
  return `${makeSortKey(villageName)}\n${makeSortKey(code)}`;
}
