import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerPlaceForm } from "#app/features/market-register/answer-place-form.server.ts";
import { readMarketPlace } from "#app/features/market-register/market-places.server.ts";
import { MARKET_PATHS } from "#app/features/market-register/paths.ts";
import { PHOTO_PATHS } from "#app/features/photos/photo-paths.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { FourTCard } from "#app/ui/market/four-t-card.tsx";
import { ProofForm } from "#app/ui/market/proof-form.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { place }) => place.name };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "market.read");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const place = await readMarketPlace(caller, idParam(args.params.placeId));
  if (!place) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return {
    live,
    place,
    id,
    kindNames: await readKindNames(caller),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "market.keep");
  const placeId = idParam(args.params.placeId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerPlaceForm(caller, placeId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(
    answer.villageId === null
      ? `${MARKET_PATHS.one(placeId)}?xong=ghi`
      : `${MARKET_PATHS.village}?thon=${answer.villageId}&xong=thoi`,
  );
}

export default function MarketPlace() {
  const { live, place, id, kindNames, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { market: words } = useMessages(marketArea);
  useLive(live);
  return (
    <Page
      title={place.name}
      lead={`${words.kinds[place.kind]} · ${place.villageName}`}
      trail={
        <Breadcrumb
          steps={[
            {
              to: `${MARKET_PATHS.village}?thon=${place.villageId}`,
              label: words.villageTitle(place.villageName),
            },
          ]}
        />
      }
      width="narrow"
    >
      {done === "ghi" && !answer ? <Flash key={place.proofs.length}>{words.one.recorded}</Flash> : null}
      <FourTCard met={place.met} proofs={place.proofs} kindNames={kindNames} photoAt={PHOTO_PATHS.large} />
      {place.mayKeep ? (
        <>
          <ProofForm key={id} id={id} claims={place.claims} kindNames={kindNames} answer={answer} />
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
