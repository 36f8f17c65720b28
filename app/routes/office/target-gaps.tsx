import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { readGaps } from "#app/features/targets/read-gaps.server.ts";
import { setAreas } from "#app/features/targets/set-areas.server.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { GapSheetTable } from "#app/ui/targets/gap-sheet.tsx";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";

export const handle: PageHandle = { title: (say) => say(targetsArea).gap.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "target.read");
  const { communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  return {
    ...(await readGaps(caller)),
    mayEdit: can(actor, "target.edit", { communeId }, today).ok,
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "target.edit");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields?.get("act") !== "areas") throw notFound();
  await setAreas(caller, fields);
  return goOn(`${TARGET_BOARD_PATHS.gaps}?xong`);
}

export default function TargetGaps() {
  const { sheets, villages, mayEdit, isDone } = useLoaderData<typeof loader>();
  const { targets: words } = useMessages(targetsArea);
  const { gap } = words;
  return (
    <Page
      title={gap.title}
      lead={gap.lead}
      trail={<Breadcrumb steps={[{ to: TARGET_BOARD_PATHS.board, label: words.title }]} />}
    >
      {isDone ? <Flash>{gap.areasSaved}</Flash> : null}
      {sheets.map((sheet, index) => (
        <Disclosure key={sheet.measure} summary={gap.measures[sheet.measure]} isOpen={index === 0}>
          <GapSheetTable sheet={sheet} />
        </Disclosure>
      ))}
      {mayEdit ? (
        <Disclosure summary={gap.areas}>
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="act" value="areas" />
            <p className="text-ink-soft">{gap.areasHint}</p>
            <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              {villages.map(({ id, name, isUrban }) => (
                <CheckBox
                  key={id}
                  id={`area-${id}`}
                  name="urban"
                  value={String(id)}
                  label={gap.areaOf(name)}
                  defaultChecked={isUrban}
                />
              ))}
            </div>
            <div>
              <SubmitButton>{gap.areaSave}</SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  );
}
