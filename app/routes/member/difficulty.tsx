import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DIFFICULTY_PATHS } from "#app/domain/difficulties/difficulty-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerDifficultyForm } from "#app/features/difficulties/answer-difficulty-form.server.ts";
import { readRoutes } from "#app/features/difficulties/difficulty-routes.server.ts";
import { readDifficulty } from "#app/features/difficulties/read-difficulty.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import { DifficultySteps } from "#app/ui/difficulties/difficulty-steps.tsx";
import { Handling } from "#app/ui/difficulties/handling.tsx";
import { UnitFields } from "#app/ui/difficulties/unit-fields.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = {
  title: (say, { difficulty }) => say(difficultiesArea).fields[difficulty.field],
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "difficulty.read");
  if (caller.communeId === null) throw notFound();
  const difficulty = await readDifficulty(caller, idParam(args.params.difficultyId));
  if (difficulty === null) throw notFound();
  const [id = "", routingId = ""] = newIds(caller, 2);
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    difficulty,
    routing: difficulty.may.route ? await readRoutes(caller) : null,
    id,
    routingId,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "difficulty.read");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const difficulty = await readDifficulty(caller, idParam(args.params.difficultyId));
  const answer = difficulty && (await answerDifficultyForm(caller, difficulty, fields));
  if (!difficulty || !answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${DIFFICULTY_PATHS.one(difficulty.id)}?xong=${answer.done}`);
}

export default function Difficulty() {
  const { live, difficulty, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(difficultiesArea).difficulties;
  useLive(live);
  const isRouting = answer?.values.act === "route";
  return (
    <Page
      title={words.fields[difficulty.field]}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: DIFFICULTY_PATHS.list, label: words.title }]} />}
    >
      {done !== null && !answer ? (
        <Flash key={difficulty.events.length}>{done === "chuyen" ? words.routed : words.handled}</Flash>
      ) : null}
      <Facts />
      <Handling key={id} id={id} difficulty={difficulty} answer={isRouting ? undefined : answer} />
      <Routing answer={isRouting ? answer : undefined} />
      <DifficultySteps {...difficulty} />
    </Page>
  );
}

function Facts() {
  const { difficulty } = useLoaderData<typeof loader>();
  const words = useMessages(difficultiesArea).difficulties;
  const { one } = words;
  const format = useFormat();
  const {
    content,
    proposal,
    raisedIn,
    raisedBy,
    ownerUnit,
    ownerName,
    stage,
    dueOn,
    state,
    isLate,
    planNumber,
  } = difficulty;
  const owner = [words.stages[stage], ownerUnit, ownerName].filter(Boolean).join(" · ");
  return (
    <Card>
      <p className="whitespace-pre-line break-words text-lg font-bold">{content}</p>
      <p className="my-3 flex flex-wrap gap-2">
        {state === "answered" ? <Pill tone="accent">{words.answered}</Pill> : null}
        {isLate ? <Pill tone="danger">{words.late}</Pill> : null}
      </p>
      <DescriptionList
        items={[
          ...(proposal ? [{ term: one.proposal, value: proposal }] : []),
          { term: one.raisedIn, value: `${raisedIn} · ${raisedBy}` },
          ...(planNumber ? [{ term: one.plan, value: planNumber }] : []),
          ...(state === "open"
            ? [
                { term: one.owner, value: owner },
                { term: one.due, value: format.date(dueOn) },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Routing({ answer }: { answer: FormAnswer | undefined }) {
  const { difficulty, routing, routingId } = useLoaderData<typeof loader>();
  const { one } = useMessages(difficultiesArea).difficulties;
  if (routing === null) return null;
  const route = routing.routes.find(({ field }) => field === difficulty.field);
  const unit = difficulty.ownerUnit ?? route?.unitName ?? null;
  const keeper = difficulty.ownerId ?? route?.keeperId ?? null;
  return (
    <Disclosure summary={one.route} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid grid-cols-1 gap-5" key={routingId}>
        <ErrorSummary
          problems={answer?.problems}
          labels={{ ownerUnit: one.unit, ownerId: one.keeper, dueOn: one.dueOn }}
        />
        <input type="hidden" name="id" value={routingId} />
        <UnitFields
          unit={{ name: "ownerUnit", value: fieldText(answer, "ownerUnit", unit) }}
          keeper={{ name: "ownerId", value: fieldText(answer, "ownerId", keeper) }}
          keepers={routing.keepers}
          unitNames={routing.unitNames}
          problems={answer?.problems}
          idPrefix="field"
        />
        <TextField {...fieldOf(answer, "dueOn", difficulty.dueOn)} type="date" label={one.dueOn} />
        <div>
          <SubmitButton name="act" value="route">
            {one.send}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
