import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import LibraryIcon from "lucide-react/icons/library";
import Plus from "lucide-react/icons/plus";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerMaterialDesk } from "#app/features/materials/answer-material-desk.server.ts";
import { readMaterialDesk } from "#app/features/materials/read-materials.server.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { buttonStyle } from "#app/ui/kit/button-style.ts";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { MaterialCard } from "#app/ui/materials/material-card.tsx";
import { MaterialWays } from "#app/ui/materials/material-ways.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(materialsArea).desk.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "material.manage");
  if (caller.communeId === null) throw notFound();
  return {
    ...(await readMaterialDesk(caller)),
    communeId: caller.communeId,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "material.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerMaterialDesk(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${MATERIAL_PATHS.desk}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function MaterialDesk() {
  const { waiting, shown, communeId, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { materials } = useMessages(materialsArea);
  const words = materials.desk;
  const format = useFormat();
  const said: Readonly<Record<string, string>> = {
    luu: words.saved,
    "dua-vao": words.decided,
    "tra-lai": words.returned,
    go: words.withdrawn,
  };
  const text = done === null || answer ? undefined : said[done];
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton to={MATERIAL_PATHS.propose} icon={Plus}>
          {words.add}
        </LinkButton>
      }
    >
      {text ? <Flash key={`${done}${shown.length}`}>{text}</Flash> : null}
      <ErrorSummary problems={answer?.problems} />
      <nav aria-label={words.title} className="flex flex-wrap gap-3">
        <LinkButton to={MATERIAL_PATHS.library} variant="secondary" icon={LibraryIcon}>
          {words.library}
        </LinkButton>
        {shown.some(({ isPublic }) => isPublic) ? (
          <LinkButton to={MATERIAL_PATHS.publicLibrary(communeId)} variant="secondary">
            {words.publicPage}
          </LinkButton>
        ) : null}
        <a href={MATERIAL_PATHS.list} className={buttonStyle({ variant: "secondary" })}>
          <FileSpreadsheet size="1.25em" aria-hidden />
          {words.list}
        </a>
      </nav>
      {waiting.length > 0 ? (
        <section>
          <h2 className="mb-3 text-xl">{words.waiting}</h2>
          <ul className="grid gap-4 lg:grid-cols-2">
            {waiting.map((material) => (
              <MaterialCard
                key={material.id}
                material={material}
                pictureAt={MATERIAL_PATHS.open(material.id)}
              >
                {material.makerName ? <p className="w-full">{materials.maker(material.makerName)}</p> : null}
                <MaterialWays material={material} openAt={MATERIAL_PATHS.open(material.id)} />
                <Decide id={material.id} answer={answer} />
              </MaterialCard>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2 className="mb-3 text-xl">{words.shown}</h2>
        {shown.length === 0 ? (
          <EmptyState icon={LibraryIcon} title={materials.none}>
            {materials.noneBody}
          </EmptyState>
        ) : null}
        <ul className="grid gap-4 lg:grid-cols-2">
          {shown.map((material) => (
            <MaterialCard key={material.id} material={material} pictureAt={MATERIAL_PATHS.open(material.id)}>
              <span className="flex w-full flex-wrap items-center gap-2 text-ink-soft">
                {materials.opened(format.number(material.opened))}
                {material.isPublic ? <Pill tone="gold">{words.isPublic}</Pill> : null}
              </span>
              <LinkButton to={MATERIAL_PATHS.edit(material.id)} variant="secondary" size="small">
                {words.edit}
              </LinkButton>
            </MaterialCard>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Decide({ id, answer }: { id: string; answer: FormAnswer | undefined }) {
  const { materials } = useMessages(materialsArea);
  const words = materials.desk;
  const reason = `reason-${id}`;
  return (
    <div className="grid w-full gap-3">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="id" value={id} />
        <SubmitButton name="act" value="show" block>
          {words.show}
        </SubmitButton>
      </Form>
      <Disclosure summary={words.returnIt} isOpen={answer?.problems[reason] !== undefined}>
        <Form method="post" preventScrollReset noValidate className="grid gap-4">
          <input type="hidden" name="id" value={id} />
          <TextArea
            id={`field-${reason}`}
            name="reason"
            label={words.reason}
            rows={2}
            error={answer?.problems[reason]}
          />
          <SubmitButton name="act" value="return" variant="secondary">
            {words.returnIt}
          </SubmitButton>
        </Form>
      </Disclosure>
    </div>
  );
}
