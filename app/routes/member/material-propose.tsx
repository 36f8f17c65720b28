import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { saveMaterial } from "#app/features/materials/keep-materials.server.ts";
import { readMaterialChoices } from "#app/features/materials/read-materials.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { MaterialForm } from "#app/ui/materials/material-form.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(materialsArea).form.proposeTitle };

/** H08: anybody of the teams sends what they made; the office adds what it received. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "material.propose");
  if (caller.communeId === null) throw notFound();
  return {
    id: newIds(caller, 1)[0] ?? "",
    choices: await readMaterialChoices(caller),
    today: caller.today,
    isOffice: can(caller.actor, "material.manage", null, caller.today).ok,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "material.propose");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  // A form at this address changes nothing that stands.
  fields.delete("revision");
  const answer = await saveMaterial(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${answer.done === "luu" ? MATERIAL_PATHS.desk : MATERIAL_PATHS.library}?xong=${answer.done}`);
}

export default function MaterialPropose() {
  const { id, choices, today, isOffice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { materials: words } = useMessages(materialsArea);
  return (
    <Page width="narrow" trail={<Breadcrumb steps={[{ to: MATERIAL_PATHS.library, label: words.title }]} />}>
      <MaterialForm
        id={id}
        material={null}
        choices={choices}
        today={today}
        isOffice={isOffice}
        answer={answer}
      />
    </Page>
  );
}
