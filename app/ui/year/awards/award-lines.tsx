import { AWARD_CATEGORIES } from "#app/domain/awards/award.ts";
import type { AwardLine } from "#app/domain/awards/award-list.ts";
import { awardPath } from "#app/domain/awards/award-paths.ts";
import type { CouncilWord } from "#app/domain/council/council-word.ts";
import type { Catalogue } from "#app/messages/catalogue.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Pill } from "../../kit/pill.tsx";
import { TextLink } from "../../kit/text-link.tsx";
import { useFormat, useMessages } from "../../language.tsx";
import { PROPOSAL_TONES } from "./proposal-list.tsx";

/** K04: what is proposed, group by group; what does not count says why. */
export function AwardLines({
  lines,
  words: said,
}: {
  lines: readonly AwardLine[];
  /** What the council said so far. */
  words: readonly CouncilWord[];
}) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words, categories, forms, states, dong } = yearAwards;
  const { number, date } = useFormat();
  const wordOn = (id: string) => {
    const word = said.find(({ proposalId }) => proposalId === id);
    return word ? <CouncilSaid word={word} say={words.council} day={date(word.heldOn)} /> : null;
  };
  return AWARD_CATEGORIES.map((category) => {
    const here = lines.filter(({ proposal }) => proposal.category === category);
    if (here.length === 0) return null;
    return (
      <DataTable<AwardLine>
        key={category}
        caption={`${categories[category]} (${number(here.length)})`}
        rows={here}
        rowKey={({ proposal }) => proposal.id}
        columns={[
          {
            key: "name",
            header: words.name,
            cell: ({ proposal: { id, printedName, form } }) => (
              <>
                <TextLink to={awardPath(id)}>{printedName}</TextLink>
                <span className="block font-normal text-ink-soft">{forms[form]}</span>
              </>
            ),
          },
          {
            key: "achievement",
            header: words.achievement,
            cell: ({ proposal: { model, initiative, achievement } }) => (
              <span className="break-words">
                {model || initiative ? (
                  <strong className="block">{model?.name ?? initiative?.title}</strong>
                ) : null}
                {achievement}
              </span>
            ),
          },
          {
            key: "money",
            header: words.money,
            isFigure: true,
            cell: ({ dong: amount, isCovered, hindrance }) =>
              hindrance === null ? (isCovered ? words.covered : dong(number(amount))) : null,
          },
          {
            key: "state",
            header: words.state,
            cell: ({ proposal: { id, state }, hindrance, hold }) =>
              hindrance === null ? (
                <>
                  <Pill tone={PROPOSAL_TONES[state]}>{states[state]}</Pill>
                  {wordOn(id)}
                </>
              ) : (
                <>
                  <Pill tone="danger">{words.hindrances[hindrance]}</Pill>
                  {hold ? (
                    <span className="mt-1 block break-words text-sm">
                      {words.excluded(hold.reason, hold.document)}
                    </span>
                  ) : null}
                  {wordOn(id)}
                </>
              ),
          },
        ]}
      />
    );
  });
}

function CouncilSaid({
  word: { agree, of, isPassed, roundNumber, rounds },
  say,
  day,
}: {
  word: CouncilWord;
  say: Catalogue["yearAwards"]["list"]["council"];
  day: string;
}) {
  return (
    <span className="mt-1 block text-sm">
      {isPassed ? say.passed(agree, of) : say.notPassed(agree, of)}{" "}
      {rounds > 1 ? say.newest(rounds, roundNumber, day) : null}
    </span>
  );
}
