import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readMaterial } from "#app/features/materials/read-materials.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { materialsArea } from "#app/messages/vi/materials.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CopyButton } from "#app/ui/kit/copy-button.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { MaterialMarks } from "#app/ui/materials/material-card.tsx";
import { MaterialWays } from "#app/ui/materials/material-ways.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { useTopicNames } from "#app/ui/training/use-topic-names.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { material }) => material.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "material.read");
  const { communeId, platform } = caller;
  if (communeId === null) throw notFound();
  const found = await readMaterial(caller, idParam(args.params.materialId));
  if (!found) throw notFound();
  const { id, isPublic, title, photoId, fileId, link } = found.material;
  // A text to read out has no file to open: the public page finds it by its title.
  const hasFile = photoId !== null || fileId !== null || link !== null;
  const publicPath = hasFile
    ? MATERIAL_PATHS.publicOpen(communeId, id)
    : `${MATERIAL_PATHS.publicLibrary(communeId)}?tim=${encodeURIComponent(title)}`;
  const path = isPublic ? publicPath : MATERIAL_PATHS.one(id);
  return { ...found, address: `${platform.config.publicOrigins[0]}${path}` };
}

export default function Material() {
  const { material, ownTopics, kindNames, address } = useLoaderData<typeof loader>();
  const { materials: words } = useMessages(materialsArea);
  const format = useFormat();
  const topicName = useTopicNames(ownTopics);
  const openAt = MATERIAL_PATHS.open(material.id);
  const message = words.shareText(material.title, material.source, address);
  return (
    <Page
      title={material.title}
      lead={words.source(material.source, format.date(material.issuedOn))}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: MATERIAL_PATHS.library, label: words.title }]} />}
    >
      {material.photoId ? (
        <img
          src={openAt}
          alt={words.picture(material.title)}
          className="w-full rounded-lg border border-line bg-sunken object-contain"
        />
      ) : null}
      {material.spokenText ? (
        <Card title={words.spoken} aside={<CopyButton text={material.spokenText} />}>
          <p className="whitespace-pre-line text-lg leading-relaxed">{material.spokenText}</p>
        </Card>
      ) : null}
      <div className="no-print flex flex-wrap gap-3">
        <MaterialWays material={material} openAt={openAt} />
        <PrintButton label={words.print} />
      </div>
      <Card>
        <MaterialMarks material={material} />
        <p className="mt-3 text-ink-soft">
          {[
            material.topics.map(topicName).join(", "),
            kindNames.length > 0 ? `${words.helps}: ${kindNames.join(", ")}` : "",
            material.makerName === null ? "" : words.maker(material.makerName),
            words.opened(format.number(material.opened)),
          ]
            .filter(Boolean)
            .join(". ")}
        </p>
      </Card>
      <div className="no-print">
        <Card title={words.share}>
          <p className="text-ink-soft">{material.isPublic ? words.shareHint : words.onlyMembers}</p>
          <p className="my-3 rounded-lg bg-sunken p-3 [overflow-wrap:anywhere]">{message}</p>
          <CopyButton text={message} label={words.copy} />
        </Card>
      </div>
    </Page>
  );
}
