import type { ProposalView } from "#app/domain/awards/award.ts";
import type { AwardLine, AwardList } from "#app/domain/awards/award-list.ts";
import { departureCounts } from "#app/domain/awards/departure.ts";
import type { CouncilWord } from "#app/domain/council/council-word.ts";
import type {
  Departure,
  FairnessLine,
  Nominee,
  NomineeKind,
  NomineeList,
} from "#app/domain/year-papers/paper-facts.ts";
import { yearAwards } from "#app/messages/vi/year-awards.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";

const words = yearPaper.list;

/** What the council said of each proposal; null before it met. */
type CouncilSays = ReadonlyMap<string, Pick<CouncilWord, "agree" | "of" | "isPassed">> | null;

/** Whom papers name: lines that nothing hinders and, once the council met, that it passed. The others are named with their reason. */
export function nomineeList(list: AwardList, council: CouncilSays): NomineeList {
  const isNamed = ({ proposal, hindrance }: AwardLine) =>
    hindrance === null && (council === null || council.get(proposal.id)?.isPassed === true);
  const named = list.lines.filter(isNamed);
  return {
    nominees: named.map((line) => nomineeOf(line, list, council)),
    quota: list.clusters.map(({ cluster, seats, listed }) =>
      words.quota(cluster, seats.villages, seats.quotaBasisPoints, seats.seats, listed),
    ),
    fairness: fairnessOf(named, list),
    departures: list.departures
      .filter(departureCounts)
      .map(({ village, kind, reason }) => ({ name: village, reason: words.departed(kind, reason) })),
    excluded: [
      ...excludedVillages(list),
      ...list.lines.filter((line) => !isNamed(line)).map(whyNot(council)),
    ],
  };
}

function excludedVillages({ clusters }: AwardList): Departure[] {
  return clusters
    .flatMap(({ rows }) => rows)
    .flatMap(({ name, exclusion }) =>
      exclusion === null ? [] : [{ name, reason: words.outOf(exclusion.reason, exclusion.document) }],
    );
}

function whyNot(council: CouncilSays) {
  return ({ proposal, hindrance, hold }: AwardLine): Departure => ({
    name: proposal.printedName,
    reason:
      hindrance === "held" && hold
        ? words.held(hold.reason, hold.document)
        : hindrance === "off_list"
          ? words.offList
          : council?.has(proposal.id)
            ? words.notPassed
            : words.notVoted,
  });
}

export function kindOf({ recipient }: Pick<ProposalView, "recipient">): NomineeKind {
  if (recipient.kind === "member") return "individual";
  return recipient.kind === "household" ? "household" : "collective";
}

function nomineeOf(
  { proposal, perMille, dong, isCovered }: AwardLine,
  list: AwardList,
  council: CouncilSays,
): Nominee {
  const { recipient, id } = proposal;
  const word = council?.get(id);
  const { base } = list.money;
  return {
    id,
    kind: kindOf(proposal),
    name: proposal.printedName,
    place: placeOf(proposal),
    birthYear: recipient.birthYear,
    isWoman: recipient.sex === null ? null : recipient.sex === "female",
    achievement: proposal.achievement,
    form: yearAwards.forms[proposal.form],
    money: base === null || isCovered || dong === 0 ? null : { dong, basePay: base.dong, permille: perMille },
    votes: word ? { agree: word.agree, of: word.of } : null,
    note: isCovered
      ? words.covered
      : proposal.category === "model" || proposal.category === "initiative"
        ? aboutOf(proposal)
        : "",
  };
}

function aboutOf({ model, initiative }: ProposalView): string {
  if (model) return words.model(model.name);
  return initiative ? words.initiative(initiative.title) : "";
}

/** A village says its own name already. */
function placeOf({ recipient, printedName }: ProposalView): string {
  const { position, villageName, kind } = recipient;
  const parts = [kind === "member" ? position : null, villageName].filter(
    (part): part is string => part !== null && part !== "" && part !== printedName,
  );
  return parts.join(", ");
}

function fairnessOf(named: readonly AwardLine[], { fair }: AwardList): FairnessLine[] {
  const people = named.filter(({ proposal }) => proposal.recipient.kind === "member");
  const count = (test: (line: AwardLine) => boolean) => people.filter(test).length;
  const villages = new Set(named.flatMap(({ proposal }) => proposal.recipient.villageId ?? []));
  return [
    ...(people.length === 0
      ? []
      : [
          {
            name: words.fair.women,
            part: count(({ proposal }) => proposal.recipient.sex === "female"),
            of: people.length,
          },
          {
            name: words.fair.leaders,
            part: count(({ proposal }) => proposal.recipient.isLeader),
            of: people.length,
          },
          {
            name: words.fair.unions,
            part: count(({ proposal }) => proposal.recipient.unions.length > 0),
            of: people.length,
          },
        ]),
    { name: words.fair.villages, part: villages.size, of: fair.villagesInAll },
  ];
}
