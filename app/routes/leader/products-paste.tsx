import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import {
  applyProducts,
  type PlannedProduct,
  previewProducts,
} from "#app/features/products/paste-products.server.ts";
import { pasteSchema } from "#app/features/products/product.schema.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { type Column, DataTable } from "#app/ui/kit/data-table.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PRODUCT_PATHS } from "#app/ui/products/paths.ts";

export const handle: PageHandle = { title: (say) => say(productsArea).pasting.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "market.keep");
  if (caller.communeId === null) throw notFound();
  const taken = new URL(args.request.url).searchParams.get("nhap") ?? "";
  return { taken: /^\d{1,5}$/.test(taken) ? Number(taken) : null };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "market.keep");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const form = await readForm(fields, pasteSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { text } = form.value;
  if (fields.get("act") === "take") {
    const taken = await applyProducts(caller, text);
    if (taken.ok) return goOn(`${PRODUCT_PATHS.paste}?nhap=${taken.value.added}`);
    const { ok: _, ...rejection } = taken;
    return askAgain({ text: rejection }, form.values);
  }
  const planned = await previewProducts(caller, text);
  if (planned.ok) return data({ problems: {}, values: form.values, rows: planned.value });
  const { ok: _, ...rejection } = planned;
  return askAgain({ text: rejection }, form.values);
}

export default function PasteProducts() {
  const { taken } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as
    | (FormAnswer & { readonly rows?: readonly PlannedProduct[] })
    | undefined;
  const words = useMessages(productsArea).products;
  const rows = answer?.rows;
  const fresh = rows?.filter(({ fate }) => fate === "new").length ?? 0;
  const isClear = rows?.every(({ fate }) => fate === "new" || fate === "known") ?? false;
  return (
    <Page
      title={words.pasting.title}
      lead={words.pasting.lead}
      trail={<Breadcrumb steps={[{ to: PRODUCT_PATHS.all, label: words.title }]} />}
    >
      {taken === null || answer ? null : <Flash key={taken}>{words.pasting.taken(taken)}</Flash>}
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary problems={answer?.problems} labels={{ text: words.pasting.text }} />
        <TextArea
          {...fieldOf(answer, "text")}
          rows={8}
          label={words.pasting.text}
          hint={words.pasting.hint}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="act" value="look" variant={fresh > 0 ? "secondary" : "primary"}>
            {words.pasting.look}
          </SubmitButton>
          {rows && isClear && fresh > 0 ? (
            <SubmitButton name="act" value="take">
              {words.pasting.take(fresh)}
            </SubmitButton>
          ) : null}
        </div>
      </Form>
      {rows && fresh === 0 && isClear ? <Notice>{words.pasting.nothing}</Notice> : null}
      {rows ? (
        <Card>
          <PastedTable rows={rows} />
        </Card>
      ) : null}
    </Page>
  );
}

function PastedTable({ rows }: { rows: readonly PlannedProduct[] }) {
  const words = useMessages(productsArea).products;
  const terms = useTerms();
  const columns: readonly [Column<PlannedProduct>, ...Column<PlannedProduct>[]] = [
    { key: "name", header: words.name, cell: ({ name }) => name },
    { key: "line", header: words.pasting.line, cell: ({ line }) => line, isFigure: true },
    { key: "producer", header: words.producer, cell: ({ producer }) => producer },
    {
      key: "place",
      header: words.list.place(terms),
      cell: ({ village, villageName }) => villageName ?? village,
    },
    {
      key: "kind",
      header: words.kind,
      cell: ({ kind, stars }) =>
        stars === null ? words.kinds[kind] : `${words.kinds[kind]} ${words.stars(stars)}`,
    },
    {
      key: "fate",
      header: words.pasting.fate,
      cell: ({ fate }) => (
        <Pill tone={fate === "new" ? "accent" : fate === "known" ? "neutral" : "danger"}>
          {words.pasting.fates[fate]}
        </Pill>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.pasting.text}
      hidesCaption
      columns={columns}
      rows={rows}
      rowKey={({ line }) => line}
    />
  );
}
