import type { ProposalState, ProposalView } from "#app/domain/awards/award.ts";
import { awardPath } from "#app/domain/awards/award-paths.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Pill, type Tone } from "../../kit/pill.tsx";
import { TextLink } from "../../kit/text-link.tsx";
import { useMessages } from "../../language.tsx";

export const PROPOSAL_TONES: Readonly<Record<ProposalState, Tone>> = {
  sent: "gold",
  proposed: "info",
  declined: "neutral",
  withdrawn: "neutral",
  awarded: "accent",
  revoked: "danger",
};

/** Proposals one under the other: who, for what, and how far. */
export function ProposalList({ proposals }: { proposals: readonly ProposalView[] }) {
  const { yearAwards: words } = useMessages(yearAwardsArea);
  return (
    <ul>
      {proposals.map(({ id, printedName, category, form, achievement, state, proposedFrom }) => (
        <li key={id} className="grid gap-1 border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TextLink to={awardPath(id)} className="text-lg font-bold">
              {printedName}
            </TextLink>
            <Pill tone={PROPOSAL_TONES[state]}>{words.states[state]}</Pill>
          </p>
          <p className="text-ink-soft">
            {[words.categories[category], words.forms[form], proposedFrom].filter(Boolean).join(" · ")}
          </p>
          <p className="break-words">{achievement}</p>
        </li>
      ))}
    </ul>
  );
}
