import { Form } from "@remix-run/react";
import type { InitiativeView } from "#app/domain/initiatives/views.ts";
import { initiativesArea } from "#app/messages/vi/initiatives.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { STATE_TONES } from "./initiative-list.tsx";

/** What is proposed, by whom, and every step with who took it and why. */
export function InitiativeSheet({ initiative }: { initiative: InitiativeView }) {
  const { initiatives } = useMessages(initiativesArea);
  const words = initiatives.one;
  const format = useFormat();
  const { state, proposedAs, proposer, pilotVillage, replicas, problem, proposal, coauthors, steps } =
    initiative;
  return (
    <>
      <Card>
        <p className="flex flex-wrap gap-2">
          <Pill tone={STATE_TONES[state]}>{initiatives.states[state]}</Pill>
          {pilotVillage === null ? null : <Pill>{initiatives.pilotAt(pilotVillage)}</Pill>}
          {replicas > 0 ? <Pill tone="gold">{initiatives.replicas(replicas)}</Pill> : null}
        </p>
        <p className="mt-3 text-ink-soft">
          {initiatives.proposers[proposedAs]}: {proposer}
        </p>
        {coauthors.length > 0 ? (
          <p className="text-ink-soft">
            {words.coauthors}: {coauthors.map(({ name }) => name).join(", ")}
          </p>
        ) : null}
        <h2 className="mt-5 text-xl">{words.problem}</h2>
        <p className="mt-1 max-w-prose whitespace-pre-line">{problem}</p>
        <h2 className="mt-5 text-xl">{words.proposal}</h2>
        <p className="mt-1 max-w-prose whitespace-pre-line">{proposal}</p>
      </Card>
      {steps.length > 0 ? (
        <Card title={words.steps}>
          <ol className="grid gap-4">
            {steps.map((step) => (
              <li key={step.id} className="border-s-4 border-line ps-4">
                <p className="font-bold">
                  {words.step(initiatives.acts[step.act], step.by, format.date(step.happenedOn))}
                </p>
                {step.village === null ? null : <p>{step.village}</p>}
                {step.act === "submit" ? null : <p>{step.reason}</p>}
                {step.documentNumber === null || step.documentDate === null ? null : (
                  <p>{words.document(step.documentNumber, format.date(step.documentDate))}</p>
                )}
                {step.evidenceLink === null ? null : (
                  <a
                    href={step.evidenceLink}
                    rel="noreferrer noopener nofollow"
                    className="inline-flex min-h-12 items-center font-bold text-accent-ink underline decoration-2 underline-offset-4"
                  >
                    {words.evidence}
                  </a>
                )}
              </li>
            ))}
          </ol>
        </Card>
      ) : null}
      <ClaimsCard initiative={initiative} />
    </>
  );
}

/** How far the author's records are, and what is still to be written for them. */
function ClaimsCard({ initiative: { claims, unwritten, uncredited, may } }: { initiative: InitiativeView }) {
  const { initiatives } = useMessages(initiativesArea);
  const words = initiatives.one;
  if (claims.length + unwritten.length === 0) return null;
  const isLeft = unwritten.length > 0 || uncredited > 0;
  return (
    <Card title={words.claims}>
      <ul className="grid gap-1">
        {claims.map(({ stage, state }) => (
          <li key={stage}>{words.claim(initiatives.stages[stage], initiatives.claimStates[state])}</li>
        ))}
        {unwritten.map((stage) => (
          <li key={stage}>{words.unwritten(initiatives.stages[stage])}</li>
        ))}
        {uncredited > 0 ? <li>{words.uncredited(uncredited)}</li> : null}
      </ul>
      {may.credit && isLeft ? (
        <Form method="post" className="mt-4 grid gap-2">
          <p className="text-sm text-ink-soft">{words.creditHint}</p>
          <div>
            <Button type="submit" name="act" value="credit" variant="secondary">
              {words.credit}
            </Button>
          </div>
        </Form>
      ) : null}
    </Card>
  );
}
