import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Package from "lucide-react/icons/package";
import { shareOf } from "#app/domain/survey/rates.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { addProduct } from "#app/features/products/keep-product.server.ts";
import { productSchema } from "#app/features/products/product.schema.ts";
import { readProducts } from "#app/features/products/read-products.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PRODUCT_PATHS } from "#app/ui/products/paths.ts";
import { ProductForm } from "#app/ui/products/product-form.tsx";
import { ProductTable } from "#app/ui/products/product-table.tsx";

export const handle: PageHandle = { title: (say) => say(productsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "market.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    board: await readProducts(caller),
    id: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "market.keep");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, productSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { stars = null, ...wish } = form.value;
  const verdict = await addProduct(caller, { ...wish, stars });
  if (verdict.ok) return goOn(`${PRODUCT_PATHS.all}?xong=them`);
  if (verdict.code === "not_permitted") throw notFound();
  const { ok: _, ...rejection } = verdict;
  return askAgain({ [verdict.code === "product_known" ? "name" : "stars"]: rejection }, form.values);
}

export default function Products() {
  const { live, board, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { products: words } = useMessages(productsArea);
  const { number, percent } = useFormat();
  useLive(live);
  const { products, ocop, farm, villages } = board;
  const tile = (parts: typeof ocop) => {
    const share = shareOf(parts);
    const value = share === null ? undefined : percent(share);
    return {
      value,
      missing: words.noFigure,
      note: words.of(number(parts.numerator), number(parts.denominator)),
    };
  };
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <LinkButton to={PRODUCT_PATHS.leads} variant="secondary">
            {words.leads.title}
          </LinkButton>
          {villages.length > 0 ? (
            <LinkButton to={PRODUCT_PATHS.paste} variant="secondary">
              {words.paste}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {done === "them" && !answer ? <Flash key={products.length}>{words.added}</Flash> : null}
      {done === "thoi" && !answer ? <Flash key={products.length}>{words.one.closed}</Flash> : null}
      <div className="pairs-on-phone grid gap-3 lg:grid-cols-4 lg:gap-4">
        <StatTile label={words.ocopShare} {...tile(ocop)} />
        <StatTile label={words.farmShare} {...tile(farm)} />
      </div>
      <p className="text-ink-soft">{words.goal}</p>
      {villages.length > 0 ? (
        <Disclosure key={id} summary={words.add} isOpen={answer !== undefined}>
          <ProductForm id={id} villages={villages} answer={answer} />
        </Disclosure>
      ) : null}
      {products.length === 0 ? (
        <EmptyState icon={Package} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <Card>
          <ProductTable caption={words.title} products={products} />
        </Card>
      )}
    </Page>
  );
}
