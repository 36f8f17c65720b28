import type { ActivityKind } from "#app/domain/activity/scheme.ts";

/** What the form of one kind of work asks for. */
export interface KindShape {
  /** Whom a unit is about. */
  readonly who: "person" | "household" | "nobody";
  /** C07: several documents may be put in for one person at one sitting. */
  readonly services: "one" | "several" | "none";
  readonly countsQuantity: boolean;
  /** C12: the steps of an online shop, ticked one by one. */
  readonly asksSteps: boolean;
  /** C30: asked of every person guided, whatever the kind pays by. */
  readonly asksOutcome: boolean;
  readonly asksHeadcount: boolean;
  readonly asksMinutes: boolean;
  readonly asksLink: boolean;
  readonly asksStage: boolean;
}

export function shapeOf(kind: Pick<ActivityKind, "unit" | "scale" | "evidence" | "least">): KindShape {
  const who = whoOf(kind);
  return {
    who,
    services: kind.unit === "person_service" ? "one" : kind.unit === "document" ? "several" : "none",
    countsQuantity: kind.unit === "product" || kind.unit === "stall",
    asksSteps: kind.unit === "step",
    asksOutcome: who === "person",
    asksHeadcount: kind.unit === "session" || kind.unit === "class" || kind.unit === "shift",
    asksMinutes: kind.least?.minutes !== undefined,
    asksLink: kind.evidence.includes("link"),
    asksStage: kind.scale.by === "stage",
  };
}

function whoOf({ unit, evidence }: Pick<ActivityKind, "unit" | "evidence">): KindShape["who"] {
  switch (unit) {
    case "person_service":
    case "person":
    case "document":
    case "learner":
      return "person";
    // A certificate of a resident names the household; one of the member's own does not.
    case "certificate":
      return evidence.includes("household") ? "person" : "nobody";
    case "household":
    case "stall":
    case "step":
    case "product":
      return "household";
    case "session":
    case "class":
    case "shift":
    case "week":
    case "item":
    case "stage":
      return "nobody";
  }
}
