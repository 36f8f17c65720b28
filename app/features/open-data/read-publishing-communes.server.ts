import { isCommuneKind } from "#app/domain/roster/commune.ts";
import { officialName } from "#app/messages/official-names.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface PublishingCommune {
  readonly id: number;
  readonly name: string;
  readonly province: string;
}

/** Every commune that publishes, by province. Of the others not even the name is read. */
export async function readPublishingCommunes(platform: Pick<Platform, "db">): Promise<PublishingCommune[]> {
  const rows = await platform.db.prisma.$queryRaw<(PublishingCommune & { kind: string })[]>`
    select id, kind, name, province from tds_open_data_communes()`;
  return rows.map(({ id, kind, name, province }) => {
    if (!isCommuneKind(kind)) throw new Error(`commune ${id} is of a kind this program does not know`);
    return { id, name: officialName(kind, name), province };
  });
}
