import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerMaterialDesk } from "#app/features/materials/answer-material-desk.server.ts";
import { saveMaterial } from "#app/features/materials/keep-materials.server.ts";
import { readMaterial, readMaterialChoices } from "#app/features/materials/read-materials.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { MaterialForm } from "#app/ui/materials/material-form.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(materialsArea).form.editTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "material.manage");
  if (caller.communeId === null) throw notFound();
  const found = await readMaterial(caller, idParam(args.params.materialId));
  if (found?.material.state !== "shown") throw notFound();
  return {
    material: found.material,
    choices: await readMaterialChoices(caller),
    today: caller.today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "material.manage");
  const id = idParam(args.params.materialId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if (!(await readMaterial(caller, id))) throw notFound();
  fields.set("id", id);
  const isWithdrawal = fields.get("act") === "withdraw";
  // Without the number of the version it would be a new material.
  if (!isWithdrawal && !fields.has("revision")) throw notFound();
  const answer = isWithdrawal ? await answerMaterialDesk(caller, fields) : await saveMaterial(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${MATERIAL_PATHS.desk}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function MaterialEdit() {
  const { material, choices, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { materials } = useMessages(materialsArea);
  const words = materials.desk;
  const isWithdrawal = answer?.problems.sure !== undefined;
  return (
    <Page width="narrow" trail={<Breadcrumb steps={[{ to: MATERIAL_PATHS.desk, label: words.title }]} />}>
      <MaterialForm
        id={material.id}
        material={material}
        choices={choices}
        today={today}
        isOffice
        answer={isWithdrawal ? undefined : answer}
      />
      <Disclosure summary={words.withdraw} isOpen={isWithdrawal}>
        <Form method="post" className="grid gap-4">
          <CheckBox name="sure" label={words.withdrawSure} error={answer?.problems.sure} />
          <Button type="submit" name="act" value="withdraw" variant="danger">
            {words.withdraw}
          </Button>
        </Form>
      </Disclosure>
    </Page>
  );
}
