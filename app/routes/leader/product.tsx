import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { closeProduct, recordListing } from "#app/features/products/keep-product.server.ts";
import { listingSchema } from "#app/features/products/product.schema.ts";
import { readProduct } from "#app/features/products/read-products.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ListingForm } from "#app/ui/products/listing-form.tsx";
import { PRODUCT_PATHS } from "#app/ui/products/paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { product }) => product.name };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "market.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const product = await readProduct(caller, idParam(args.params.productId));
  if (!product) throw notFound();
  return {
    live,
    product,
    id: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

const FIELD_OF = {
  product_link_missing: "link",
  product_link_not_valid: "link",
  product_evidence_missing: "claimId",
} as const;

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "market.keep");
  const productId = idParam(args.params.productId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const product = await readProduct(caller, productId);
  if (!product?.mayKeep) throw notFound();
  if (fields.get("act") === "close") {
    if (fields.get("sure") !== "yes") return askAgain({ sure: { code: "required" } });
    if (!(await closeProduct(caller, productId)).ok) throw notFound();
    return goOn(`${PRODUCT_PATHS.all}?xong=thoi`);
  }
  const form = await readForm(fields, listingSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { answer, link = null, claimId = null, ...wish } = form.value;
  const verdict = await recordListing(caller, {
    ...wish,
    productId,
    isListed: answer === "listed",
    link,
    claimId,
  });
  if (verdict.ok) return goOn(`${PRODUCT_PATHS.one(productId)}?xong=ghi`);
  if (verdict.code === "not_permitted") throw notFound();
  const { ok: _, ...rejection } = verdict;
  return askAgain({ [FIELD_OF[verdict.code]]: rejection }, form.values);
}

export default function ProductPage() {
  const { live, product, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { products: words } = useMessages(productsArea);
  const { moment } = useFormat();
  useLive(live);
  const { name, producer, villageName, kind, stars, listings } = product;
  const rank = stars === null ? words.kinds[kind] : `${words.kinds[kind]} ${words.stars(stars)}`;
  return (
    <Page
      title={name}
      lead={[rank, producer, villageName].join(" · ")}
      trail={<Breadcrumb steps={[{ to: PRODUCT_PATHS.all, label: words.title }]} />}
      width="narrow"
    >
      {done === "ghi" && !answer ? <Flash key={listings.length}>{words.one.recorded}</Flash> : null}
      <Card title={words.one.where}>
        {listings.length === 0 ? (
          <p className="text-ink-soft">{words.notListed}</p>
        ) : (
          <ul className="grid gap-3">
            {listings.toReversed().map((listing) => (
              <li key={listing.id} className="border-b border-line pb-3">
                <strong>{words.floors[listing.floor]}</strong>{" "}
                {listing.isListed && listing.link !== null ? (
                  <a
                    href={listing.link}
                    rel="noopener noreferrer nofollow"
                    className="inline-flex min-h-12 items-center font-bold text-accent-ink underline underline-offset-4"
                  >
                    {words.one.link}
                  </a>
                ) : (
                  <span>{words.one.gone}</span>
                )}
                <span className="block text-sm text-ink-soft">
                  {words.one.by(listing.by, moment(listing.at))}
                  {listing.helperName === null ? null : ` · ${words.one.helped(listing.helperName)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {product.mayKeep ? (
        <>
          <ListingForm key={id} id={id} claims={product.claims} answer={answer} />
          <Disclosure summary={words.one.close} isOpen={answer?.problems.sure !== undefined}>
            <Form method="post" className="grid gap-4">
              <CheckBox name="sure" label={words.one.closeSure} error={answer?.problems.sure} />
              <Button type="submit" name="act" value="close" variant="danger">
                {words.one.close}
              </Button>
            </Form>
          </Disclosure>
        </>
      ) : null}
    </Page>
  );
}
