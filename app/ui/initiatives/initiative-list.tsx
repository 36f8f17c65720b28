import { Link } from "@remix-run/react";
import { INITIATIVE_PATHS } from "#app/domain/initiatives/initiative-paths.ts";
import type { InitiativeCard } from "#app/domain/initiatives/views.ts";
import { initiativesArea } from "#app/messages/vi/initiatives.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

export const STATE_TONES: Readonly<Record<InitiativeCard["state"], Tone>> = {
  draft: "neutral",
  submitted: "info",
  reviewed: "info",
  piloted: "gold",
  recognised: "accent",
  declined: "neutral",
};

/** Initiatives one under the other, each with where it stands. */
export function InitiativeList({ initiatives }: { initiatives: readonly InitiativeCard[] }) {
  const { initiatives: words } = useMessages(initiativesArea);
  return (
    <ul className="grid gap-3">
      {initiatives.map(({ id, title, state, proposedAs, proposer, pilotVillage, replicas }) => (
        <li key={id}>
          <Link
            to={INITIATIVE_PATHS.one(id)}
            className="grid gap-1 rounded-lg border border-line bg-surface p-4 hover:border-edge"
          >
            <span className="flex flex-wrap gap-2">
              <Pill tone={STATE_TONES[state]}>{words.states[state]}</Pill>
              {replicas > 0 ? <Pill tone="gold">{words.replicas(replicas)}</Pill> : null}
            </span>
            <span className="text-lg font-bold">{title}</span>
            <span className="text-sm text-ink-soft">
              {words.proposers[proposedAs]}: {proposer}
              {pilotVillage === null ? null : ` · ${words.pilotAt(pilotVillage)}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
