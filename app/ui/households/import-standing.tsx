import { Form } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import Undo2 from "lucide-react/icons/undo-2";
import { householdImportArea } from "#app/messages/vi/household-import.ts";
import { Button } from "../kit/button.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { HouseholdImportPage } from "./import-view.ts";

/** Where the import stands and the one thing to do next. */
export function HouseholdImportStanding({ view, listAt }: { view: HouseholdImportPage; listAt: string }) {
  const { householdImport: words } = useMessages(householdImportArea);
  const format = useFormat();
  const { sections, totals, ignoredCitizenIds, hasNoAdults, appliedBefore } = view.summary;
  const facts = [
    appliedBefore === null ? null : words.facts.appliedBefore(format.moment(Date.parse(appliedBefore))),
    ignoredCitizenIds ? words.facts.citizenIds : null,
    hasNoAdults ? words.facts.noAdults : null,
    sections + totals > 0 ? words.facts.notHouseholds(sections, totals) : null,
  ].filter((fact) => fact !== null);
  return (
    <div className="grid gap-4">
      <Standing view={view} listAt={listAt} />
      {view.state === "previewed" && facts.length > 0 ? (
        <ul className="grid gap-1 text-ink-soft">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      ) : null}
      {view.state === "applied" && view.undoUntil !== null ? (
        <Form method="post" className="flex flex-wrap items-center gap-4">
          <Button type="submit" name="act" value="undo" variant="secondary" icon={Undo2}>
            {words.undo}
          </Button>
          <p className="text-ink-soft">{words.undoUntil(format.moment(view.undoUntil))}</p>
        </Form>
      ) : null}
    </div>
  );
}

function Standing({ view, listAt }: { view: HouseholdImportPage; listAt: string }) {
  const { householdImport: words } = useMessages(householdImportArea);
  const format = useFormat();
  const { problem, create, update } = view.summary.counts;
  const toList = (
    <LinkButton to={listAt} variant="secondary">
      {words.toList}
    </LinkButton>
  );
  if (view.state === "applied") {
    return (
      <Notice tone="success" title={words.applied} action={toList}>
        {words.appliedBody(format.number(create), format.number(update))}
      </Notice>
    );
  }
  if (view.state !== "previewed") {
    return (
      <Notice tone="info" title={words.undone} action={toList}>
        {words.undoneBody}
      </Notice>
    );
  }
  if (problem > 0) {
    return (
      <Notice tone="warning" title={words.problemsLeft(problem)} action={<Discard />}>
        {words.problemsLeftBody}
      </Notice>
    );
  }
  const isIdle = create + update === 0;
  return (
    <Notice
      tone={isIdle ? "info" : "success"}
      title={isIdle ? words.nothingToDo : words.ready}
      action={
        <div className="flex flex-wrap gap-3">
          {isIdle ? (
            toList
          ) : (
            <Form method="post">
              <SubmitButton name="act" value="apply" icon={Check}>
                {words.apply}
              </SubmitButton>
            </Form>
          )}
          <Discard />
        </div>
      }
    >
      {isIdle ? words.nothingToDoBody : words.readyBody(format.number(create), format.number(update))}
    </Notice>
  );
}

function Discard() {
  const { householdImport: words } = useMessages(householdImportArea);
  return (
    <Form method="post">
      <Button type="submit" name="act" value="discard" variant="quiet">
        {words.discard}
      </Button>
    </Form>
  );
}
