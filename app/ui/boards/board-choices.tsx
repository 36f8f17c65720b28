import { BOARD_SUBJECTS, type BoardDefinition, type TeamCategory } from "#app/domain/boards/board.ts";
import type { Pillar } from "#app/domain/plan/activity-proposal.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { useMessages } from "../language.tsx";
import { boardHref } from "./board-paths.ts";
import { ChoiceLinks } from "./choice-links.tsx";
import { usePeriodName, useSubjectName } from "./use-board-words.ts";

const PILLARS: readonly Pillar[] = ["government", "economy", "society", "common"];

interface ChoicesProps {
  definition: BoardDefinition;
  periods: readonly string[];
  categories: readonly TeamCategory[];
  campaigns: readonly { readonly id: string; readonly name: string }[];
}

/** Whose board, of which period, narrowed to what. */
export function BoardChoices({ definition, periods, categories, campaigns }: ChoicesProps) {
  const { boards: words } = useMessages(boardsArea);
  const nameOfPeriod = usePeriodName();
  const nameOfSubject = useSubjectName();
  const { subject, period, category, isYouthOnly } = definition;
  const to = (change: Partial<BoardDefinition>) => boardHref({ ...definition, ...change });
  const offered = periods.includes(period) ? periods : [period, ...periods];
  return (
    <div className="grid grid-cols-1 gap-3">
      <ChoiceLinks
        label={words.chooseSubject}
        choices={BOARD_SUBJECTS.map((each) => ({
          to: to({ subject: each }),
          label: nameOfSubject(each),
          isChosen: each === subject,
        }))}
      />
      <ChoiceLinks
        label={words.choosePeriod}
        choices={offered.map((each) => ({
          to: to({ period: each }),
          label: nameOfPeriod(each),
          isChosen: each === period,
        }))}
      />
      {subject === "team" && categories.length > 1 ? (
        <ChoiceLinks
          label={words.chooseCategory}
          choices={categories.map((each) => ({
            to: to({ category: each }),
            label: words.categories[each],
            isChosen: each === category,
          }))}
        />
      ) : null}
      {subject === "member" ? (
        <ChoiceLinks
          label={words.chooseMembers}
          choices={[false, true].map((each) => ({
            to: to({ isYouthOnly: each }),
            label: each ? words.youthOnly : words.everybody,
            isChosen: each === isYouthOnly,
          }))}
        />
      ) : null}
      <PillarChoice definition={definition} />
      {campaigns.length > 0 ? <CampaignChoice definition={definition} campaigns={campaigns} /> : null}
    </div>
  );
}

/** D17: only work that counts for one campaign; by its name, and over the year so that all of its days are in. */
function CampaignChoice({ definition, campaigns }: Pick<ChoicesProps, "definition" | "campaigns">) {
  const { boards: words } = useMessages(boardsArea);
  const { campaign, period } = definition;
  const choices = [{ id: null, name: words.everyCampaign }, ...campaigns].map(({ id, name }) => ({
    to: boardHref({ ...definition, campaign: id, period: id === null ? period : period.slice(0, 4) }),
    label: name,
    isChosen: id === campaign,
  }));
  const chosen = campaigns.find(({ id }) => id === campaign)?.name ?? words.everyCampaign;
  return (
    <Disclosure summary={`${words.chooseCampaign}: ${chosen}`}>
      <ChoiceLinks label={words.chooseCampaign} choices={choices} />
    </Disclosure>
  );
}

function PillarChoice({ definition }: { definition: BoardDefinition }) {
  const { boards: words } = useMessages(boardsArea);
  const { pillar } = definition;
  const choices = [null, ...PILLARS].map((each) => ({
    to: boardHref({ ...definition, pillar: each }),
    label: each === null ? words.everyPillar : words.pillars[each],
    isChosen: each === pillar,
  }));
  const chosen = pillar === null ? words.everyPillar : words.pillars[pillar];
  return (
    <Disclosure summary={`${words.choosePillar}: ${chosen}`}>
      <ChoiceLinks label={words.choosePillar} choices={choices} />
    </Disclosure>
  );
}
