import { Form } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import Undo2 from "lucide-react/icons/undo-2";
import { importsArea } from "#app/messages/vi/import.ts";
import { Button } from "../kit/button.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { ImportPage } from "./import-view.ts";

/** Where the import stands and the one thing to do next. */
export function ImportStanding({ view, rosterAt }: { view: ImportPage; rosterAt: string }) {
  const { batch: words } = useMessages(importsArea).imports;
  const format = useFormat();
  const { sections, totals, ignoredCitizenIds, appliedBefore } = view.summary;
  const facts = [
    appliedBefore === null ? null : words.appliedBefore(format.moment(Date.parse(appliedBefore))),
    ignoredCitizenIds ? words.citizenIdsIgnored : null,
    sections + totals > 0 ? words.notPeople(sections, totals) : null,
  ].filter((fact) => fact !== null);
  return (
    <div className="grid gap-4">
      <Standing view={view} rosterAt={rosterAt} />
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

function Standing({ view, rosterAt }: { view: ImportPage; rosterAt: string }) {
  const { batch: words } = useMessages(importsArea).imports;
  const { counts } = view.summary;
  const toRoster = (
    <LinkButton to={rosterAt} variant="secondary">
      {words.toRoster}
    </LinkButton>
  );
  if (view.state === "applied") {
    return (
      <Notice tone="success" title={words.applied} action={toRoster}>
        {words.appliedBody(counts.create, counts.update, counts.join)}
      </Notice>
    );
  }
  if (view.state !== "previewed") {
    return (
      <Notice tone="info" title={words.undone} action={toRoster}>
        {words.undoneBody}
      </Notice>
    );
  }
  const open = counts.problem + counts.conflict;
  if (open > 0) {
    return (
      <Notice tone="warning" title={words.problemsLeft(open)} action={<ActForm act="discard" />}>
        {words.problemsLeftBody}
      </Notice>
    );
  }
  const isIdle = counts.create + counts.update + counts.join === 0;
  return (
    <Notice
      tone={isIdle ? "info" : "success"}
      title={isIdle ? words.nothingToDo : words.ready}
      action={
        <div className="flex flex-wrap gap-3">
          {isIdle ? toRoster : <ActForm act="apply" />}
          <ActForm act="discard" />
        </div>
      }
    >
      {isIdle ? words.nothingToDoBody : words.readyBody(counts.create, counts.update, counts.join)}
    </Notice>
  );
}

function ActForm({ act }: { act: "apply" | "discard" }) {
  const { batch: words } = useMessages(importsArea).imports;
  return (
    <Form method="post">
      {act === "apply" ? (
        <SubmitButton name="act" value="apply" icon={Check}>
          {words.apply}
        </SubmitButton>
      ) : (
        <Button type="submit" name="act" value="discard" variant="quiet">
          {words.discard}
        </Button>
      )}
    </Form>
  );
}
