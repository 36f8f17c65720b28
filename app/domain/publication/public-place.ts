import type { PlanWords } from "../plan/words.ts";
import type { CommuneKind } from "../roster/commune.ts";

/** The commune a public page is of, as its head line says it. */
export interface PublicPlace {
  readonly communeId: number;
  readonly kind: CommuneKind;
  readonly name: string;
  readonly province: string;
  readonly words: PlanWords;
}
